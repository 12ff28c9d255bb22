// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.Test;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.ui.internal.tree.DataAddress;
import org.pxst.ui.internal.tree.DataView;
import org.pxst.ui.session.OpenScan;

class FileTreeViewTest extends UiTest {
	private static final String VIEW = "org.pxst.ui.fileTree";
	private static final String MASK = "tiny.cxi/speckle_tracking/mask";

	private FileTreeProbe tree;

	private OpenScan openTiny() throws IOException {
		OpenScan scan = open(tiny());
		show(VIEW);
		tree = new FileTreeProbe();
		return scan;
	}

	private static List<String> details() {
		Table table = widget("files.details");
		return Arrays.stream(table.getItems()).map(item -> item.getText(0) + ": " + item.getText(1)).toList();
	}

	private static void write(OpenScan scan, CxiDataset dataset) {
		List<String> done = new ArrayList<>();
		scan.write(OpenScan.RESULTS, List.of(dataset), "something for a test", done::add);
		waitUntil("it is written", () -> !done.isEmpty());
		assertEquals(List.of(""), done);
	}

	private MenuItem menuItem(String text) {
		Menu menu = tree.tree().getMenu();
		menu.notifyListeners(SWT.Show, new Event());
		return Arrays.stream(menu.getItems()).filter(item -> item.getText().startsWith(text)).findFirst()
				.orElseThrow(() -> new AssertionError("no " + text + " in the menu"));
	}

	@Test
	void showsWhatIsInAFile() throws IOException {
		openTiny();
		TreeItem mask = tree.line(MASK);
		assertEquals("96 x 128", mask.getText(2));
		assertEquals("bool", mask.getText(3));
		tree.select(mask);
		assertTrue(details().contains("path: /speckle_tracking/mask"), () -> details().toString());
		TreeItem phase = tree.line("tiny.cxi/speckle_tracking/phase");
		assertEquals("rad", phase.getText(1));
		tree.select(phase);
		assertTrue(details().contains("@units: rad"), () -> details().toString());
	}

	@Test
	void theCurrentFileIsSelectedAndFocusMakesNoOtherCurrent() throws IOException {
		show(VIEW);
		open(tinyRaw());
		OpenScan current = openTiny();
		// the tree, and not the filter, takes what is typed
		assertTrue(tree.tree().isFocusControl(), () -> "focus is in " + tree.tree().getDisplay().getFocusControl());
		assertEquals(List.of("tiny.cxi"), Arrays.stream(tree.tree().getSelection()).map(TreeItem::getText).toList());
		assertSame(current, openScans().current().orElseThrow());
	}

	@Test
	void aDoubleClickShowsTheData() throws IOException {
		OpenScan scan = openTiny();
		tree.open(tree.line(MASK));
		String id = new DataAddress(scan.file(), "/speckle_tracking/mask").id();
		assertNotNull(page().findViewReference(DataView.ID, id), "a view of the mask");
		assertEquals("mask - tiny.cxi", page().getActivePart().getTitle());
	}

	@Test
	void showsWhatAStepWritesAndStaysAsItIs() throws IOException {
		OpenScan scan = openTiny();
		tree.select(tree.line(MASK));
		write(scan, CxiDataset.of("made_by_a_test", new double[] { 0.25 }, "m"));
		waitUntil("it is in the tree", () -> tree.find("tiny.cxi/speckle_tracking/made_by_a_test").isPresent());
		assertEquals("0.25 m", tree.line("tiny.cxi/speckle_tracking/made_by_a_test").getText(1));
		assertEquals(List.of("mask"), Arrays.stream(tree.tree().getSelection()).map(TreeItem::getText).toList());
		write(scan, CxiDataset.of("made_by_a_test", new double[] { 0.5 }, "m"));
		waitUntil("the new value is in the tree",
				() -> tree.line("tiny.cxi/speckle_tracking/made_by_a_test").getText(1).equals("0.5 m"));
	}

	@Test
	void theFilterShowsOnlyWhatIsWanted() throws IOException {
		openTiny();
		tree.line(MASK);
		Text filter = widget("files.filter");
		filter.setText("PHAS");
		waitUntil("the mask is hidden", () -> tree.find(MASK).isEmpty());
		TreeItem group = tree.tree().getItem(0).getItem(0);
		assertTrue(group.getExpanded(), "what is found is in sight");
		assertEquals("phase", group.getItem(0).getText());
		filter.setText("");
		tree.line(MASK);
	}

	@Test
	void theCurrentFileIsBoldAndAClickMakesAnotherCurrent() throws IOException {
		OpenScan tiny = openTiny();
		OpenScan raw = open(tinyRaw());
		TreeItem first = tree.line("tiny.cxi");
		TreeItem second = tree.line("tiny_raw.cxi");
		waitUntil("the second is bold", () -> isBold(second) && !isBold(first));
		tree.select(first);
		assertSame(tiny, openScans().current().orElseThrow());
		assertTrue(isBold(first));
		assertTrue(!isBold(second));
		openScans().close(raw);
		events();
		assertTrue(tree.find("tiny_raw.cxi").isEmpty());
	}

	private static boolean isBold(TreeItem item) {
		return (item.getFont(0).getFontData()[0].getStyle() & SWT.BOLD) != 0;
	}

	@Test
	void theMenuCopiesPathsAndClosesFiles() throws IOException {
		OpenScan scan = openTiny();
		tree.select(tree.line(MASK));
		menuItem("Copy FILE/path").notifyListeners(SWT.Selection, new Event());
		assertEquals(scan.file() + "/speckle_tracking/mask", clipboard());
		menuItem("Copy path").notifyListeners(SWT.Selection, new Event());
		assertEquals("/speckle_tracking/mask", clipboard());
		menuItem("Close file").notifyListeners(SWT.Selection, new Event());
		events();
		assertEquals(List.of(), openScans().scans());
		assertTrue(scan.file().toFile().exists());
	}

	private static String clipboard() {
		Clipboard clipboard = new Clipboard(Display.getCurrent());
		try {
			return (String) clipboard.getContents(TextTransfer.getInstance());
		} finally {
			clipboard.dispose();
		}
	}

	@Test
	void attributesOfTheFileAreBelowTheTree() throws IOException {
		OpenScan scan = openTiny();
		tree.line(MASK);
		tree.select(tree.line("tiny.cxi"));
		assertEquals("file: " + scan.file(), details().get(0));
		TableItem[] items = UiTest.<Table>widget("files.details").getItems();
		assertNotEquals(0, items.length);
	}
}
