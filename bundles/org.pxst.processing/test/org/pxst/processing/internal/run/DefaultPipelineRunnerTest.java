// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pxst.compute.ComputeRequest;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.Flag;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.LongLiteral;
import org.pxst.core.literal.Text;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiLink;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.processing.LoopGuide;
import org.pxst.processing.internal.step.DefaultStepCatalogue;
import org.pxst.processing.run.MemoryFiles;
import org.pxst.processing.run.PipelineListener;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.run.PipelineStep;
import org.pxst.processing.run.StepOutput;
import org.pxst.processing.run.Target;
import org.pxst.processing.step.GivenValue;
import org.pxst.processing.step.RecordedRun;
import org.pxst.processing.step.StepDescription;
import org.pxst.processing.step.StepOutcome;
import org.pxst.processing.step.StepRequest;
import org.pxst.processing.step.StepResult;
import org.pxst.processing.step.StepRunner;

/** Steps in a row: what is written where, and what stays when one of them ends early. */
class DefaultPipelineRunnerTest {
	private static final String GROUP = "/speckle_tracking";
	private static final StepDescription MASK = new DefaultStepCatalogue().step("make_mask")
			.orElseThrow();
	private static final StepDescription WHITEFIELD = new DefaultStepCatalogue()
			.step("make_whitefield").orElseThrow();

	private final MemoryFiles files = new MemoryFiles();
	private final FakeRunner steps = new FakeRunner();
	private final List<String> heard = new ArrayList<>();
	private final DefaultPipelineRunner runner = new DefaultPipelineRunner(steps, files, files, files);
	@TempDir
	Path directory;
	private Path scan;
	private Path other;

	/** Steps that write a data set of their name, and remember where they were to read. */
	private static final class FakeRunner implements StepRunner {
		final List<Path> inputs = new ArrayList<>();
		final List<Map<String, GivenValue>> given = new ArrayList<>();
		final Map<String, RuntimeException> failures = new LinkedHashMap<>();
		Runnable meanwhile = () -> {
		};
		List<Map<String, Literal>> runs = List.of(Map.of());

		@Override
		public StepOutcome run(StepRequest request, LoopGuide guide, IMonitor monitor) {
			inputs.add(request.input());
			given.add(request.given());
			meanwhile.run();
			if (failures.containsKey(request.step().name()))
				throw failures.get(request.step().name());
			return new StepOutcome(
					new StepResult(List.of(CxiDataset.of(request.step().name(), new double[] { inputs.size() }, "")), List.of()),
					runs.stream().map(given -> new RecordedRun(given, given)).toList(), "Java");
		}

		@Override
		public void check(StepRequest request) {
			if (request.given().containsKey("unknown"))
				throw new InvalidDataException("no parameter unknown");
		}
	}

	private final PipelineListener listener = new PipelineListener() {
		@Override
		public void stepStarted(int index, PipelineStep step) {
			heard.add("started " + index);
		}

		@Override
		public void stepDone(int index, PipelineStep step, StepOutput output) {
			heard.add("done " + index + " in " + output.file().getFileName() + output.group());
		}

		@Override
		public void remark(String text) {
			heard.add("remark " + text);
		}
	};

	@BeforeEach
	void makeScan() throws IOException {
		scan = Files.createFile(directory.resolve("scan.cxi"));
		other = directory.resolve("other.cxi");
	}

	private PipelineRequest request(Target target, Optional<String> command, PipelineStep... all) {
		return new PipelineRequest(scan, CxiOptions.defaults(), List.of(all), GROUP, target, ComputeRequest.automatic(), command);
	}

	private static PipelineStep step(StepDescription step) {
		return new PipelineStep(step, Map.of());
	}

	private Path run(Target target, PipelineStep... all) {
		return runner.run(request(target, Optional.of("typed"), all), listener, LoopGuide.AUTOMATIC, new IMonitor.Stub());
	}

	@Test
	void eachStepIsWrittenWithItsRecord() {
		assertEquals(scan, run(Target.automatic(), step(MASK), step(WHITEFIELD)));
		assertEquals(List.of("started 0", "done 0 in scan.cxi" + GROUP, "started 1", "done 1 in scan.cxi" + GROUP), heard);
		assertEquals("make_mask", files.text(scan, GROUP + "/process_1/step"));
		assertEquals("make_whitefield", files.text(scan, GROUP + "/process_2/step"));
		assertEquals("typed", files.text(scan, GROUP + "/process_2/command"));
		CxiDataset result = (CxiDataset) files.at(scan, GROUP + "/make_whitefield").orElseThrow();
		assertEquals("process_2", result.attributes().get("process"));
		assertTrue(files.claimed.isEmpty());
	}

	@Test
	void laterStepsReadAndWriteTheFileOfTheFirst() throws IOException {
		Files.createFile(other);
		assertEquals(other, run(Target.file(other, true), step(MASK), step(WHITEFIELD)));
		assertEquals(List.of(scan, other), steps.inputs);
		assertEquals(List.of(), files.paths(scan));
		assertTrue(files.at(other, MemoryFiles.FRAMES).orElseThrow() instanceof CxiLink);
		assertEquals("make_mask", files.text(other, GROUP + "/process_1/step"));
		assertEquals("make_whitefield", files.text(other, GROUP + "/process_2/step"));
	}

	@Test
	void laterStepsInAFileOfTheirOwnReadFromTheScanWhatItHasAlready() throws IOException {
		Files.createFile(other);
		for (String path : List.of("mask", "good_frames", "roi"))
			files.put(scan, GROUP, List.of(CxiDataset.of(path, new double[1], "")));
		PipelineStep given = new PipelineStep(WHITEFIELD, Map.of("mask", new GivenValue(new Text("/m"), "here")));
		run(Target.automatic(), step(WHITEFIELD), step(WHITEFIELD));
		assertEquals(List.of(Map.of(), Map.of()), steps.given, "it is found there");
		run(Target.file(other, true), step(WHITEFIELD), step(WHITEFIELD), given);
		assertEquals(Map.of(), steps.given.get(2));
		assertEquals(Map.of("mask", "scan.cxi/speckle_tracking/mask", "good_frames", "scan.cxi/speckle_tracking/good_frames"),
				texts(steps.given.get(3)));
		assertEquals("/m", texts(steps.given.get(4)).get("mask"));
	}

	@Test
	void whatAStepOfThePipelineFindsIsNotTakenFromTheScan() throws IOException {
		Files.createFile(other);
		for (String path : List.of("mask", "good_frames"))
			files.put(scan, GROUP, List.of(CxiDataset.of(path, new double[1], "")));
		run(Target.file(other, true), step(MASK), step(WHITEFIELD));
		assertEquals(Set.of("good_frames"), steps.given.get(1).keySet());
	}

	private static Map<String, String> texts(Map<String, GivenValue> given) {
		Map<String, String> texts = new LinkedHashMap<>();
		given.forEach((name, value) -> texts.put(name, ((Text) value.value()).value()));
		return texts;
	}

	@Test
	void whoDoesNotKeepWhatWasCancelledGetsNothing() {
		boolean[] cancelled = { false };
		steps.meanwhile = () -> cancelled[0] = true;
		IMonitor monitor = new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return cancelled[0];
			}
		};
		LoopGuide guide = new LoopGuide() {
			@Override
			public boolean keepsWhenCancelled() {
				return false;
			}
		};
		assertThrows(CancelledException.class,
				() -> runner.run(request(Target.automatic(), Optional.empty(), step(MASK)), listener, guide, monitor));
		assertEquals(List.of("started 0"), heard);
		assertEquals(List.of(), files.paths(scan));
	}

	@Test
	void aFileOfItsOwnLeadsToWhatTheStepsAreToldToRead() throws IOException {
		Files.createFile(other);
		run(Target.file(other, true), step(MASK),
				new PipelineStep(WHITEFIELD, Map.of("data", new GivenValue(new Text("/raw"), "here"))));
		assertTrue(files.at(other, "/raw").orElseThrow() instanceof CxiLink);
	}

	@Test
	void aStepMayHaveAGroupOfItsOwn() {
		run(Target.automatic(), new PipelineStep(MASK, Map.of(), Optional.of("/mine")));
		assertEquals(List.of("started 0", "done 0 in scan.cxi/mine"), heard);
		assertTrue(files.at(scan, "/mine/process_1/step").isPresent());
	}

	@Test
	void withoutACommandEachRunHasALineThatDoesIt() {
		steps.runs = List.of(Map.of("iterations", new LongLiteral(3)), Map.of("iterations", new LongLiteral(2), "resume", new Flag(true)));
		StepDescription loop = new DefaultStepCatalogue().step("pixel_map_from_data").orElseThrow();
		runner.run(request(Target.automatic(), Optional.empty(), step(loop)), listener, LoopGuide.AUTOMATIC, new IMonitor.Stub());
		assertEquals("pxst pixel_map_from_data " + scan + " --iterations 3", files.text(scan, GROUP + "/process_1/command"));
		assertTrue(files.text(scan, GROUP + "/process_2/command").contains("--iterations 2"));
		assertEquals("[pixel_map_from_data]\niterations = 3\n", files.text(scan, GROUP + "/process_1/configuration"));
		assertEquals("process_2", ((CxiDataset) files.at(scan, GROUP + "/pixel_map_from_data").orElseThrow()).attributes().get("process"));
	}

	@Test
	void nothingIsRunWhenALaterStepIsWrong() {
		PipelineStep wrong = new PipelineStep(WHITEFIELD, Map.of("unknown", new GivenValue(new LongLiteral(1), "here")));
		assertThrows(InvalidDataException.class, () -> run(Target.automatic(), step(MASK), wrong));
		assertEquals(List.of(), steps.inputs);
		assertEquals(List.of(), heard);
	}

	@Test
	void whatEndedBeforeAFailureStays() {
		steps.failures.put("make_whitefield", new InvalidDataException("too dark"));
		assertThrows(InvalidDataException.class, () -> run(Target.automatic(), step(MASK), step(WHITEFIELD)));
		assertTrue(files.at(scan, GROUP + "/make_mask").isPresent());
		assertFalse(files.at(scan, GROUP + "/process_2/step").isPresent());
		assertTrue(files.claimed.isEmpty());
	}

	@Test
	void aCancelledPipelineStartsNoMoreSteps() {
		boolean[] cancelled = { false };
		steps.meanwhile = () -> cancelled[0] = true;
		IMonitor monitor = new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return cancelled[0];
			}
		};
		assertThrows(CancelledException.class, () -> runner.run(request(Target.automatic(), Optional.empty(), step(MASK), step(WHITEFIELD)),
				listener, LoopGuide.AUTOMATIC, monitor));
		assertEquals(List.of("started 0", "done 0 in scan.cxi" + GROUP), heard);
		assertEquals(1, steps.inputs.size());
	}

	@Test
	void whereTheResultGoesIsSaidWhenThatIsElsewhere() {
		files.obstacle = Optional.of("it is write-protected");
		Path beside = directory.resolve("scan_pxst.cxi");
		assertEquals(beside, run(Target.automatic(), step(MASK)));
		assertEquals("remark " + scan + ": it is write-protected; the result goes to " + beside, heard.get(1));
		assertThrows(InvalidDataException.class, () -> run(Target.inPlace(), step(MASK)));
	}

	@Test
	void aResultThatDoesNotFitIsSavedAndTheRestNotRun() {
		files.failure = Optional.of(new InvalidDataException(scan + ": No space left on device"));
		InvalidDataException failure = assertThrows(InvalidDataException.class,
				() -> run(Target.automatic(), step(MASK), step(WHITEFIELD)));
		Path beside = directory.resolve("scan_pxst.cxi");
		assertTrue(failure.getMessage().endsWith("the result is in " + beside + " instead"), failure.getMessage());
		assertEquals(List.of("started 0", "done 0 in scan_pxst.cxi" + GROUP), heard);
		assertTrue(files.at(beside, GROUP + "/make_mask").isPresent());
	}

	@Test
	void aScanThatWasChangedMeanwhileIsSpokenOf() {
		steps.meanwhile = () -> {
			try {
				Files.setLastModifiedTime(scan, FileTime.fromMillis(1000));
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		};
		run(Target.file(other, false), step(MASK));
		assertTrue(heard.get(1).contains("another program changed the file meanwhile; the result may be wrong"), heard.toString());
	}
}
