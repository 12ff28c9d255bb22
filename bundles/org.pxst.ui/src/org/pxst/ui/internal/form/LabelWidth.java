// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.form;

/** How wide the names of the parameters of a form are, so that the fields begin at the same place. */
@FunctionalInterface
interface LabelWidth {
	/** In pixels. */
	int pixels();
}
