// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pxst.processing.internal.step.LoopTrial.COLUMNS;
import static org.pxst.processing.internal.step.LoopTrial.SCAN;
import static org.pxst.processing.internal.step.LoopTrial.iterations;
import static org.pxst.processing.internal.step.LoopTrial.replay;
import static org.pxst.processing.internal.step.LoopTrial.run;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.compute.SearchWindow;
import org.pxst.core.CancelledException;
import org.pxst.core.literal.Flag;
import org.pxst.core.literal.LongLiteral;
import org.pxst.core.scan.Roi;
import org.pxst.processing.LoopGuide;
import org.pxst.processing.LoopOrder;
import org.pxst.processing.LoopOrder.GoBack;
import org.pxst.processing.LoopOrder.GoOn;
import org.pxst.processing.LoopOrder.Stop;
import org.pxst.processing.LoopScene;
import org.pxst.processing.LoopSettings;
import org.pxst.processing.LoopState;
import org.pxst.processing.internal.step.LoopTrial.Guide;
import org.pxst.processing.step.StepResult;

/** The main loop of pixel_map_from_data follows its guide, and tells how to do the same again. */
class GuidedLoopTest {
	private static final Map<String, Object> NOTHING = Map.of();
	private static final LoopSettings DEFAULTS = LoopSettings.defaults();

	private static FakeContext whole;

	private final FakeContext file = new FakeContext(SCAN);

	@BeforeAll
	static void runToTheEnd() {
		whole = run(NOTHING);
	}

	private StepResult guided(Guide guide, Map<String, Object> given) {
		file.guide(guide);
		return file.run(PixelMapFromDataStep.class, given);
	}

	private static LoopOrder automatic(LoopState state) {
		return LoopGuide.AUTOMATIC.next(state);
	}

	/** Goes on under the same settings until there are so many iterations. */
	private static LoopOrder until(int iterations, LoopState state) {
		return state.iterations().size() >= iterations ? new Stop() : new GoOn(state.settings());
	}

	@Test
	void theGuideSeesEachState() {
		LoopScene[] scene = new LoopScene[1];
		AtomicBoolean over = new AtomicBoolean();
		file.guide(new LoopGuide() {
			private int expected;

			@Override
			public void begins(LoopScene begun) {
				scene[0] = begun;
			}

			@Override
			public LoopOrder next(LoopState state) {
				assertEquals(expected, state.iterations().size());
				assertEquals(expected, state.memory().iteration());
				assertEquals(expected > 0, state.reference().isPresent() && state.errors().isPresent());
				expected++;
				over.set(state.isOver());
				return automatic(state);
			}
		});
		StepResult result = file.run(PixelMapFromDataStep.class, NOTHING);
		LoopTrial.assertSame(whole, file);
		assertTrue(over.get());
		assertEquals(List.of(), result.runs());
		assertEquals(23, scene[0].frames().length);
		assertEquals(whole.numbers("dss")[0], scene[0].dss());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 4 })
	void stopsAndKeeps(int iterations) {
		StepResult result = guided(new Guide(state -> until(iterations, state)), NOTHING);
		LoopTrial.assertSame(run(Map.of("iterations", iterations)), file);
		assertEquals(List.of(Map.of("iterations", new LongLiteral(iterations))), result.runs());
	}

	@ParameterizedTest
	@CsvSource({ "5,2", "3,0", "6,5" })
	void goesBackAsIfItHadNeverGoneFurther(int from, int to) {
		Guide[] guide = new Guide[1];
		guide[0] = new Guide(state -> {
			boolean again = guide[0].seen().stream().filter(s -> s.iterations().size() == from).count() > 1;
			return state.iterations().size() == from && !again ? new GoBack(guide[0].after(to)) : automatic(state);
		});
		StepResult result = guided(guide[0], NOTHING);
		assertEquals(iterations(whole) + 2 + from - to, guide[0].seen().size());
		assertSame(guide[0].after(to), guide[0].seen().get(from + 1));
		LoopTrial.assertSame(whole, file);
		assertEquals(List.of(), result.runs());
	}

	@Test
	void whatIsChangedIsRecorded() {
		Map<String, Object> given = Map.of("roi", new Roi(3, 60, 4, 78), "search_window", new SearchWindow(13, 13), "filter", 2.0,
				"defocus", LoopTrial.SCAN.geometry().defocusStart().orElse(2e-3));
		LoopSettings first = new LoopSettings(40, 1e-3, 13, 2, true, true, true, false);
		Guide[] guide = new Guide[1];
		Function<LoopState, LoopOrder> decision = state -> switch (state.iterations().size()) {
		case 2 -> new GoOn(new LoopSettings(40, 1e-3, 9, 3, true, true, true, false));
		case 4 -> new GoOn(new LoopSettings(40, 1e-4, 9, 3, true, false, false, true));
		case 6 -> guide[0].seen().stream().filter(s -> s.iterations().size() == 6).count() == 1
				? new GoBack(guide[0].after(5))
				: new GoOn(new LoopSettings(40, 0, 0, 0.5, true, true, true, false));
		case 8 -> new GoOn(new LoopSettings(40, 0, 9, 0.5, false, true, true, false));
		case 9 -> new Stop();
		default -> new GoOn(state.settings());
		};
		guide[0] = new Guide(decision);
		StepResult result = guided(guide[0], given);
		assertEquals(first, guide[0].after(0).settings());
		assertEquals(9, iterations(file));
		assertEquals(List.of(2L, 2L, 2L, 2L, 1L),
				result.runs().stream().map(run -> ((LongLiteral) run.get("iterations")).value()).toList());
		assertFalse(result.runs().get(0).containsKey("resume"));
		assertEquals(new Flag(true), result.runs().get(1).get("resume"));
		assertArrayEquals(new double[] { 13, 25, 9, 7, 5, 5, 5, 5, 9 }, file.numbers("search_window_iteration"));
		assertArrayEquals(new double[] { 8, 5.6, 3.92, 3, 3, 3, 0.94, 0.66, 0.5 }, file.numbers("filter_iteration"), 0.01);
		LoopTrial.assertSame(file, replay(result, given));
	}

	@Test
	void aBranchThatWasLeftCanBeTakenUpAgain() {
		LoopSettings other = new LoopSettings(40, 1e-3, 0, 4, true, true, false, false);
		Guide[] guide = new Guide[1];
		guide[0] = new Guide(state -> switch (guide[0].seen().size()) {
		case 1, 2 -> new GoOn(DEFAULTS);
		case 3 -> new GoOn(other);
		case 4 -> new GoBack(guide[0].after(1));
		case 5, 6 -> new GoOn(DEFAULTS);
		case 7 -> new GoBack(guide[0].seen().get(3));
		case 8 -> new GoOn(other);
		default -> new Stop();
		});
		StepResult result = guided(guide[0], NOTHING);
		assertEquals(4, iterations(file));
		assertEquals(2, result.runs().size());
		LoopTrial.assertSame(file, replay(result, NOTHING));
	}

	@Test
	void drivenOnAfterItHasConverged() {
		int converged = iterations(whole);
		Guide guide = new Guide(state -> until(converged + 3, state));
		StepResult result = guided(guide, NOTHING);
		assertTrue(guide.after(converged).isOver());
		assertFalse(guide.after(converged + 1).isOver());
		assertTrue(result.runs().size() >= 2, () -> result.runs().toString());
		LoopTrial.assertSame(file, replay(result, NOTHING));
		assertArrayEquals(whole.numbers("error_iteration"), Arrays.copyOf(file.numbers("error_iteration"), converged));
	}

	@Test
	void drivenOnAfterAllIterations() {
		Map<String, Object> two = Map.of("iterations", 2);
		Guide guide = new Guide(state -> until(4, state));
		StepResult result = guided(guide, two);
		assertTrue(guide.after(2).isOver() && guide.after(3).isOver());
		assertEquals(List.of(Map.of("iterations", new LongLiteral(4))), result.runs());
		LoopTrial.assertSame(file, replay(result, two));
	}

	@Test
	void changedBeforeTheFirstIteration() {
		LoopSettings other = new LoopSettings(3, 1e-3, 9, 3, true, true, false, false);
		StepResult result = guided(new Guide(state -> state.isOver() ? new Stop() : new GoOn(other)), NOTHING);
		assertEquals(3, iterations(file));
		LoopTrial.assertSame(run(Map.of("iterations", 3, "search_window", new SearchWindow(9, 9), "filter", 3.0, "refine_positions",
				false)), file);
		LoopTrial.assertSame(file, replay(result, NOTHING));
	}

	@Test
	void aResumedRunIsRecordedAsOne() {
		FakeContext before = run(Map.of("iterations", 2));
		before.written().forEach(file::put);
		LoopSettings other = new LoopSettings(40, 1e-3, 0, 3, true, true, true, false);
		StepResult result = guided(new Guide(state -> state.iterations().size() >= 5 ? new Stop()
				: new GoOn(state.iterations().size() >= 3 ? other : state.settings())), Map.of("resume", true));
		FakeContext again = run(Map.of("iterations", 2));
		assertEquals(2, result.runs().size());
		LoopTrial.resume(again, Map.of("iterations", 1));
		LoopTrial.resume(again, Map.of("iterations", 2, "filter", 3.0));
		LoopTrial.assertSame(again, file);
	}

	@Test
	void withoutThePixelMap() {
		FakeContext kept = run(Map.of("iterations", 2, "refine_pixel_map", false));
		FakeContext start = new FakeContext(SCAN);
		Guide guide = new Guide(state -> until(1, state));
		start.guide(guide);
		start.run(PixelMapFromDataStep.class, NOTHING);
		double[] first = guide.after(0).model().map().ss();
		double[] found = kept.numbers("pixel_map");
		for (int p = 0; p < first.length; p++)
			assertTrue(Double.isNaN(found[p]) || found[p] == first[p]);
		assertArrayEquals(new double[2], kept.numbers("pixel_map_change_iteration"));
		assertTrue(kept.numbers("pixel_translations_change_iteration")[0] > 0);
	}

	@Test
	void withoutThePositions() {
		FakeContext kept = run(Map.of("iterations", 2, "refine_positions", false));
		double[] both = kept.numbers("pixel_translations_comparison");
		assertArrayEquals(Arrays.copyOfRange(both, both.length / 2, both.length), kept.numbers("pixel_translations"));
		assertTrue(kept.numbers("pixel_map_change_iteration")[0] > 0);
	}

	@Test
	void withNothingItOnlyMeasuresTheError() {
		Map<String, Object> nothing = Map.of("iterations", 3, "tolerance", 0.0, "refine_pixel_map", false, "refine_positions", false,
				"refine_whitefield", false);
		FakeContext three = run(nothing);
		double[] errors = three.numbers("error_iteration");
		assertEquals(errors[0], errors[1], 1e-6);
		assertEquals(errors[0], errors[2], 1e-6);
		Guide guide = new Guide(state -> until(1, state));
		guided(guide, nothing);
		float[] before = guide.after(0).model().whitefield().values();
		double[] after = three.numbers("whitefield");
		int lit = 32 * COLUMNS + 40;
		for (int p = 0; p < before.length; p++)
			assertEquals(before[p] * after[lit] / before[lit], after[p], 1e-5 * after[lit], "all but a factor is as it was");
		double[] both = three.numbers("pixel_translations_comparison");
		assertArrayEquals(Arrays.copyOfRange(both, both.length / 2, both.length), three.numbers("pixel_translations"));
	}

	@Test
	void theGuideEndsTheRunWithoutAResult() {
		Guide guide = new Guide(state -> {
			if (state.iterations().size() == 2)
				throw new CancelledException("the loop");
			return new GoOn(state.settings());
		});
		assertThrows(CancelledException.class, () -> guided(guide, NOTHING));
	}

	@Test
	void stoppedBeforeAnythingIsDone() {
		assertThrows(CancelledException.class, () -> guided(new Guide(state -> new Stop()), NOTHING));
		Guide[] back = new Guide[1];
		back[0] = new Guide(state -> back[0].seen().size() == 3 ? new Stop()
				: state.iterations().isEmpty() ? new GoOn(state.settings()) : new GoBack(back[0].after(0)));
		assertThrows(CancelledException.class, () -> guided(back[0], NOTHING));
	}

	@Test
	void cancelledWithoutKeeping() {
		AtomicBoolean cancelled = new AtomicBoolean();
		FakeContext other = new FakeContext(SCAN, new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return cancelled.get();
			}
		});
		other.guide(new LoopGuide() {
			@Override
			public LoopOrder next(LoopState state) {
				cancelled.set(state.iterations().size() == 2);
				return new GoOn(state.settings());
			}

			@Override
			public boolean keepsWhenCancelled() {
				return false;
			}
		});
		assertThrows(CancelledException.class, () -> other.run(PixelMapFromDataStep.class, NOTHING));
	}

	@Test
	void theStatesDoNotChangeAfterwards() {
		Guide guide = new Guide(state -> until(3, state));
		guided(guide, NOTHING);
		LoopState two = guide.after(2);
		LoopState three = guide.after(3);
		assertNotEquals(two.errors().orElseThrow().total(), three.errors().orElseThrow().total());
		FakeContext alone = run(Map.of("iterations", 2));
		assertEquals(alone.numbers("error_total")[0], two.errors().orElseThrow().total());
		float[] whitefield = two.model().whitefield().values();
		double[] expected = alone.numbers("whitefield");
		for (int p = 0; p < whitefield.length; p++)
			assertEquals(expected[p], whitefield[p]);
	}
}
