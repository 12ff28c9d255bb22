// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.history;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** Puts the selected rows of a table on the clipboard, with tabs between columns, on Ctrl+C. */
final class TableCopy {
	private final Table table;

	TableCopy(Table table) {
		this.table = table;
		table.addKeyListener(KeyListener.keyPressedAdapter(event -> {
			if (event.keyCode == 'c' && (event.stateMask & SWT.MOD1) != 0)
				copy();
		}));
	}

	private void copy() {
		String text = Arrays.stream(table.getSelection()).map(this::line).collect(Collectors.joining("\n"));
		if (text.isEmpty())
			return;
		Clipboard clipboard = new Clipboard(table.getDisplay());
		clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
		clipboard.dispose();
	}

	private String line(TableItem item) {
		return IntStream.range(0, table.getColumnCount()).mapToObj(item::getText).collect(Collectors.joining("\t"));
	}
}
