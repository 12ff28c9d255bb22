// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

/** Where pixels of a picture are on the canvas. */
public interface ImageTransform {
	/** Canvas x of a column; its centre is at an integer. */
	double x(double fs);

	/** Canvas y of a row; its centre is at an integer. */
	double y(double ss);

	/** Column at a canvas x. */
	double fs(double x);

	/** Row at a canvas y. */
	double ss(double y);
}
