// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.pxst.ui.internal.edit.WrapRow;

/** Frames that had better be left out, with the reasons. There only when there are some. */
final class SuggestionPanel extends Composite {
	/** Lines of the list that are visible; the others are scrolled to. */
	private static final int LINES = 4;

	private final FramesModel model;
	private final Label summary;
	private final Table table;
	private boolean several;

	SuggestionPanel(Composite parent, FramesModel model) {
		super(parent, SWT.NONE);
		this.model = model;
		GridLayout layout = new GridLayout(3, false);
		layout.marginHeight = 1;
		layout.marginWidth = 4;
		setLayout(layout);
		setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		summary = new Label(this, SWT.NONE);
		summary.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		button("frames.accept", "Leave out", "Marks all suggested frames bad; can be undone", model::accept);
		button("frames.dismiss", "Dismiss", "Forgets the suggestions", () -> model.suggest(Suggestions.none()));
		table = WrapRow.named(new Table(this, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL), "frames.suggestions");
		table.setToolTipText("A click shows the frame");
		table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false, 3, 1));
		new TableColumn(table, SWT.RIGHT);
		new TableColumn(table, SWT.LEFT);
		table.addListener(SWT.Selection, e -> model.setFrame((Integer) e.item.getData()));
		model.addListener(this::changed);
		parent.addListener(SWT.Resize, e -> showTable());
		setThere(false);
	}

	private void button(String id, String text, String tooltip, Runnable action) {
		Button button = WrapRow.named(new Button(this, SWT.PUSH), id);
		button.setText(text);
		button.setToolTipText(tooltip);
		button.addListener(SWT.Selection, e -> action.run());
	}

	private void changed(FramesModel.Change change) {
		if (change != FramesModel.Change.FRAME && change != FramesModel.Change.SELECTED)
			show(model.suggestions().list());
	}

	private void show(List<Suggestion> suggestions) {
		several = suggestions.size() > 1;
		summary.setText(several ? suggestions.size() + " frames had better be left out"
				: suggestions.stream().findFirst().map(s -> "Suggested as bad: frame " + s.frame() + " (" + s.reason() + ")")
						.orElse(""));
		summary.setToolTipText(summary.getText());
		table.setRedraw(false);
		table.removeAll();
		for (Suggestion s : suggestions) {
			TableItem item = new TableItem(table, SWT.NONE);
			item.setText(new String[] { Integer.toString(s.frame()), s.reason() });
			item.setData(s.frame());
		}
		for (TableColumn column : table.getColumns())
			column.pack();
		table.setRedraw(true);
		((GridData) table.getLayoutData()).heightHint = Math.min(LINES, suggestions.size()) * table.getItemHeight();
		setThere(!suggestions.isEmpty());
	}

	private void setThere(boolean there) {
		setVisible(there);
		((GridData) getLayoutData()).exclude = !there;
		showTable();
		getParent().layout(true, true);
	}

	private void showTable() {
		// where it is tight, reasons are in the tooltips of the plots only
		boolean room = several && getParent().getSize().y >= FramesContent.LOW;
		GridData data = (GridData) table.getLayoutData();
		if (data.exclude == !room)
			return;
		data.exclude = !room;
		table.setVisible(room);
		layout();
	}
}
