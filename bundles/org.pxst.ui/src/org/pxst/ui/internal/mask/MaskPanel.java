// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.jface.preference.ColorSelector;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** The controls of the mask editor: a column that scrolls when the view is low. */
final class MaskPanel {
	private static final int MOST_PIXELS = 500;

	private final ScrolledComposite scroller;
	private final PanelForm form;
	private final MaskActions actions;
	private final Map<MaskToolKind, ToolItem> tools = new EnumMap<>(MaskToolKind.class);
	private final Map<MaskMode, ToolItem> modes = new EnumMap<>(MaskMode.class);
	private Combo background;
	private Spinner frame;
	private Spinner radius;
	private Spinner distance;
	private Combo combination;
	private ColorSelector colour;
	private Scale opacity;

	MaskPanel(Composite parent, MaskActions actions, MaskLook look) {
		this.actions = actions;
		scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
		form = new PanelForm(scroller);
		addImage();
		addTools();
		addChanges();
		addSources();
		addLook(look);
		scroller.setContent(form);
		scroller.setExpandHorizontal(true);
		scroller.setExpandVertical(true);
		Point size = form.computeSize(SWT.DEFAULT, SWT.DEFAULT);
		scroller.setMinHeight(size.y);
		GridData data = new GridData(SWT.FILL, SWT.FILL, false, true);
		data.widthHint = size.x + scroller.getVerticalBar().getSize().x;
		scroller.setLayoutData(data);
	}

	private void addImage() {
		form.heading("Show");
		String[] lines = Arrays.stream(MaskBackground.values()).map(MaskBackground::label).toArray(String[]::new);
		background = form.combo("mask.background", "What lies under the mask", lines, k -> actions.show(MaskBackground.values()[k]));
		form.label("Frame");
		frame = form.spinner("mask.frame", "The current frame, counted from 0 (left, right, page up, page down)", 0, 0, 0,
				actions::showFrame);
	}

	private void addTools() {
		form.heading("Draw");
		ToolBar modeBar = form.wide(new ToolBar(form, SWT.FLAT | SWT.HORIZONTAL));
		for (MaskMode mode : MaskMode.values()) {
			ToolItem item = item(modeBar, "mask.mode." + id(mode), mode.description(), () -> actions.drawing().setMode(mode));
			item.setText(mode.label());
			modes.put(mode, item);
		}
		LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources(), form);
		ToolBar toolBar = form.wide(new ToolBar(form, SWT.FLAT | SWT.HORIZONTAL));
		for (MaskToolKind tool : MaskToolKind.values()) {
			ToolItem item = item(toolBar, "mask.tool." + id(tool), tool.label() + ": " + tool.description(),
					() -> actions.drawing().setTool(tool));
			item.setImage(images.create(ImageDescriptor.createFromURL(MaskPanel.class.getResource(tool.icon()))));
			tools.put(tool, item);
		}
		form.label("Brush radius");
		radius = form.spinner("mask.radius", "Radius of the brush in pixels ([ and ])", 3, 0, MOST_PIXELS, pixels -> actions.drawing().setRadius(pixels));
	}

	private static String id(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

	private static ToolItem item(ToolBar bar, String id, String tooltip, Runnable chosen) {
		ToolItem item = new ToolItem(bar, SWT.CHECK);
		item.setToolTipText(tooltip);
		item.setData(PanelForm.ID, id);
		item.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> chosen.run()));
		return item;
	}

	private void addChanges() {
		form.heading("Change");
		form.button("mask.threshold", "Outside levels",
				"Masks, unmasks or toggles all pixels whose values are outside the levels of the histogram, and those without a value",
				actions::applyOutsideLevels);
		form.button("mask.invert", "Invert", "Good pixels become bad, bad ones good, everywhere; inside a shape: toggle it",
				() -> actions.edit(MaskEditor::invert));
		form.button("mask.grow", "Grow", "Bad areas grow by so many pixels",
				() -> actions.edit(e -> e.grow(distance.getSelection())));
		form.button("mask.shrink", "Shrink", "Bad areas shrink by so many pixels",
				() -> actions.edit(e -> e.shrink(distance.getSelection())));
		form.label("by pixels");
		distance = form.spinner("mask.distance", "How far bad areas grow or shrink, in pixels", 1, 1, MOST_PIXELS, n -> {
			// asked for when it is needed
		});
		form.button("mask.clear", "Clear", "All pixels become good", () -> actions.edit(MaskEditor::clear));
		form.button("mask.fill", "Fill", "All pixels become bad", () -> actions.edit(MaskEditor::fill));
	}

	private void addSources() {
		form.heading("Take a mask");
		List<Combination> ways = List.of(Combination.values());
		String tooltip = "How it comes together with the mask that is here. "
				+ ways.stream().map(c -> c.label() + ": " + c.description()).collect(Collectors.joining("; "));
		combination = form.combo("mask.combination", tooltip, ways.stream().map(Combination::label).toArray(String[]::new), k -> {
			// asked for when it is needed
		});
		for (MaskSource source : MaskSource.values())
			form.button("mask.from." + id(source), source.label(), source.description(),
					() -> actions.take(source, Combination.values()[combination.getSelectionIndex()]));
		form.button("mask.export", "Export...", "Writes the mask into a .npy, .tif, .csv or HDF5 file. "
				+ "Save (Ctrl+S) writes it into the scan's file, for all steps", actions::export);
	}

	private void addLook(MaskLook look) {
		form.heading("Bad pixels");
		colour = new ColorSelector(form);
		colour.setColorValue(new RGB(look.rgb() >> 16 & 0xFF, look.rgb() >> 8 & 0xFF, look.rgb() & 0xFF));
		colour.getButton().setToolTipText("Colour of bad pixels");
		colour.getButton().setData(PanelForm.ID, "mask.colour");
		colour.addListener(e -> lookChanged());
		opacity = new Scale(form, SWT.HORIZONTAL);
		opacity.setMinimum(0);
		opacity.setMaximum(100);
		opacity.setSelection(look.opacity());
		opacity.setToolTipText("How much bad pixels cover the image");
		opacity.setData(PanelForm.ID, "mask.opacity");
		GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
		data.widthHint = 60;
		opacity.setLayoutData(data);
		opacity.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> lookChanged()));
	}

	private void lookChanged() {
		RGB rgb = colour.getColorValue();
		actions.setLook(new MaskLook(rgb.red << 16 | rgb.green << 8 | rgb.blue, opacity.getSelection()));
	}

	/** Shows which mode, tool and radius are chosen. */
	void showChoice(MaskMode mode, MaskToolKind tool, int brush) {
		modes.forEach((m, item) -> item.setSelection(m == mode));
		tools.forEach((t, item) -> item.setSelection(t == tool));
		if (radius.getSelection() != brush)
			radius.setSelection(brush);
	}

	/** Shows which frame is current. */
	void showFrame(int current, int frames, MaskBackground shown) {
		if (frame.getMaximum() != frames - 1)
			frame.setMaximum(Math.max(0, frames - 1));
		if (frame.getSelection() != current)
			frame.setSelection(current);
		frame.setEnabled(shown.isOfFrame() && frames > 1);
		background.select(shown.ordinal());
	}
}
