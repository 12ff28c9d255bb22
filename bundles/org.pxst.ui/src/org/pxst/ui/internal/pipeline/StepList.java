// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.pxst.processing.step.StepDescription;
import org.pxst.processing.step.StepGroup;

/** The steps as boxes, one below the other and linked, in groups; one of them is selected. Scrolls. For the UI thread. */
final class StepList extends Composite {
	private static final int GAP = 10;
	private static final int INDENT = 18;
	private static final int ARROW = 3;
	private static final int FAINT = 130;

	private final ScrolledComposite scroll;
	private final Composite content;
	private final List<StepBox> boxes = new ArrayList<>();
	private final Consumer<StepDescription> selection;
	private final BiConsumer<StepDescription, Boolean> included;
	private Optional<StepBox> selected = Optional.empty();

	/**
	 * @param steps     in order
	 * @param selection hears which step is selected
	 * @param included  hears which step is to take part, or not
	 */
	StepList(Composite parent, List<StepDescription> steps, Consumer<StepDescription> selection,
			BiConsumer<StepDescription, Boolean> included) {
		super(parent, SWT.NONE);
		this.selection = selection;
		this.included = included;
		setData("org.pxst.ui.id", "pipeline.steps");
		setLayout(new FillLayout());
		scroll = new ScrolledComposite(this, SWT.V_SCROLL);
		scroll.setExpandHorizontal(true);
		scroll.setExpandVertical(true);
		scroll.setShowFocusedControl(true);
		content = new Composite(scroll, SWT.NONE);
		GridLayout layout = new GridLayout();
		layout.verticalSpacing = GAP;
		layout.marginWidth = 4;
		layout.marginHeight = 4;
		content.setLayout(layout);
		scroll.setContent(content);
		for (StepGroup group : StepGroup.values())
			addGroup(group, steps.stream().filter(step -> step.group() == group).toList());
		content.addPaintListener(event -> paint(event.gc));
		scroll.addControlListener(ControlListener.controlResizedAdapter(event -> resized()));
	}

	private void addGroup(StepGroup group, List<StepDescription> steps) {
		Label title = new Label(content, SWT.NONE);
		title.setText(group.title());
		title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		for (StepDescription step : steps) {
			StepBox box = new StepBox(content, step, new Listener());
			GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
			// the single steps of the main loop are what the one above does by itself
			data.horizontalIndent = group == StepGroup.MAIN_LOOP && !StepOrder.isReconstruction(step) ? INDENT : 0;
			box.setLayoutData(data);
			boxes.add(box);
		}
	}

	private final class Listener implements StepBox.Listener {
		@Override
		public void selected(StepDescription step) {
			select(step);
		}

		@Override
		public void moved(StepDescription step, boolean forward) {
			int next = indexOf(step) + (forward ? 1 : -1);
			if (next >= 0 && next < boxes.size())
				boxes.get(next).choose();
		}

		@Override
		public void checked(StepDescription step, boolean takesPart) {
			included.accept(step, takesPart);
		}
	}

	private int indexOf(StepDescription step) {
		for (int k = 0; k < boxes.size(); k++)
			if (boxes.get(k).step().equals(step))
				return k;
		return -1;
	}

	/** Selects a step. */
	void select(StepDescription step) {
		StepBox box = boxes.get(indexOf(step));
		if (selected.filter(now -> now == box).isPresent())
			return;
		selected.ifPresent(former -> former.setSelected(false));
		selected = Optional.of(box);
		box.setSelected(true);
		scroll.showControl(box);
		selection.accept(step);
	}

	/** The step that is selected. */
	Optional<StepDescription> selected() {
		return selected.map(StepBox::step);
	}

	/** Shows which steps take part. */
	void showIncluded(Predicate<StepDescription> takesPart) {
		boxes.forEach(box -> box.setChecked(takesPart.test(box.step())));
	}

	/** Shows where the steps are. */
	void showStatuses(Function<StepDescription, StepStatus> status) {
		boolean changed = false;
		for (StepBox box : boxes)
			changed |= box.show(status.apply(box.step()));
		if (changed) {
			content.layout(true, true);
			setHeight();
			content.redraw();
		}
	}

	private void resized() {
		setHeight();
		// once the boxes are where they belong
		getDisplay().asyncExec(() -> {
			if (!isDisposed())
				selected.ifPresent(scroll::showControl);
		});
	}

	private void setHeight() {
		scroll.setMinSize(0, content.computeSize(Math.max(1, scroll.getClientArea().width), SWT.DEFAULT).y);
		scroll.getVerticalBar().setIncrement(Math.max(1, boxes.get(0).getSize().y / 2));
	}

	private void paint(GC gc) {
		Rectangle visible = gc.getClipping();
		gc.setAntialias(SWT.ON);
		gc.setForeground(content.getForeground());
		gc.setBackground(content.getForeground());
		for (StepBox box : boxes)
			if (box.frame().intersects(visible))
				box.paintFrame(gc);
		gc.setAlpha(FAINT);
		gc.setLineWidth(1);
		paintLinks(gc);
	}

	/** From each step to the next of its group. */
	private void paintLinks(GC gc) {
		for (int k = 1; k < boxes.size(); k++)
			if (boxes.get(k).step().group() == boxes.get(k - 1).step().group()) {
				Rectangle above = boxes.get(k - 1).frame();
				Rectangle below = boxes.get(k).frame();
				int x = below.x + 2 * INDENT;
				gc.drawLine(x, above.y + above.height, x, below.y - 1);
				gc.fillPolygon(new int[] { x - ARROW, below.y - ARROW - 1, x + ARROW + 1, below.y - ARROW - 1, x, below.y });
			}
	}

	@Override
	public boolean setFocus() {
		return selected.or(() -> boxes.stream().findFirst()).filter(box -> !box.isDisposed()).map(StepBox::choose).orElse(false);
	}
}
