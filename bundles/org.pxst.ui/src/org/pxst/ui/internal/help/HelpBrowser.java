// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.help;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** Shows a page of help, and says which link was clicked. For the UI thread. */
public final class HelpBrowser {
	private static final int MARGIN = 8;

	private final StyledText widget;
	private final LocalResourceManager resources;
	private List<HelpText.Span> links = List.of();

	/** @param follow gets the target of a link that is clicked */
	public HelpBrowser(Composite parent, Consumer<String> follow) {
		widget = new StyledText(parent, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
		widget.setData("org.pxst.ui.id", "help.text");
		widget.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
		widget.setCaret(null);
		resources = new LocalResourceManager(JFaceResources.getResources(), widget);
		widget.addListener(SWT.MouseMove, e -> widget.setCursor(linkAt(e).isPresent()
				? widget.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null));
		widget.addListener(SWT.MouseUp, e -> {
			// not at the end of a selection
			if (e.button == 1 && widget.getSelectionCount() == 0)
				linkAt(e).ifPresent(link -> follow.accept(link.target()));
		});
	}

	private Optional<HelpText.Span> linkAt(Event mouse) {
		int offset = widget.getOffsetAtPoint(new Point(mouse.x, mouse.y));
		return links.stream().filter(link -> link.start() <= offset && offset < link.end()).findFirst();
	}

	/** Where it is shown. */
	public Control control() {
		return widget;
	}

	/** Shows a page from its beginning. */
	public void show(HelpText page) {
		widget.setRedraw(false);
		links = page.spans().stream().filter(span -> span.style() == HelpText.Style.LINK).toList();
		widget.setText(page.text());
		for (HelpText.Span span : page.spans())
			widget.setStyleRange(range(span));
		for (int line = 0; line < page.blocks().size(); line++)
			switch (page.blocks().get(line)) {
			case ITEM -> widget.setLineWrapIndent(line, 1, width(HelpText.BULLET));
			case STEP -> widget.setLineWrapIndent(line, 1, width("1. "));
			case VERBATIM -> widget.setLineIndent(line, 1, width(HelpText.BULLET));
			case SINGLE, PARAGRAPH -> {
				// from the margin on
			}
			}
		widget.setRedraw(true);
		// the pixels of the margin above the first line, too
		widget.setTopPixel(0);
	}

	private int width(String text) {
		GC gc = new GC(widget);
		try {
			return gc.textExtent(text).x;
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
		case LINK -> {
			range.underline = true;
			range.underlineStyle = SWT.UNDERLINE_LINK;
		}
		}
		return range;
	}

	private Font font(FontDescriptor descriptor) {
		return resources.create(descriptor);
	}
}
