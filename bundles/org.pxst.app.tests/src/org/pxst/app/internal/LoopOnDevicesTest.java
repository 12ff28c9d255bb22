// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.compute.ComputeRequest;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.processing.LoopGuide;
import org.pxst.processing.LoopOrder;
import org.pxst.processing.LoopSettings;
import org.pxst.processing.LoopState;
import org.pxst.processing.run.PipelineListener;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.run.PipelineRunner;
import org.pxst.processing.run.PipelineStep;
import org.pxst.processing.run.Target;
import org.pxst.processing.step.StepCatalogue;

/** On each device a main loop that is stopped, resumed, taken back or changed gives the same to the last bit. */
class LoopOnDevicesTest {
	private static final String STEP = "pixel_map_from_data";
	private static final String GROUP = "/speckle_tracking";

	@TempDir
	Path directory;
	private Path scan;

	@BeforeEach
	void simulate() throws Exception {
		scan = directory.resolve("scan.cxi");
		Run.pxst("simulate", scan, directory.resolve("truth.h5"), "--size", "tiny").succeeds();
	}

	private Path copy(String name) throws Exception {
		return Files.copy(scan, directory.resolve(name));
	}

	private static void loop(Path file, String device, Object... more) throws Exception {
		List<Object> words = new ArrayList<>(List.of(STEP, file, "--backend", device, "--progress", "none"));
		words.addAll(List.of(more));
		String out = Run.pxst(words.toArray()).succeeds().out();
		assertTrue(out.contains(device.equals("java") ? "computed on         Java" : "computed on         OpenCL"), out);
	}

	private static void assertSame(Path a, Path b) throws Exception {
		String compared = Run.pxst("compare", a, b).succeeds().out();
		assertTrue(compared.contains(" 0 differ, 0 are in "), compared);
	}

	@ParameterizedTest
	@ValueSource(strings = { "java", "opencl" })
	void stoppedAndResumed(String device) throws Exception {
		Path whole = copy("whole.cxi");
		Path parts = copy("parts.cxi");
		loop(whole, device, "--iterations", 5);
		Run.pxst("reconstruct", parts, "--backend", device, "--iterations", 1).succeeds();
		loop(parts, device, "--resume", "--iterations", 3);
		loop(parts, device, "--resume", "--iterations", 1);
		assertSame(whole, parts);
	}

	/** After the third iteration it goes back to the first, goes on under other settings from the second, and ends after the fourth. */
	private static final class Undecided implements LoopGuide {
		private final List<LoopState> seen = new ArrayList<>();

		@Override
		public LoopOrder next(LoopState state) {
			seen.add(state);
			LoopSettings settings = state.settings();
			return switch (seen.size()) {
			case 4 -> new LoopOrder.GoBack(seen.get(1));
			case 6 -> new LoopOrder.GoOn(new LoopSettings(settings.iterations(), settings.tolerance(), 9, 3,
					settings.refinePixelMap(), settings.refineWhitefield(), false, settings.irrotational()));
			case 8 -> new LoopOrder.Stop();
			default -> new LoopOrder.GoOn(settings);
			};
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "java", "opencl" })
	void takenBackChangedAndRunAgainFromTheRecord(String device) throws Exception {
		PipelineStep step = new PipelineStep(Services.get(StepCatalogue.class).step(STEP).orElseThrow(), Map.of());
		Path guided = copy("guided.cxi");
		Undecided guide = new Undecided();
		Services.get(PipelineRunner.class).run(new PipelineRequest(guided, CxiOptions.defaults(), List.of(step), GROUP,
				Target.inPlace(), new ComputeRequest(device, OptionalLong.empty()), Optional.empty()), new PipelineListener() {
				}, guide, new IMonitor.Stub());
		assertEquals(List.of(0, 1, 2, 3, 1, 2, 3, 4), guide.seen.stream().map(state -> state.iterations().size()).toList());
		Path typed = copy("typed.cxi");
		loop(typed, device, "--iterations", 2);
		loop(typed, device, "--resume", "--iterations", 2, "--search-window", 9, "--filter", 3, "--no-refine-positions");
		assertSame(typed, guided);
		String again = Run.pxst("rerun", guided, "--backend", device).succeeds().out();
		assertTrue(again.contains(" 0 differ, 0 are in "), again);
	}
}
