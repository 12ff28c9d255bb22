// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.help;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Shows a page of help. For the UI thread. */
final class HelpBrowser {
	private static final int MARGIN = 8;

	private final StyledText widget;
	private final LocalResourceManager resources;

	HelpBrowser(Composite parent) {
		widget = new StyledText(parent, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
		widget.setData("org.pxst.ui.id", "help.text");
		widget.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
		widget.setCaret(null);
		resources = new LocalResourceManager(JFaceResources.getResources(), widget);
	}

	Control control() {
		return widget;
	}

	/** Shows a page from its beginning. */
	void show(HelpText page) {
		widget.setRedraw(false);
		widget.setText(page.text());
		for (HelpText.Span span : page.spans())
			widget.setStyleRange(range(span));
		for (int line = 0; line < page.blocks().size(); line++)
			if (page.blocks().get(line) == HelpText.Block.ITEM)
				widget.setLineWrapIndent(line, 1, bulletWidth());
		widget.setRedraw(true);
		// the pixels of the margin above the first line, too
		widget.setTopPixel(0);
	}

	private int bulletWidth() {
		GC gc = new GC(widget);
		try {
			return gc.textExtent("\u2022 ").x;
		} finally {
			gc.dispose();
		}
	}

	private StyleRange range(HelpText.Span span) {
		StyleRange range = new StyleRange();
		range.start = span.start();
		range.length = span.length();
		FontDescriptor text = FontDescriptor.createFrom(widget.getFont());
		switch (span.style()) {
		case TITLE -> range.font = font(text.setStyle(SWT.BOLD).increaseHeight(4));
		case HEADING -> range.font = font(text.setStyle(SWT.BOLD).increaseHeight(1));
		case BOLD -> range.fontStyle = SWT.BOLD;
		case CODE -> range.font = font(FontDescriptor.createFrom(JFaceResources.getTextFont())
				.setHeight(widget.getFont().getFontData()[0].getHeight()));
		}
		return range;
	}

	private Font font(FontDescriptor descriptor) {
		return resources.create(descriptor);
	}
}
