// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.january.dataset.IDataset;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pxst.ui.run.LoopRemote;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Run.State;
import org.pxst.ui.session.OpenScan;

/** Runs on real scans, one after the other: what is written, and what is not. */
class RunsTest extends UiTest {
	private static final String ERRORS = "error_iteration";
	private static final String CLOSING = "Close the workbench";

	/** Keeps the workbench open, whatever the others say. */
	private final IWorkbenchListener veto = new IWorkbenchListener() {
		@Override
		public boolean preShutdown(IWorkbench workbench, boolean forced) {
			vetoed = true;
			return false;
		}

		@Override
		public void postShutdown(IWorkbench workbench) {
			throw new AssertionError("the workbench was closed");
		}
	};
	private boolean vetoed;

	@AfterEach
	void clear() {
		PlatformUI.getWorkbench().removeWorkbenchListener(veto);
		RunProbe.clear();
	}

	private static int iterationsInFile(Path file) {
		return RunProbe.result(file, ERRORS).map(IDataset::getSize).orElse(0);
	}

	@Test
	void twoScansAreProcessedOneAfterTheOther() throws Exception {
		Path first = tinyRaw();
		Path second = tinyRaw();
		Run one = RunProbe.submit(first, "make_mask", "make_whitefield");
		Run two = RunProbe.submit(second, "make_mask", "make_whitefield");
		assertEquals(State.WAITING, two.state());
		RunProbe.waitFor(one, State.DONE);
		assertEquals(Optional.empty(), RunProbe.result(second, "whitefield"));
		RunProbe.waitFor(two, State.DONE);
		for (Path file : List.of(first, second)) {
			assertTrue(RunProbe.result(file, "mask").isPresent(), file.toString());
			assertTrue(RunProbe.result(file, "whitefield").isPresent(), file.toString());
		}
		assertEquals(Optional.of(second), two.result());
	}

	@Test
	void viewsOfAnOpenScanShowWhatWasFound() throws Exception {
		Path file = tinyRaw();
		OpenScan scan = open(file);
		long before = scan.generation();
		RunProbe.waitFor(RunProbe.submit(file, "make_mask"), State.DONE);
		waitUntil("the file is read again", () -> scan.generation() > before);
	}

	@Test
	void cancelInTheMiddleOfAnIterationLeavesTheFileAsItWas() throws Exception {
		Path file = tinyRaw();
		byte[] before = Files.readAllBytes(file);
		Run run = RunProbe.submit(file, RunProbe.MAIN);
		LoopRemote loop = RunProbe.loop(run, 2);
		assertTrue(loop.isAlive());
		run.cancel();
		RunProbe.waitFor(run, State.CANCELLED);
		assertArrayEquals(before, Files.readAllBytes(file));
		assertEquals(Optional.empty(), run.result());
	}

	@Test
	void aLoopIsPausedSentBackGoesOnAndStopsWithItsResultWritten() throws Exception {
		Path file = tinyRaw();
		Run run = RunProbe.submit(file, RunProbe.MAIN);
		RunProbe.loop(run, 1).pause();
		RunProbe.waitFor(run, State.PAUSED);
		LoopRemote loop = run.loop().orElseThrow();
		int at = loop.state().iterations().size();
		double error = loop.state().iterations().get(0).error();
		loop.goBack(1);
		waitUntil("it is back", () -> loop.state().iterations().size() == 1);
		assertEquals(error, loop.state().iterations().get(0).error());
		loop.goOn(2);
		waitUntil("two more are done", () -> run.state() == State.PAUSED && loop.state().iterations().size() == 3);
		assertTrue(at >= 1);
		assertEquals(0, iterationsInFile(file));
		loop.stop();
		RunProbe.waitFor(run, State.DONE);
		assertEquals(3, iterationsInFile(file));
		assertFalse(loop.isAlive());
	}

	@Test
	void cancelEndsAPausedLoopAndNothingIsWritten() throws Exception {
		Path file = tinyRaw();
		byte[] before = Files.readAllBytes(file);
		Run run = RunProbe.submit(file, RunProbe.MAIN);
		RunProbe.loop(run, 1).pause();
		RunProbe.waitFor(run, State.PAUSED);
		run.cancel();
		RunProbe.waitFor(run, State.CANCELLED);
		assertArrayEquals(before, Files.readAllBytes(file));
	}

	@Test
	void whatWasDoneBeforeAFailureStays() throws Exception {
		Path file = tinyRaw();
		Run run = RunProbe.submit(file, "make_mask", "calculate_phase", "zernike");
		RunProbe.waitFor(run, State.FAILED);
		assertTrue(run.problem().contains("which calculate_phase needs"), run.problem());
		assertEquals(1, run.step());
		assertTrue(RunProbe.result(file, "mask").isPresent());
		assertEquals(Optional.of(file), run.result());
	}

	@Test
	void theWorkbenchIsNotClosedWhileSomethingRunsWithoutAQuestion() throws Exception {
		Run run = RunProbe.submit(tinyRaw(), RunProbe.MAIN);
		Run waiting = RunProbe.submit(tinyRaw(), "make_mask");
		PlatformUI.getWorkbench().addWorkbenchListener(veto);
		RunProbe.loop(run, 1).pause();
		RunProbe.waitFor(run, State.PAUSED);
		Answer answer = new Answer(CLOSING, "Do not close");
		assertFalse(PlatformUI.getWorkbench().close());
		assertTrue(answer.isGiven());
		assertFalse(vetoed);
		assertEquals(State.PAUSED, run.state());
		assertEquals(State.WAITING, waiting.state());
	}

	@Test
	void whatIsStoppedAndKeptWhenTheWorkbenchIsClosedIsWrittenBefore() throws Exception {
		Path file = tinyRaw();
		Run run = RunProbe.submit(file, RunProbe.MAIN, "calculate_phase");
		Run waiting = RunProbe.submit(tinyRaw(), "make_mask");
		PlatformUI.getWorkbench().addWorkbenchListener(veto);
		RunProbe.loop(run, 1).pause();
		RunProbe.waitFor(run, State.PAUSED);
		int done = run.loop().orElseThrow().state().iterations().size();
		Answer answer = new Answer(CLOSING, "Stop and keep");
		assertFalse(PlatformUI.getWorkbench().close());
		assertTrue(answer.isGiven());
		assertTrue(vetoed);
		assertEquals(done, iterationsInFile(file));
		assertEquals(State.CANCELLED, waiting.state());
		assertTrue(run.log().contains("stopped before calculate_phase, as you asked"), run.log().toString());
	}

	@Test
	void closingAScanWithARunOnItAsks() throws Exception {
		Path file = tinyRaw();
		OpenScan scan = open(file);
		Run run = RunProbe.submit(file, RunProbe.MAIN);
		RunProbe.loop(run, 1).pause();
		RunProbe.waitFor(run, State.PAUSED);
		Answer stay = new Answer("Close scan", "Do not close");
		command("org.pxst.ui.closeScan");
		assertTrue(stay.isGiven());
		assertEquals(List.of(scan), openScans().scans());
		Answer cancel = new Answer("Close scan", "Cancel them");
		command("org.pxst.ui.closeScan");
		assertTrue(cancel.isGiven());
		assertEquals(List.of(), openScans().scans());
		RunProbe.waitFor(run, State.CANCELLED);
		assertEquals(0, iterationsInFile(file));
	}
}
