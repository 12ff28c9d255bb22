// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pxst.ui.internal.jobs.JobsView;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Run.State;

/** The view of the runs, driven by its buttons. */
class JobsTest extends UiTest {
	private static final int STATE = 1;
	private static final int DONE = 2;
	private static final int STEP = 4;

	@BeforeEach
	void showView() {
		RunProbe.clear();
		show(JobsView.ID);
	}

	@AfterEach
	void clear() {
		RunProbe.clear();
	}

	private static List<String> column(int index) {
		Table table = widget("jobs.list");
		return Arrays.stream(table.getItems()).map(item -> item.getText(index)).toList();
	}

	private static void select(int row) {
		Table table = widget("jobs.list");
		table.setSelection(row);
		Event event = new Event();
		event.item = table.getItem(row);
		table.notifyListeners(SWT.Selection, event);
	}

	private static String status() {
		return ((Label) widget("jobs.status")).getText();
	}

	/** A run whose main loop is paused by the button. */
	private Run paused(Path file) {
		Run run = RunProbe.submit(file, RunProbe.MAIN, "calculate_phase");
		RunProbe.loop(run, 1);
		waitUntil("the button can be pressed", () -> isThere("jobs.pause"));
		click(widget("jobs.pause"));
		waitUntil("it is paused", () -> column(STATE).contains("paused"));
		waitUntil("the status line says so, too", () -> ((Label) widget("jobs.indicator")).getText().contains(": paused"));
		return run;
	}

	@Test
	void anEmptyListSaysHowToStart() {
		assertTrue(((Label) widget("jobs.empty")).getText().contains("New Reconstruction"));
		assertFalse(isThere("jobs.list"));
	}

	@Test
	void pauseAndGoOnAndStopAndKeep() throws Exception {
		Path file = tinyRaw();
		Run run = paused(file);
		assertEquals(List.of("1 of 2: pixel_map_from_data"), column(STEP));
		assertEquals("Go on", ((Button) widget("jobs.pause")).getText());
		assertTrue(status().startsWith("Paused after iteration"), status());
		click(widget("jobs.pause"));
		waitUntil("it runs again", () -> column(STATE).contains("running"));
		assertEquals("Pause", ((Button) widget("jobs.pause")).getText());
		click(widget("jobs.stop"));
		waitUntil("it has ended", () -> run.state().isOver());
		waitUntil("the log says why", () -> ((Text) widget("jobs.log")).getText().contains("stopped before calculate_phase"));
		assertTrue(RunProbe.result(file, "pixel_map").isPresent());
	}

	@Test
	void whatWaitsIsMovedAndCancelledAndRemoved() throws Exception {
		Run one = paused(tinyRaw());
		RunProbe.submit(tinyRaw(), "make_mask");
		Run three = RunProbe.submit(tinyRaw(), "make_whitefield");
		events();
		assertEquals(List.of("paused", "waiting", "waiting"), column(STATE));
		select(2);
		assertFalse(isThere("jobs.pause"));
		assertFalse(isThere("jobs.remove"));
		click(widget("jobs.up"));
		assertEquals(List.of("1 of 2: pixel_map_from_data", "make_whitefield", "make_mask"), column(STEP));
		click(widget("jobs.cancel"));
		assertEquals(State.CANCELLED, three.state());
		assertEquals(List.of("paused", "cancelled", "waiting"), column(STATE));
		click(widget("jobs.remove"));
		assertEquals(List.of("paused", "waiting"), column(STATE));
		select(0);
		click(widget("jobs.cancel"));
		RunProbe.waitFor(one, State.CANCELLED);
		waitUntil("the next one has its turn", () -> column(STATE).equals(List.of("cancelled", "done")));
	}

	@Test
	void aFailureIsExplainedAndTheResultIsShown() throws Exception {
		Path file = tinyRaw();
		Run run = RunProbe.submit(file, "make_mask", "calculate_phase");
		RunProbe.waitFor(run, State.FAILED);
		waitUntil("it is seen", () -> column(STATE).contains("failed"));
		assertTrue(status().startsWith("tiny_raw.cxi: ") && status().contains("which calculate_phase needs"), status());
		assertTrue(((Text) widget("jobs.log")).getText().startsWith("make_mask"));
		assertTrue(((Text) widget("jobs.log")).getText().endsWith(run.problem()));
		assertTrue(openScans().scans().isEmpty());
		click(widget("jobs.show"));
		assertEquals(file, openScans().current().orElseThrow().file());
	}

	@Test
	void theLogStaysWhereItIsWhileAnotherRunIsLookedAt() throws Exception {
		RunProbe.waitFor(RunProbe.submit(tinyRaw(), "make_mask"), State.DONE);
		RunProbe.waitFor(RunProbe.submit(tinyRaw(), "frame_check"), State.DONE);
		waitUntil("both are done", () -> column(STATE).equals(List.of("done", "done")));
		select(0);
		assertTrue(((Text) widget("jobs.log")).getText().startsWith("make_mask"));
		TableItem first = ((Table) widget("jobs.list")).getItem(0);
		assertEquals("100 %", first.getText(DONE));
		select(1);
		assertTrue(((Text) widget("jobs.log")).getText().startsWith("frame_check"));
	}
}
