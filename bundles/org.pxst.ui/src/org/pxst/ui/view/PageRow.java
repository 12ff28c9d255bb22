// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.view;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/**
 * Pages of a view of which one is seen at a time, with a row of buttons above that choose it; the row wraps when the view is
 * narrow. A page whose content is missing has a message instead. For the UI thread.
 */
public final class PageRow extends Composite {
	private static final int MARGIN = 12;

	private final Composite buttons;
	private final Composite pages;
	private final StackLayout stack = new StackLayout();
	private final Map<String, Page> byId = new LinkedHashMap<>();

	/** One page: its content and its message share the room. */
	private record Page(Button button, Composite room, Control content, Label message) {
	}

	/** Pages without any yet. */
	public PageRow(Composite parent) {
		super(parent, SWT.NONE);
		GridLayout layout = new GridLayout();
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		layout.verticalSpacing = 2;
		setLayout(layout);
		buttons = new Composite(this, SWT.NONE);
		RowLayout row = new RowLayout(SWT.HORIZONTAL);
		row.wrap = true;
		row.marginTop = 2;
		row.marginBottom = 0;
		buttons.setLayout(row);
		buttons.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
		pages = new Composite(this, SWT.NONE);
		pages.setLayout(stack);
		pages.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
	}

	/**
	 * Adds a page; the first one is seen at first.
	 *
	 * @param id      of the button, for tests
	 * @param text    of the button
	 * @param tooltip of the button
	 * @param content makes what is on the page
	 */
	public <C extends Control> C addPage(String id, String text, String tooltip, Function<Composite, C> content) {
		Button button = new Button(buttons, SWT.RADIO);
		button.setText(text);
		button.setToolTipText(tooltip);
		button.setData("org.pxst.ui.id", id);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			if (button.getSelection())
				choose(id);
		}));
		Composite room = new Composite(pages, SWT.NONE);
		room.setLayout(new StackLayout());
		C made = content.apply(room);
		Composite margin = new Composite(room, SWT.NONE);
		FillLayout fill = new FillLayout();
		fill.marginWidth = MARGIN;
		fill.marginHeight = MARGIN;
		margin.setLayout(fill);
		Label message = new Label(margin, SWT.WRAP);
		byId.put(id, new Page(button, room, made, message));
		((StackLayout) room.getLayout()).topControl = made;
		if (byId.size() == 1)
			choose(id);
		return made;
	}

	/** Shows a page. */
	public void choose(String id) {
		byId.forEach((other, page) -> page.button.setSelection(other.equals(id)));
		stack.topControl = byId.get(id).room;
		pages.layout();
	}

	/** Id of the page that is seen. */
	public String chosen() {
		return byId.entrySet().stream().filter(entry -> entry.getValue().button.getSelection()).map(Map.Entry::getKey).findFirst()
				.orElseThrow();
	}

	/** Puts a message in the place of a page's content, or the content back. */
	public void setMessage(String id, Optional<String> text) {
		Page page = byId.get(id);
		text.ifPresent(page.message::setText);
		((StackLayout) page.room.getLayout()).topControl = text.isPresent() ? page.message.getParent() : page.content;
		page.room.layout(true, true);
	}
}
