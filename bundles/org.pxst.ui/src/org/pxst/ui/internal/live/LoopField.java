// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.pxst.core.literal.DoubleLiteral;
import org.pxst.ui.internal.edit.WrapRow;

/** A number of a main loop's settings, with its name before it. */
final class LoopField {
	private static final int CHARACTERS = 8;
	private static final int SMALLEST_WINDOW = 3;

	/** What numbers a field takes. */
	enum Kind {
		/** A whole number, at least 1. */
		COUNT("a whole number, at least 1"),
		/** A number, at least 0. */
		NUMBER("a number, at least 0"),
		/** A whole number, at least 3; empty for 0. */
		WINDOW("a whole number, at least 3, or empty");

		private final String words;

		Kind(String words) {
			this.words = words;
		}

		/** Whether the field takes a number. */
		boolean takes(double number) {
			boolean isWhole = number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE;
			return switch (this) {
			case COUNT -> isWhole && number >= 1;
			case NUMBER -> number >= 0 && !Double.isInfinite(number);
			case WINDOW -> isWhole && (number == 0 || number >= SMALLEST_WINDOW);
			};
		}

		/** The number that a text stands for; NaN when it is none. */
		double number(String text) {
			if (text.isBlank())
				return this == WINDOW ? 0 : Double.NaN;
			try {
				return Double.parseDouble(text.strip());
			} catch (NumberFormatException e) {
				return Double.NaN;
			}
		}

		/** A number as it is written. */
		String text(double number) {
			if (this == WINDOW && number == 0)
				return "";
			return number == Math.rint(number) && Math.abs(number) < Integer.MAX_VALUE ? String.valueOf((int) number)
					: new DoubleLiteral(number).text();
		}
	}

	private final String name;
	private final Kind kind;
	private final Text text;
	/** What was shown last: when the user has changed it, it is not overwritten. */
	private String shown = "";

	LoopField(WrapRow row, String id, String label, String tooltip, Kind kind) {
		this.kind = kind;
		name = label.replace(":", "");
		Composite pair = new Composite(row, SWT.NONE);
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		pair.setLayout(layout);
		Label before = new Label(pair, SWT.NONE);
		before.setText(label);
		before.setToolTipText(tooltip);
		text = WrapRow.named(new Text(pair, SWT.BORDER), id);
		text.setToolTipText(tooltip);
		if (kind == Kind.WINDOW)
			text.setMessage("auto");
		GridData data = new GridData();
		data.widthHint = width();
		text.setLayoutData(data);
	}

	private int width() {
		GC gc = new GC(text);
		int width = (int) (CHARACTERS * gc.getFontMetrics().getAverageCharacterWidth());
		gc.dispose();
		return width;
	}

	Text text() {
		return text;
	}

	/** Shows a number unless the user is about to change it. */
	void show(double number) {
		String next = kind.text(number);
		if (!text.getText().equals(shown) || next.equals(shown))
			return;
		shown = next;
		text.setText(next);
	}

	/** The user is done with it. */
	void accept() {
		shown = text.getText();
	}

	/** What is wrong with it, or "". */
	String problem() {
		double number = kind.number(text.getText());
		return kind.takes(number) ? "" : name + " is \"" + text.getText().strip() + "\", but must be " + kind.words + ".";
	}

	/** Its number; only when there is no problem. */
	double value() {
		return kind.number(text.getText());
	}
}
