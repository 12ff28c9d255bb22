// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

/** What the buttons of the mask editor do. */
interface MaskActions {
	/** Shows something else under the mask. */
	void show(MaskBackground background);

	/** Makes a frame current. */
	void showFrame(int frame);

	/** Chooses what the mouse does. */
	void choose(MaskToolKind tool);

	/** Chooses what becomes of pixels. */
	void choose(MaskMode mode);

	/** Radius of the brush in pixels. */
	void setRadius(int radius);

	/** Applies the mode to all pixels outside the histogram's levels, and to those without a value. */
	void applyOutsideLevels();

	/** Bad areas grow by pixels. */
	void grow(int pixels);

	/** Bad areas shrink by pixels. */
	void shrink(int pixels);

	/** Good becomes bad everywhere, and the other way round. */
	void invert();

	/** All pixels become good. */
	void clear();

	/** All pixels become bad. */
	void fill();

	/** Takes a mask from elsewhere. */
	void take(MaskSource source, Combination how);

	/** Writes the mask into a file of its own. */
	void export();

	/** Writes the mask into the scan's file. */
	void save();

	/** Paints bad pixels in another way. */
	void setLook(MaskLook look);
}
