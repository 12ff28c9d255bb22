// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import java.util.function.Consumer;

/** What the buttons of the mask editor do. */
interface MaskActions {
	/** Shows something else under the mask. */
	void show(MaskBackground background);

	/** Makes a frame current. */
	void showFrame(int frame);

	/** What the mouse does; not before the view is built. */
	MaskDrawing drawing();

	/** Applies the mode to all pixels outside the histogram's levels, and to those without a value. */
	void applyOutsideLevels();

	/** Changes the whole mask. */
	void edit(Consumer<MaskEditor> change);

	/** Takes a mask from elsewhere. */
	void take(MaskSource source, Combination how);

	/** Writes the mask into a file of its own. */
	void export();

	/** Paints bad pixels in another way. */
	void setLook(MaskLook look);
}
