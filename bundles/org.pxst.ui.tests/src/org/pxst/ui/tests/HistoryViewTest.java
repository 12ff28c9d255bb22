// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pxst.core.literal.DoubleLiteral;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.LongLiteral;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.processing.config.ProcessRecord;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.image.ColourMaps;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.internal.compare.CompareView;
import org.pxst.ui.internal.history.HistoryView;
import org.pxst.ui.run.Pipelines;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.ScanPipeline;
import org.pxst.ui.session.OpenScan;

/** What was run is listed, kept and compared. */
class HistoryViewTest extends UiTest {
	private static final String LOOP = "pixel_map_from_data";
	private static final String TABLE = "history.table";

	private OpenScan scan;

	@AfterEach
	void clearRuns() {
		RunProbe.clear();
	}

	/** Runs the main loop for two iterations, and records it. The first iterations have a filter of at least 8. */
	private static void reconstruct(Path file, String filter) {
		RecordedRuns.run(file, LOOP, Map.of("filter", filter, "iterations", "2"));
	}

	private Path recorded(String filter) throws IOException {
		Path file = tiny();
		reconstruct(file, filter);
		return file;
	}

	private HistoryView openView(Path file) {
		scan = open(file);
		HistoryView view = show(HistoryView.ID);
		waitUntil("the history is read", view::showsContent);
		return view;
	}

	private static String note() {
		Label note = widget("history.note");
		return note.getText();
	}

	private static List<String> rows(String id) {
		Table table = widget(id);
		return Arrays.stream(table.getItems()).map(item -> item.getText(0) + "|" + item.getText(1) + "|" + item.getText(2)
				+ (table.getColumnCount() > 3 ? "|" + item.getText(3) : "")).toList();
	}

	private static void choose(String id, int index) {
		Combo combo = widget(id);
		combo.select(index);
		combo.notifyListeners(SWT.Selection, new Event());
		events();
	}

	@Test
	void runsAreListedWithTheirParameters() throws IOException {
		openView(recorded("2.5"));
		Table table = widget(TABLE);
		assertEquals(1, table.getItemCount());
		assertEquals(LOOP, table.getItem(0).getText(1));
		assertEquals(OpenScan.RESULTS, table.getItem(0).getText(3));
		assertTrue(rows("history.parameters").contains("filter|2.5|2.5"), rows("history.parameters").toString());
		assertTrue(rows("history.parameters").stream().anyMatch(row -> row.startsWith("irrotational||")));
		Text filter = widget("history.filter");
		filter.setText("no such step");
		events();
		assertEquals(0, table.getItemCount());
		filter.setText("2.5");
		events();
		assertEquals(1, table.getItemCount());
	}

	@Test
	void theCommandLineIsCopied() throws IOException {
		openView(recorded("2.5"));
		click(widget("history.copy"));
		Clipboard clipboard = new Clipboard(Display.getCurrent());
		String text = (String) clipboard.getContents(TextTransfer.getInstance());
		clipboard.dispose();
		assertTrue(text.startsWith("pxst " + LOOP + " " + scan.file()) && text.contains("--filter 2.5"), text);
	}

	@Test
	void resultsWithoutARecordCanBeKept() throws IOException {
		openView(tiny());
		assertTrue(note().contains("not recorded"), note());
		Button again = widget("history.again");
		assertFalse(again.isEnabled());
		click(widget("history.keep"));
		waitUntil("it is kept: " + note(), () -> note().contains("is kept as"));
		String kept = note().replaceAll(".*kept as (.*)\\.", "$1");
		assertTrue(kept.startsWith(OpenScan.RESULTS + "_"), kept);
		StoredGroup results = StoredGroup.of(scan.file(), OpenScan.RESULTS);
		results.checkSame(StoredGroup.of(scan.file(), kept).without("/creator"), Set.of());
		compare();
	}

	@Test
	void aRunIsRunAgainWithItsOwnParameters() throws IOException {
		scan = open(tiny());
		StepDescription main = TinyScan.service(StepCatalogue.class).step(LOOP).orElseThrow();
		ScanPipeline pipeline = TinyScan.service(Pipelines.class).of(scan);
		pipeline.setGiven(main, Map.of("filter", new DoubleLiteral(2.5), "iterations", new LongLiteral(2)));
		pipeline.setScanGiven(Map.of("distance", new DoubleLiteral(1.01)));
		RunProbe.waitFor(RunProbe.runs().submit(pipeline.request(List.of(main)), "first"), Run.State.DONE);
		Map<String, Literal> now = Map.of("filter", new DoubleLiteral(7), "iterations", new LongLiteral(1));
		pipeline.setGiven(main, now);
		pipeline.setScanGiven(Map.of());
		HistoryView view = show(HistoryView.ID);
		waitUntil("the history is read", view::showsContent);
		Table table = widget(TABLE);
		waitUntil("the run is listed", () -> table.getItemCount() == 1);
		table.select(0);
		table.notifyListeners(SWT.Selection, new Event());
		click(widget("history.again"));
		assertTrue(note().contains("in the queue"), note());
		Run run = RunProbe.runs().runs().get(1);
		RunProbe.waitFor(run, Run.State.DONE);
		waitUntil("both runs are listed", () -> table.getItemCount() == 2);
		List<ProcessRecord> records;
		try (Hdf5View file = TinyScan.service(Hdf5Viewer.class).open(scan.file())) {
			records = ProcessRecord.of(file, OpenScan.RESULTS);
		}
		ProcessRecord one = records.get(0);
		ProcessRecord two = records.get(1);
		assertEquals(new ProcessRecord(2, one.step(), one.version(), two.date(), one.command(), one.input(), one.computedOn(),
				one.configuration(), one.parameters()), two);
		assertTrue(one.configuration().contains("filter = 2.5"), one.configuration());
		assertTrue(one.configuration().contains("distance = 1.01"), one.configuration());
		assertEquals(now, pipeline.given(main), "what the user has set stays");
		assertEquals(Map.of(), pipeline.scanGiven());
	}

	/** Shows the comparison. */
	private static ImageProbe compare() {
		click(widget("history.compare"));
		waitUntil("the comparison is shown", () -> isThere("compare.difference")
				&& UiTest.<ImageViewer>widget("compare.difference").picture().isPresent());
		return new ImageProbe(widget("compare.difference"));
	}

	@Test
	void twoRunsAreCompared() throws IOException {
		Path file = recorded("1");
		openView(file);
		click(widget("history.keep"));
		waitUntil("it is kept", () -> note().contains("is kept as"));
		reconstruct(file, "12");
		Table table = widget(TABLE);
		waitUntil("the second run is listed", () -> table.getItemCount() == 3);
		ImageProbe difference = compare();
		Label summary = widget("compare.summary");
		waitUntil("they differ", () -> summary.getText().startsWith("B - A: rms"));
		assertTrue(max(difference) > 0);
		ImageProbe a = new ImageProbe(widget("compare.a"));
		ImageProbe b = new ImageProbe(widget("compare.b"));
		waitUntil("the same levels", () -> viewer("compare.a").levels().equals(viewer("compare.b").levels()));
		a.check(a.picture().rows() / 2 + 5, a.picture().columns() / 2 + 6, ColourMaps.GREY);
		b.check(b.picture().rows() / 2 + 5, b.picture().columns() / 2 + 6, ColourMaps.GREY);
		difference.check(b.picture().rows() / 2 + 5, b.picture().columns() / 2 + 6, ColourMaps.BLUE_RED);
		choose("compare.quantity", 1);
		difference.waitFor("Pixel map, ss");
		assertTrue(max(difference) > 0);
		click(widget("compare.parameters"));
		assertTrue(rows("compare.parameters.table").contains(LOOP + "|filter|1|12"), rows("compare.parameters.table").toString());
		click(widget("compare.figures"));
		assertTrue(rows("compare.figures.table").contains("Iterations|2|2|same"), rows("compare.figures.table").toString());
	}

	private static double max(ImageProbe probe) {
		double most = 0;
		for (float value : probe.picture().values())
			most = Math.max(most, Float.isNaN(value) ? 0 : Math.abs(value));
		return most;
	}

	private static ImageViewer viewer(String id) {
		return widget(id);
	}

	@Test
	void zoomAndCursorAreLinked() throws IOException {
		open(tiny());
		open(tiny());
		show(CompareView.ID);
		waitUntil("pictures", () -> isThere("compare.a") && viewer("compare.a").picture().isPresent());
		ImageProbe a = new ImageProbe(viewer("compare.a"));
		ImageProbe b = new ImageProbe(viewer("compare.b"));
		int row = a.picture().rows() / 2;
		int column = a.picture().columns() / 2;
		Point middle = a.place(row, column);
		double before = viewer("compare.b").transform().x(column + 1) - viewer("compare.b").transform().x(column);
		wheel(viewer("compare.a").canvas(), middle, 3, 0);
		double after = viewer("compare.b").transform().x(column + 1) - viewer("compare.b").transform().x(column);
		assertTrue(after > 1.2 * before, before + " and " + after);
		assertEquals(viewer("compare.a").transform().x(column + 1) - viewer("compare.a").transform().x(column), after, 1e-9);
		assertTrue(b.place(row, column).x > 0);
		viewer("compare.difference").fit();
		assertEquals(before, viewer("compare.b").transform().x(column + 1) - viewer("compare.b").transform().x(column), 1e-6);
		Label summary = widget("compare.summary");
		assertTrue(summary.getText().contains("the same at all"), summary.getText());
	}

	@Test
	void saysWhenThereIsNothingToCompare() throws IOException {
		open(tinyRaw());
		CompareView view = show(CompareView.ID);
		assertFalse(isThere("compare.a"));
		HistoryView history = show(HistoryView.ID);
		waitUntil("a message", () -> history.message().contains("reconstruction"));
		assertEquals("Compare", view.getPartName());
	}
}
