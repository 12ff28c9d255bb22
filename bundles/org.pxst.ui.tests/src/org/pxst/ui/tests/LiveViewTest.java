// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.internal.live.LiveView;
import org.pxst.ui.plot.Plot;
import org.pxst.ui.run.LoopRemote;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Run.State;
import org.pxst.ui.session.OpenScan;

/** A real reconstruction, watched and guided. */
class LiveViewTest extends UiTest {
	private LiveView view;
	private Path file;

	@AfterEach
	void clear() {
		RunProbe.clear();
	}

	private Run start() throws Exception {
		view = show(LiveView.ID);
		file = tinyRaw();
		open(file);
		return RunProbe.submit(file, RunProbe.MAIN);
	}

	private static String text() {
		return ((Label) widget("live.text")).getText();
	}

	private static float[] reference() {
		return ((ImageViewer) widget("live.reference")).picture().orElseThrow().values();
	}

	private int iterationsInFile() {
		return RunProbe.result(file, "error_iteration").orElseThrow().getSize();
	}

	private static int points() {
		return ((Plot) widget("live.error")).chart().orElseThrow().getXYPlot().getDataset(0).getItemCount(0);
	}

	private void waitForPictures(LoopRemote loop) {
		int done = loop.state().iterations().size();
		waitUntil("the pictures are those of iteration " + done,
				() -> text().contains("iteration " + done + ",") && view.isUpToDate() && points() == done);
	}

	private static void type(String field, String typed) {
		Text text = widget(field);
		text.setFocus();
		text.setText(typed);
		text.notifyListeners(SWT.DefaultSelection, new Event());
		events();
	}

	private static void showSettings() {
		if (!isThere("live.filter"))
			click(widget("live.settings"));
	}

	@Test
	void picturesFollowTheLoopThatIsPausedGuidedStoppedAndGoneOnFrom() throws Exception {
		Run run = start();
		LoopRemote loop = RunProbe.loop(run, 1);
		click(widget("live.pause"));
		RunProbe.waitFor(run, State.PAUSED);
		waitForPictures(loop);
		assertEquals("Go on", ((Button) widget("live.pause")).getText());
		float[] before = reference();
		int done = loop.state().iterations().size();
		((Spinner) widget("live.count")).setSelection(2);
		click(widget("live.more"));
		waitUntil("two more are done", () -> loop.state().iterations().size() == done + 2 && run.state() == State.PAUSED);
		waitForPictures(loop);
		assertFalse(Arrays.equals(before, reference()), "another reference image is shown");
		assertTrue(((ImageViewer) widget("live.phase")).picture().isPresent());
		back(done);
		waitUntil("it is where it was", () -> loop.state().iterations().size() == done && run.state() == State.PAUSED);
		waitForPictures(loop);
		assertTrue(Arrays.equals(before, reference()), "the reference image of before is shown again");
		showSettings();
		click(widget("live.refinePositions"));
		assertFalse(loop.settings().refinePositions());
		type("live.filter", "2.5");
		assertEquals(2.5, loop.settings().filter());
		click(widget("live.stop"));
		RunProbe.waitFor(run, State.DONE);
		assertEquals(done, iterationsInFile());
		waitUntil("one can go on", () -> isThere("live.more"));
		((Spinner) widget("live.count")).setSelection(1);
		click(widget("live.more"));
		Run further = RunProbe.runs().runs().get(1);
		RunProbe.waitFor(further, State.DONE);
		assertEquals(done + 1, iterationsInFile());
		waitUntil("one can go back", () -> isThere("live.back") && ((Combo) widget("live.back")).getItemCount() > done);
		back(done);
		Run again = RunProbe.runs().runs().get(2);
		RunProbe.waitFor(again, State.DONE);
		assertEquals(done, iterationsInFile());
	}

	private static void back(int iteration) {
		Combo combo = widget("live.back");
		int index = combo.indexOf(String.valueOf(iteration));
		assertNotEquals(-1, index, Arrays.toString(combo.getItems()));
		combo.select(index);
		combo.notifyListeners(SWT.Selection, new Event());
		events();
	}

	@Test
	void aWrongSettingIsRefusedAtTheField() throws Exception {
		Run run = start();
		LoopRemote loop = RunProbe.loop(run, 1);
		click(widget("live.pause"));
		RunProbe.waitFor(run, State.PAUSED);
		showSettings();
		type("live.window", "2");
		assertEquals("Window (px) is \"2\", but must be a whole number, at least 3, or empty.",
				((Label) widget("live.problem")).getText());
		assertEquals(0, loop.settings().searchWindow());
		type("live.window", "7");
		assertFalse(isThere("live.problem"));
		assertEquals(7, loop.settings().searchWindow());
		click(widget("live.cancel"));
		waitUntil("it is cancelled", () -> run.state() == State.CANCELLED);
		assertTrue(RunProbe.result(file, "error_iteration").isEmpty(), "nothing is written");
	}

	@Test
	void withoutARunThereIsAMessage() {
		show(LiveView.ID);
		assertTrue(text().startsWith("No reconstruction has run"), text());
		assertFalse(isThere("live.pause"));
		assertFalse(isThere("live.more"));
	}

	@Test
	void aScanWithoutIterationsSaysHowToGetThem() throws Exception {
		show(LiveView.ID);
		open(tinyRaw());
		waitUntil("it says so", () -> text().startsWith("There are no iterations of the main loop in tiny_raw.cxi yet. Run "));
		assertFalse(isThere("live.continue") || isThere("live.more") || isThere("live.back"));
	}

	@Test
	void iterationsThatCannotBeReadAreAMessage() throws Exception {
		Path odd = tiny();
		TinyScan.service(CxiWriter.class).addTo(odd, OpenScan.RESULTS, List.of(CxiDataset.of("error_iteration", new double[] { 1 }, "", 1)));
		show(LiveView.ID);
		open(odd);
		waitUntil("it says so", () -> text().contains("cannot be shown: /speckle_tracking/error_iteration has not "));
		assertFalse(isThere("live.continue") || isThere("live.more") || isThere("live.back"));
	}

	@Test
	void theResultOfStepsWithoutARecordCanBeGoneOnFromButNotBack() throws Exception {
		show(LiveView.ID);
		open(tiny());
		waitUntil("it is shown", () -> text().startsWith("tiny.cxi: result in the file, iteration ") && text().contains(", converged"));
		assertTrue(isThere("live.more"));
		assertFalse(isThere("live.continue") || isThere("live.back"));
	}
}
