// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.jfree.chart.JFreeChart;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.Picture;
import org.pxst.ui.plot.Plot;

/** The four pictures of a main loop: two by two, or all in a row or column where the view is that narrow or low. */
final class LivePanes extends Composite {
	private static final String ID = "org.pxst.ui.id";
	private static final Set<ImageViewer.Part> PARTS = EnumSet.of(ImageViewer.Part.HISTOGRAM);
	/** With so much more of one extent the panes are all in a row or column. */
	private static final double VERY = 3;
	private static final String SLOW = "Pixel map residual along ss";
	private static final String FAST = "Pixel map residual along fs";

	private final SashForm halves;
	private final SashForm first;
	private final SashForm second;
	private final ImageViewer reference;
	private final ImageViewer residual;
	private final ImageViewer phase;
	private final Plot error;
	private final Composite errorRoom;
	private final Composite noErrorPage;
	private final Label noError;
	private final Combo axis;
	/** How many pictures each viewer was given. */
	private final Map<ImageViewer, Integer> shown = new HashMap<>();

	/** @param chosen called when the user chooses the other axis of the residual */
	LivePanes(Composite parent, Runnable chosen) {
		super(parent, SWT.NONE);
		setLayout(new FillLayout());
		halves = new SashForm(this, SWT.HORIZONTAL | SWT.SMOOTH);
		first = new SashForm(halves, SWT.VERTICAL | SWT.SMOOTH);
		second = new SashForm(halves, SWT.VERTICAL | SWT.SMOOTH);
		addControlListener(ControlListener.controlResizedAdapter(event -> arrange()));
		Composite pane = pane(first);
		title(pane, "Reference image", "What a plane wave would show of the sample, merged from all frames");
		reference = viewer(pane, "live.reference");
		pane = pane(second);
		axis = new Combo(pane, SWT.DROP_DOWN | SWT.READ_ONLY);
		axis.setItems(SLOW, FAST);
		axis.select(1);
		axis.setToolTipText("Pixel map minus the pixel's own row or column, in reference pixels: along which axis");
		axis.setData(ID, "live.residual.axis");
		axis.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> chosen.run()));
		residual = viewer(pane, "live.residual");
		pane = pane(first);
		title(pane, "Phase (preview)", "Phase of the wavefront, without piston, tilt and defocus, integrated on a coarse grid; the result "
				+ "is integrated from all pixels");
		phase = viewer(pane, "live.phase");
		pane = pane(second);
		title(pane, "Error", "Error of the model after each iteration; 1: nothing is explained");
		errorRoom = new Composite(pane, SWT.NONE);
		errorRoom.setLayout(new StackLayout());
		errorRoom.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		error = new Plot(errorRoom);
		error.setData(ID, "live.error");
		noErrorPage = new Composite(errorRoom, SWT.NONE);
		noErrorPage.setLayout(new GridLayout());
		noError = new Label(noErrorPage, SWT.CENTER | SWT.WRAP);
		noError.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, true));
	}

	private void arrange() {
		Point size = getSize();
		boolean wide = size.x > size.y;
		boolean row = size.x > VERY * size.y;
		boolean column = size.y > VERY * size.x;
		turn(halves, wide);
		turn(first, row || !wide && !column);
		turn(second, row || !wide && !column);
	}

	private static void turn(SashForm sash, boolean horizontal) {
		int wanted = horizontal ? SWT.HORIZONTAL : SWT.VERTICAL;
		if (sash.getOrientation() != wanted)
			sash.setOrientation(wanted);
	}

	private static Composite pane(Composite parent) {
		Composite pane = new Composite(parent, SWT.NONE);
		GridLayout layout = new GridLayout();
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		layout.verticalSpacing = 0;
		pane.setLayout(layout);
		return pane;
	}

	private static void title(Composite pane, String text, String tooltip) {
		Label title = new Label(pane, SWT.NONE);
		title.setText(text);
		title.setToolTipText(tooltip);
		GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
		data.horizontalIndent = 6;
		title.setLayoutData(data);
	}

	private static ImageViewer viewer(Composite pane, String id) {
		ImageViewer viewer = new ImageViewer(pane, PARTS);
		viewer.setData(ID, id);
		viewer.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		return viewer;
	}

	/** Whether the residual along the slow scan axis is wanted. */
	boolean isSlow() {
		return axis.getSelectionIndex() == 0;
	}

	/**
	 * Shows pictures; a message where there is none.
	 *
	 * @return whether they are painted
	 */
	BooleanSupplier show(LivePictures pictures) {
		show(reference, pictures.reference(), "The reference image comes with the first iteration.");
		show(residual, Optional.of(pictures.residual()), "");
		show(phase, pictures.phase(), "The phase comes with the first iteration.");
		showError(pictures.error(), "The error comes with the first iteration.");
		return this::isPainted;
	}

	private boolean isPainted() {
		return isDisposed() || (!error.isVisible() || error.isDrawn()) && shown.entrySet().stream()
				.allMatch(one -> one.getKey().rendered() >= one.getValue());
	}

	/** CPU time in ns that colouring and drawing have taken so far, outside the UI thread. */
	long effort() {
		return reference.effort() + residual.effort() + phase.effort() + error.effort();
	}

	/** Shows that there is nothing. */
	void clear() {
		reference.showMessage("While a reconstruction runs, its reference image appears here.");
		residual.showMessage("The pixel map appears here.");
		phase.showMessage("The phase appears here.");
		showError(Optional.empty(), "The error of each iteration appears here.");
	}

	private void show(ImageViewer viewer, Optional<Picture> picture, String instead) {
		picture.ifPresentOrElse(next -> {
			viewer.show(next);
			shown.merge(viewer, 1, Integer::sum);
		}, () -> viewer.showMessage(instead));
	}

	private void showError(Optional<JFreeChart> chart, String instead) {
		StackLayout stack = (StackLayout) errorRoom.getLayout();
		Control top = chart.isPresent() ? error : noErrorPage;
		if (stack.topControl != top || !instead.equals(noError.getText())) {
			noError.setText(instead);
			stack.topControl = top;
			errorRoom.layout(true, true);
		}
		chart.ifPresentOrElse(error::show, error::clear);
	}

	@Override
	public boolean setFocus() {
		return reference.setFocus();
	}
}
