// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.january.IMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.prefs.Preferences;
import org.pxst.compute.ComputeRequest;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.processing.LoopGuide;
import org.pxst.processing.config.ConfigFile;
import org.pxst.processing.config.ProcessRecord;
import org.pxst.processing.run.PipelineListener;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.run.PipelineRunner;
import org.pxst.processing.run.PipelineStep;
import org.pxst.processing.run.Target;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.internal.jobs.JobsView;
import org.pxst.ui.internal.live.LiveView;
import org.pxst.ui.internal.mask.MaskView;
import org.pxst.ui.internal.pipeline.PipelineView;
import org.pxst.ui.plot.Plot;
import org.pxst.ui.run.LoopRemote;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Run.State;
import org.pxst.ui.session.OpenScan;

/** Reconstructions that are interrupted, changed and gone on from, by the widgets: what the file has in the end. */
class RunAndContinueTest extends UiTest {
	private static final Set<String> COMMANDS = Set.of("command");
	private static final String ERRORS = "error_iteration";

	private final Preferences device = InstanceScope.INSTANCE.getNode("org.pxst.compute");

	@BeforeEach
	void computeOnTheProcessor() {
		RunProbe.clear();
		device.put("backend", "java");
	}

	@AfterEach
	void clear() {
		RunProbe.clear();
		device.remove("backend");
	}

	/** Selects the step Reconstruction in the Pipeline view. */
	private OpenScan showPipeline(Path file) {
		PipelineView view = show(PipelineView.ID);
		OpenScan scan = open(file);
		waitUntil("the pipeline is shown: " + view.message(), view::showsContent);
		Composite box = widget("pipeline.step." + RunProbe.MAIN);
		press(box, box.getSize().x / 2, 2);
		waitUntil("the parameters are shown", () -> isThere("pipeline.runStep"));
		return scan;
	}

	private static Run newest() {
		List<Run> all = RunProbe.runs().runs();
		return all.get(all.size() - 1);
	}

	private static int iterations(Path file) {
		return RunProbe.result(file, ERRORS).orElseThrow().getSize();
	}

	private static String text() {
		return ((Label) widget("live.text")).getText();
	}

	private static StoredGroup results(Path file) {
		return StoredGroup.of(file, OpenScan.RESULTS).withoutRecords();
	}

	/** Runs to its end, without anybody who interferes. */
	private Path uninterrupted(String... given) throws Exception {
		Path file = tinyRaw();
		Map<String, String> values = given.length == 0 ? Map.of() : Map.of(given[0], given[1]);
		RecordedRuns.run(file, RunProbe.MAIN, values);
		return file;
	}

	@Test
	void stoppedInTheMiddleOfAnIterationAndContinuedGivesTheSameBytes() throws Exception {
		Path whole = uninterrupted("search_window", "41");
		Path file = tinyRaw();
		showPipeline(file);
		// wide enough that an iteration takes longer than pressing a button
		Text window = widget("form.search_window");
		window.setText("41");
		events();
		click(widget("pipeline.runStep"));
		Run run = newest();
		LoopRemote loop = RunProbe.loop(run, 2);
		waitUntil("the button can be pressed", () -> isThere("live.stop"));
		int before = loop.state().iterations().size();
		waitUntil("another iteration begins", () -> loop.state().iterations().size() > before);
		int done = loop.state().iterations().size();
		assertTrue(loop.isAlive() && !loop.isPaused(), "the next iteration runs");
		click(widget("live.stop"));
		RunProbe.waitFor(run, State.DONE);
		assertTrue(run.log().stream().anyMatch(line -> line.endsWith(", interrupted")), run.log().toString());
		assertEquals(done, iterations(file), "the iteration that ran is dropped");
		assertTrue(done < iterations(whole));
		waitUntil("one can continue", () -> isThere("live.continue"));
		String tooltip = ((Button) widget("live.continue")).getToolTipText();
		assertTrue(tooltip.contains(40 - done + " iterations at most"), tooltip);
		click(widget("live.continue"));
		RunProbe.waitFor(newest(), State.DONE);
		results(whole).checkSame(results(file), COMMANDS);
		waitUntil("it had come to its end", () -> text().contains(", converged") && !isThere("live.continue"));
		assertTrue(isThere("live.more"));
	}

	@Test
	void whatTheCommandLineHasMadeIsShownAndContinued() throws Exception {
		Path whole = uninterrupted();
		Path file = uninterrupted("iterations", "3");
		LiveView view = show(LiveView.ID);
		open(file);
		waitUntil("the stored state is shown", () -> text().contains("iteration 3,") && text().contains("not converged"));
		waitUntil("the pictures are there", () -> view.isUpToDate() && ((ImageViewer) widget("live.phase")).picture().isPresent());
		assertTrue(((ImageViewer) widget("live.reference")).picture().isPresent());
		assertTrue(((ImageViewer) widget("live.residual")).picture().isPresent());
		assertEquals(3, ((Plot) widget("live.error")).chart().orElseThrow().getXYPlot().getDataset(0).getItemCount(0));
		assertFalse(isThere("live.pause"));
		click(widget("live.continue"));
		RunProbe.waitFor(newest(), State.DONE);
		results(whole).checkSame(results(file), COMMANDS);
		RunProbe.clear();
		// nothing is known of runs any more, as after a restart
		waitUntil("one can go back", () -> text().contains("result in the file") && text().contains(", converged") && isThere("live.back"));
		assertFalse(isThere("live.continue"), "it has converged");
		Combo back = widget("live.back");
		assertEquals(iterations(whole), back.getItemCount(), "the head, and all iterations but the last");
		choose(back, "3");
		RunProbe.waitFor(newest(), State.DONE);
		results(uninterrupted("iterations", "3")).checkSame(results(file), COMMANDS);
		RunProbe.clear();
		waitUntil("one can do more", () -> text().contains("iteration 3,") && isThere("live.more"));
		((Spinner) widget("live.count")).setSelection(2);
		click(widget("live.more"));
		RunProbe.waitFor(newest(), State.DONE);
		results(uninterrupted("iterations", "5")).checkSame(results(file), Set.of("command", "main_loop_settings"));
	}

	private static void choose(Combo combo, String item) {
		int index = combo.indexOf(item);
		assertNotEquals(-1, index, () -> String.join(" ", combo.getItems()));
		combo.select(index);
		combo.notifyListeners(SWT.Selection, new Event());
		events();
	}

	private static void type(String field, String typed) {
		Text text = widget(field);
		text.setFocus();
		text.setText(typed);
		text.notifyListeners(SWT.DefaultSelection, new Event());
		events();
	}

	private static void more(LoopRemote loop, Run run, int iterations) {
		int before = loop.state().iterations().size();
		((Spinner) widget("live.count")).setSelection(iterations);
		click(widget("live.more"));
		waitUntil(iterations + " more are done",
				() -> run.state() == State.PAUSED && loop.state().iterations().size() == before + iterations);
	}

	/** Presses the button as soon as it says so, which is a moment after the loop has paused. */
	private static void goOn() {
		waitUntil("the button says so", () -> ((Button) widget("live.pause")).getText().equals("Go on"));
		click(widget("live.pause"));
	}

	@Test
	void whatIsChangedOnTheWayIsRecordedAndRunAgain() throws Exception {
		Path file = tinyRaw();
		showPipeline(file);
		click(widget("pipeline.runStep"));
		Run run = newest();
		LoopRemote loop = RunProbe.loop(run, 1);
		waitUntil("the button can be pressed", () -> isThere("live.pause"));
		click(widget("live.pause"));
		RunProbe.waitFor(run, State.PAUSED);
		more(loop, run, 2);
		waitUntil("one can go back", () -> isThere("live.back") && ((Combo) widget("live.back")).indexOf("1") > 0);
		choose(widget("live.back"), "1");
		waitUntil("it is at 1", () -> run.state() == State.PAUSED && loop.state().iterations().size() == 1);
		if (!isThere("live.filter"))
			click(widget("live.settings"));
		type("live.window", "9");
		type("live.filter", "2.5");
		more(loop, run, 2);
		click(widget("live.refinePositions"));
		more(loop, run, 1);
		type("live.tolerance", "0.02");
		type("live.iterations", "9");
		click(widget("live.refinePositions"));
		click(widget("live.irrotational"));
		goOn();
		RunProbe.waitFor(run, State.DONE);
		List<ProcessRecord> records = records(file);
		List<String> configurations = records.stream().map(ProcessRecord::configuration).toList();
		assertEquals(4, records.size(), configurations::toString);
		assertEquals("[pixel_map_from_data]\niterations = 1\n", configurations.get(0));
		assertTrue(configurations.get(1).contains("search_window = 9") && configurations.get(1).contains("filter = 2.5")
				&& configurations.get(1).contains("iterations = 2") && configurations.get(1).contains("resume = True"), configurations.get(1));
		assertTrue(configurations.get(2).contains("refine_positions = False") && configurations.get(2).contains("iterations = 1"),
				configurations.get(2));
		assertTrue(configurations.get(3).contains("irrotational = True") && configurations.get(3).contains("tolerance = 0.02"),
				configurations.get(3));
		Path again = tinyRaw();
		rerun(records, again);
		results(file).checkSame(results(again), COMMANDS);
	}

	private static List<ProcessRecord> records(Path file) {
		try (Hdf5View view = TinyScan.service(Hdf5Viewer.class).open(file)) {
			return ProcessRecord.of(view, OpenScan.RESULTS);
		}
	}

	/** What pxst rerun does. */
	private static void rerun(List<ProcessRecord> records, Path file) {
		StepCatalogue catalogue = TinyScan.service(StepCatalogue.class);
		List<PipelineStep> steps = new ArrayList<>();
		for (ProcessRecord record : records)
			steps.add(new PipelineStep(catalogue.step(record.step()).orElseThrow(),
					ConfigFile.parse(record.group(), record.configuration()).given(catalogue.step(record.step()).orElseThrow(), catalogue)));
		TinyScan.service(PipelineRunner.class).run(new PipelineRequest(file, CxiOptions.defaults(), steps, OpenScan.RESULTS, Target.inPlace(),
				new ComputeRequest("java", OptionalLong.empty()), Optional.empty()), new PipelineListener() {
				}, LoopGuide.AUTOMATIC, new IMonitor.Stub());
	}

	private static List<String> states() {
		List<String> states = new ArrayList<>();
		for (var item : ((Table) widget("jobs.list")).getItems())
			states.add(item.getText(1));
		return states;
	}

	@Test
	void twoScansAreQueuedFromThePipelineView() throws Exception {
		Path first = tinyRaw();
		Path second = tinyRaw();
		showPipeline(first);
		click(widget("pipeline.runStep"));
		Run one = newest();
		showPipeline(second);
		type("form.iterations", "2");
		click(widget("pipeline.runStep"));
		Run two = newest();
		show(JobsView.ID);
		waitUntil("one waits", () -> states().equals(List.of("running", "waiting")));
		RunProbe.waitFor(one, State.DONE);
		waitUntil("the other one runs", () -> !states().get(1).equals("waiting"));
		RunProbe.waitFor(two, State.DONE);
		waitUntil("both are done", () -> states().equals(List.of("done", "done")));
		assertTrue(iterations(first) > 2);
		assertEquals(2, iterations(second));
		assertEquals(second, openScans().current().orElseThrow().file());
		show(LiveView.ID);
		waitUntil("that of the current scan is shown", () -> text().contains("iteration 2,"));
	}

	/** The mask of a scan, edited and not saved. */
	private MaskView edited(Path file) {
		MaskView view = show(MaskView.ID);
		open(file);
		waitUntil("the mask is shown: " + view.message(), view::showsContent);
		click(widget("mask.fill"));
		assertTrue(view.isDirty());
		return view;
	}

	@Test
	void whatIsNotSavedIsAskedForBeforeARunStarts() throws Exception {
		Path file = tinyRaw();
		MaskView mask = edited(file);
		PipelineView pipeline = show(PipelineView.ID);
		waitUntil("the pipeline is shown", pipeline::showsContent);
		Composite box = widget("pipeline.step.frame_check");
		press(box, box.getSize().x / 2, 2);
		Answer no = new Answer("Start run", "Cancel");
		click(widget("pipeline.runStep"));
		assertTrue(no.isGiven());
		assertEquals(List.of(), RunProbe.runs().runs());
		Answer without = new Answer("Start run", "Run without them");
		click(widget("pipeline.runStep"));
		assertTrue(without.isGiven());
		RunProbe.waitFor(newest(), State.DONE);
		assertTrue(mask.isDirty());
		assertTrue(RunProbe.result(file, "mask").isEmpty());
		Answer save = new Answer("Start run", "Save and run");
		click(widget("pipeline.runStep"));
		assertTrue(save.isGiven());
		assertFalse(mask.isDirty());
		RunProbe.waitFor(newest(), State.DONE);
		assertTrue(RunProbe.result(file, "mask").isPresent());
	}

	@Test
	void whileARunHasTheFileSavingSaysWhatToDo() throws Exception {
		Path file = tinyRaw();
		MaskView mask = edited(file);
		Run run = RunProbe.submit(file, RunProbe.MAIN);
		RunProbe.loop(run, 1).pause();
		RunProbe.waitFor(run, State.PAUSED);
		command("org.eclipse.ui.file.save");
		assertTrue(mask.isDirty());
		String note = ((Label) widget("mask.note")).getText();
		assertTrue(note.contains("pixel_map_from_data of tiny_raw.cxi writes into tiny_raw.cxi. Save again when it has ended"), note);
		run.cancel();
		RunProbe.waitFor(run, State.CANCELLED);
		command("org.eclipse.ui.file.save");
		waitUntil("it is saved", () -> !mask.isDirty());
	}
}
