// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.plot.RegionTool;

/** How frames are selected in the plots, and what is done with those that are. */
final class SelectionBar {
	/** Pixels that icons and texts need. */
	private static final int WIDE = 330;
	private static final String TEXT = "text";

	private final FramesModel model;
	private final Consumer<RegionTool> tools;
	private final Map<RegionTool, ToolItem> items = new EnumMap<>(RegionTool.class);
	private final LocalResourceManager images;
	private final ToolBar marks;

	/**
	 * @param row   where the controls go
	 * @param tools gets the tool that dragging in the plots shall be
	 */
	SelectionBar(WrapRow row, FramesModel model, Consumer<RegionTool> tools) {
		this.model = model;
		this.tools = tools;
		images = new LocalResourceManager(JFaceResources.getResources(), row);
		ToolBar kinds = new ToolBar(row, SWT.FLAT);
		tool(kinds, RegionTool.RECTANGLE, "Rectangle: dragging in a plot selects the frames in a rectangle, or a range of frames. "
				+ "A click selects one frame, with Ctrl one more; a double click toggles it");
		tool(kinds, RegionTool.LASSO, "Lasso: dragging in the map selects the frames inside of the line that is drawn");
		tool(kinds, RegionTool.NONE, "Move: dragging moves the plots");
		marks = new ToolBar(row, SWT.FLAT | SWT.RIGHT);
		mark(marks, Mark.GOOD, "Good", "Good: use the selected frames, or the current one when none is selected (G). Esc selects none");
		mark(marks, Mark.BAD, "Bad", "Bad: leave the selected frames out, or the current one when none is selected (B)");
		mark(marks, Mark.TOGGLE, "Toggle", "Toggle: good becomes bad and bad becomes good (T)");
		row.addListener(SWT.Resize, e -> fit(row.getSize().x));
		choose(RegionTool.RECTANGLE);
	}

	private ToolItem item(ToolBar bar, int style, String name, String tooltip, Runnable action) {
		ToolItem item = WrapRow.named(new ToolItem(bar, style), "frames." + name);
		String icon = name.substring(name.indexOf('.') + 1);
		item.setImage(images.create(
				ImageDescriptor.createFromURL(SelectionBar.class.getResource("/icons/frames/" + icon + ".svg"))));
		item.setToolTipText(tooltip);
		item.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.run()));
		return item;
	}

	private void tool(ToolBar bar, RegionTool tool, String tooltip) {
		items.put(tool, item(bar, SWT.CHECK, "tool." + tool.name().toLowerCase(Locale.ROOT), tooltip, () -> choose(tool)));
	}

	private void mark(ToolBar bar, Mark mark, String text, String tooltip) {
		item(bar, SWT.PUSH, mark.name().toLowerCase(Locale.ROOT), tooltip, () -> model.mark(mark)).setData(TEXT, text);
	}

	private void choose(RegionTool tool) {
		items.forEach((kind, item) -> item.setSelection(kind == tool));
		tools.accept(tool);
	}

	/** Leaves the texts out where the row would have a second line otherwise. */
	private void fit(int width) {
		boolean texts = width >= WIDE;
		for (ToolItem item : marks.getItems())
			item.setText(texts ? (String) item.getData(TEXT) : "");
		marks.getParent().layout();
	}
}
