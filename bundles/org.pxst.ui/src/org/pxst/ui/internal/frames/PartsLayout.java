// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;

/**
 * Puts image, scatter plot and curves where there is room for them: image and scatter plot side by side above the curves;
 * the image beside the plots in a flat view; all under each other in a tall one. Between them are sashes.
 */
final class PartsLayout extends Composite {
	/** Below this height there is no room for two rows besides the tool bars. */
	private static final int FLAT = 420;
	/** Below this height there is no room for two plots under each other. */
	private static final int TIGHT = 260;
	/** Height over width from which a view is tall. */
	private static final double TALL = 1.25;

	private Composite image;
	private Composite scatter;
	private Composite curves;
	private Arrangement arrangement;
	private SashForm outer;

	/** How the parts lie. */
	enum Arrangement {
		/** Image and scatter plot above, curves below. */
		ROWS,
		/** Image on the left, plots on the right. */
		COLUMNS,
		/** Image on the left, scatter plot on the right; the curves below it are folded away, but their sash is there. */
		PAIR,
		/** All under each other. */
		STACK;

		/** What suits a size in pixels. */
		static Arrangement of(int width, int height) {
			if (height > TALL * width)
				return STACK;
			if (height < TIGHT)
				return PAIR;
			return height < FLAT ? COLUMNS : ROWS;
		}
	}

	PartsLayout(Composite parent) {
		super(parent, SWT.NONE);
		setLayout(new FillLayout());
		outer = new SashForm(this, SWT.NONE);
		addListener(SWT.Resize, e -> arrange());
	}

	/** Parent for new parts, until they are set. */
	Composite parent() {
		return outer;
	}

	/** Sets the parts. */
	void setParts(Composite newImage, Composite newScatter, Composite newCurves) {
		image = newImage;
		scatter = newScatter;
		curves = newCurves;
		arrange();
	}

	private void arrange() {
		Point size = getSize();
		if (image == null || size.x <= 0 || size.y <= 0)
			return;
		Arrangement wanted = Arrangement.of(size.x, size.y);
		if (wanted == arrangement)
			return;
		arrangement = wanted;
		SashForm old = outer;
		boolean columns = wanted == Arrangement.COLUMNS || wanted == Arrangement.PAIR;
		outer = new SashForm(this, columns ? SWT.HORIZONTAL : SWT.VERTICAL);
		if (wanted == Arrangement.STACK) {
			for (Composite part : new Composite[] { image, scatter, curves })
				part.setParent(outer);
			outer.setWeights(40, 32, 28);
		} else {
			if (columns)
				image.setParent(outer);
			SashForm inner = new SashForm(outer, columns ? SWT.VERTICAL : SWT.HORIZONTAL);
			(columns ? scatter : image).setParent(inner);
			(columns ? curves : scatter).setParent(inner);
			if (!columns)
				curves.setParent(outer);
			inner.setWeights(columns ? new int[] { 55, wanted == Arrangement.PAIR ? 0 : 45 } : new int[] { 60, 40 });
			outer.setWeights(columns ? new int[] { 53, 47 } : new int[] { 66, 34 });
		}
		old.dispose();
		layout(true, true);
	}
}
