// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.pxst.io.cxi.CxiFinding;
import org.pxst.io.cxi.CxiItem;
import org.pxst.processing.step.ScanParameter;
import org.pxst.ui.internal.edit.WrapRow;

/** One item of a scan in the table: what it is, where it was found, its value, what the user gives instead, and what is wrong. */
final class ItemRow {
	private static final int FIELD_WIDTH = 20;

	private final Label place;
	private final Label value;
	private final Optional<Text> text;
	private final Label problem;

	/**
	 * @param parent  with a grid of five columns
	 * @param item    the item
	 * @param typed   what the user gives at first
	 * @param changed gets what the user gives
	 * @param choose  chooses a data set, and gives it to the consumer
	 */
	ItemRow(Composite parent, CxiItem item, String typed, Consumer<String> changed, Consumer<Consumer<String>> choose) {
		String id = "new.found." + item.key();
		Label name = new Label(parent, SWT.NONE);
		name.setText(ItemWords.name(item));
		name.setToolTipText(ItemWords.meaning(item));
		value = WrapRow.named(label(parent), id + ".value");
		place = WrapRow.named(label(parent), id + ".path");
		Optional<ScanParameter> parameter = ItemWords.parameter(item);
		if (parameter.isEmpty()) {
			text = Optional.empty();
			new Label(parent, SWT.NONE).setLayoutData(new GridData(SWT.FILL, SWT.CENTER, false, false, 2, 1));
		} else {
			Text field = WrapRow.named(new Text(parent, SWT.BORDER), id);
			GridData room = new GridData(SWT.FILL, SWT.CENTER, false, false);
			room.widthHint = FIELD_WIDTH * characterWidth(field);
			field.setLayoutData(room);
			field.setMessage(ItemWords.example(parameter.get()));
			field.setToolTipText(ItemWords.meaning(item) + ". Leave it empty for what the file says; "
					+ (parameter.get().isNumber() ? "else type a number with its unit, or a path in the file" : "else type a path in the file"));
			field.setText(typed);
			field.addModifyListener(e -> changed.accept(field.getText()));
			Button button = WrapRow.named(new Button(parent, SWT.PUSH), id + ".choose");
			button.setText("...");
			button.setToolTipText("Chooses a data set in the file");
			button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> choose.accept(field::setText)));
			text = Optional.of(field);
		}
		problem = WrapRow.named(new Label(parent, SWT.WRAP), id + ".problem");
		GridData below = new GridData(SWT.FILL, SWT.TOP, true, false, 5, 1);
		below.widthHint = 1;
		below.horizontalIndent = 16;
		below.exclude = true;
		problem.setLayoutData(below);
		problem.setVisible(false);
	}

	private static int characterWidth(Control control) {
		GC gc = new GC(control);
		try {
			return gc.textExtent("0").x;
		} finally {
			gc.dispose();
		}
	}

	private static Label label(Composite parent) {
		Label label = new Label(parent, SWT.NONE);
		GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
		data.widthHint = 1;
		data.minimumWidth = 1;
		label.setLayoutData(data);
		return label;
	}

	/** Puts what the user gives back in. */
	void setText(String typed) {
		text.filter(field -> !field.getText().strip().equals(typed)).ifPresent(field -> field.setText(typed));
	}

	/**
	 * Shows what was found.
	 *
	 * @param finding in the file
	 * @param wrong   what is wrong with what the user gives; empty for what is wrong with the finding
	 */
	void show(CxiFinding finding, Optional<String> wrong) {
		ScanPage.say(value, ItemWords.value(finding));
		ScanPage.say(place, finding.path().orElse("-"));
		showProblem(wrong.or(() -> finding.problem().map(ItemWords::forReader)));
	}

	/** Shows what is wrong with what the user gives. */
	void showProblem(Optional<String> wrong) {
		ScanPage.say(problem, wrong.map(what -> "\u26a0 " + what).orElse(""));
		((GridData) problem.getLayoutData()).exclude = wrong.isEmpty();
		problem.setVisible(wrong.isPresent());
	}
}
