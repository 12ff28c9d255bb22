// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.util.Arrays;

import org.eclipse.swt.graphics.GC;

/** Points in a picture, one after the other. */
final class Way {
	private double[] ss = new double[64];
	private double[] fs = new double[64];
	private int length;

	void add(double atSs, double atFs) {
		if (length == ss.length) {
			ss = Arrays.copyOf(ss, 2 * length);
			fs = Arrays.copyOf(fs, 2 * length);
		}
		ss[length] = atSs;
		fs[length++] = atFs;
	}

	int length() {
		return length;
	}

	void removeLast() {
		length--;
	}

	void clear() {
		length = 0;
	}

	double[] ss() {
		return Arrays.copyOf(ss, length);
	}

	double[] fs() {
		return Arrays.copyOf(fs, length);
	}

	/** Whether the first point is within a distance of a place on the canvas. */
	boolean startsNear(double x, double y, double distance, ImageTransform transform) {
		return length > 0 && Math.hypot(transform.x(fs[0]) - x, transform.y(ss[0]) - y) <= distance;
	}

	void draw(GC gc, ImageTransform transform) {
		int[] points = new int[2 * length];
		for (int k = 0; k < length; k++) {
			points[2 * k] = (int) Math.round(transform.x(fs[k]));
			points[2 * k + 1] = (int) Math.round(transform.y(ss[k]));
		}
		gc.drawPolyline(points);
	}
}
