// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.internal.JavaComputeService;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.initial.Defocus;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.SamplePositions;
import org.pxst.core.simulation.SimulatedScan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Builder;
import org.pxst.core.simulation.SimulationSettings.Sample;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Simulator;
import org.pxst.core.simulation.Truth;

class DefocusSweepTest {
	private static final IMonitor MONITOR = new IMonitor.Stub();

	private static Builder settings(Sample sample) {
		return SimulationSettings.builder(Size.TINY).sample(sample).coma(0).spherical(0);
	}

	private static DefocusSweep.Result swept(SimulatedScan simulated, List<Defocus> defoci) {
		return swept(simulated, simulated.scan().positions(), new DefocusSweep(false), defoci, MONITOR);
	}

	private static DefocusSweep.Result swept(SimulatedScan simulated, SamplePositions positions, DefocusSweep sweep,
			List<Defocus> defoci, IMonitor monitor) {
		Truth truth = simulated.truth();
		try (ComputeScan scan = new JavaComputeService().open(simulated.scan().frames(), truth.goodFrames(), MONITOR)) {
			return sweep.apply(scan, truth.whitefield(), lit(truth), positions, simulated.scan().geometry(), defoci, monitor);
		}
	}

	private static Mask lit(Truth truth) {
		float most = 0;
		for (float w : truth.whitefield().values())
			most = Math.max(most, w);
		boolean[] good = truth.mask().good().clone();
		for (int p = 0; p < good.length; p++)
			good[p] &= truth.whitefield().values()[p] > 0.3f * most;
		return new Mask(truth.mask().rows(), truth.mask().columns(), good);
	}

	private static SimulatedScan simulated(Builder settings) {
		return new Simulator().simulate(settings.build(), MONITOR);
	}

	/** Geometric series from a part of the middle to its inverse. */
	private static double[] around(double middle, double part, int count) {
		return IntStream.range(0, count).mapToDouble(k -> middle * Math.pow(part, 1 - 2.0 * k / (count - 1))).toArray();
	}

	@ParameterizedTest
	@CsvSource({ "STAR", "SPECKLE" })
	void theContrastIsLargestAtTheDefocus(Sample sample) {
		SimulatedScan simulated = simulated(settings(sample).astigmatism(0).c3(0, 0).c4(0, 0).ripple(0));
		// steps of 3.4 %, a factor of 2 to both sides
		DefocusSweep.Result result = swept(simulated, DefocusSweep.common(around(simulated.truth().defocus(), 0.5, 41)));
		assertEquals(41, result.candidates().size());
		Defocus best = result.best().orElseThrow().defocus();
		assertEquals(1, best.mean() / simulated.truth().defocus(), 0.04);
		// it stands out
		double[] sorted = result.candidates().stream().mapToDouble(DefocusSweep.Candidate::contrast)
				.filter(c -> !Double.isNaN(c)).sorted().toArray();
		assertTrue(sorted.length > 30, "" + sorted.length);
		assertTrue(result.best().get().contrast() > 1.5 * sorted[sorted.length / 2], Arrays.toString(sorted));
	}

	@ParameterizedTest
	@CsvSource({ "STAR, 0.06, 55e-6, 55e-6", "SPECKLE, -0.06, 55e-6, 55e-6", "SPECKLE, 0.06, 55e-6, 75e-6",
			"STAR, -0.06, 75e-6, 55e-6" })
	void bothAxesAreFoundAlsoForPixelsThatAreNotSquare(Sample sample, double astigmatism, double pixelSs, double pixelFs) {
		SimulatedScan simulated = simulated(settings(sample).astigmatism(astigmatism).pixelSize(pixelSs, pixelFs)
				.c3(0, 0).c4(0, 0).ripple(0));
		Truth truth = simulated.truth();
		double[] along = DoubleStream.iterate(-0.15, x -> x < 0.16, x -> x + 0.03).map(x -> truth.defocus() * (1 + x)).toArray();
		DefocusSweep.Result result = swept(simulated, DefocusSweep.grid(along, along));
		assertEquals(along.length * along.length, result.candidates().size());
		Defocus best = result.best().orElseThrow().defocus();
		assertEquals(truth.defocusSs(), best.ss(), 0.032 * truth.defocus());
		assertEquals(truth.defocusFs(), best.fs(), 0.032 * truth.defocus());
	}

	@Test
	void gridAndListAreInOrder() {
		assertEquals(List.of(new Defocus(1, 3), new Defocus(1, 4), new Defocus(2, 3), new Defocus(2, 4)),
				DefocusSweep.grid(new double[] { 1, 2 }, new double[] { 3, 4 }));
		assertEquals(List.of(new Defocus(1, 1), new Defocus(2, 2)), DefocusSweep.common(new double[] { 1, 2 }));
	}

	@Test
	void whatCannotBeJudgedSaysWhy() {
		SimulatedScan simulated = simulated(settings(Sample.STAR));
		double distance = simulated.scan().geometry().distance();
		double right = simulated.truth().defocus();
		DefocusSweep.Result result = swept(simulated,
				DefocusSweep.common(new double[] { 1e-9, 0, -1e-3, distance, 2 * distance, Double.NaN,
						Double.POSITIVE_INFINITY, right / 12, right }));
		for (int k = 0; k < 8; k++) {
			DefocusSweep.Candidate candidate = result.candidates().get(k);
			assertTrue(Double.isNaN(candidate.contrast()), candidate::toString);
			assertFalse(candidate.remark().isEmpty() || candidate.remark().contains("\n"), candidate::toString);
			assertTrue(candidate.image().isEmpty());
		}
		assertTrue(result.candidates().get(0).remark().contains("frames"), result.candidates().get(0)::remark);
		assertTrue(result.candidates().get(1).remark().contains("between focus and detector"), result.candidates().get(1)::remark);
		assertTrue(result.candidates().get(7).remark().contains("overlap"), result.candidates().get(7)::remark);
		assertEquals("", result.candidates().get(8).remark());
		assertEquals(right, result.best().orElseThrow().defocus().mean());
	}

	@Test
	void framesThatDoNotOverlapAnywhere() {
		SimulatedScan simulated = simulated(settings(Sample.STAR));
		SamplePositions far = new SamplePositions(
				Arrays.stream(simulated.scan().positions().ss()).map(x -> 11 * x).toArray(),
				Arrays.stream(simulated.scan().positions().fs()).map(x -> 11 * x).toArray());
		DefocusSweep.Result result = swept(simulated, far, new DefocusSweep(true),
				DefocusSweep.common(new double[] { simulated.truth().defocus() }), MONITOR);
		assertTrue(result.best().isEmpty(), result::toString);
		assertTrue(result.candidates().get(0).remark().contains("overlap"), result.candidates().get(0)::remark);
	}

	@Test
	void imagesAreKeptWhenAskedFor() {
		SimulatedScan simulated = simulated(settings(Sample.STAR));
		List<Defocus> defoci = DefocusSweep.common(new double[] { simulated.truth().defocus() });
		assertTrue(swept(simulated, defoci).best().orElseThrow().image().isEmpty());
		DefocusSweep.Candidate kept = swept(simulated, simulated.scan().positions(), new DefocusSweep(true), defoci, MONITOR)
				.best().orElseThrow();
		assertTrue(kept.image().orElseThrow().image().rows() > 96);
		double right = simulated.truth().defocus();
		List<DefocusSweep.Candidate> grid = swept(simulated, simulated.scan().positions(), new DefocusSweep(true),
				DefocusSweep.grid(new double[] { right, 1.2 * right }, new double[] { right, 1.3 * right }), MONITOR).candidates();
		assertEquals(4, grid.size());
		assertEquals(grid.get(0).image().orElseThrow().image().values().length,
				kept.image().orElseThrow().image().values().length);
		assertTrue(grid.stream().allMatch(candidate -> candidate.image().isPresent()));
		assertEquals(swept(simulated, defoci).best().get().contrast(), kept.contrast());
	}

	@Test
	void noPixelIsAnError() {
		SimulatedScan simulated = simulated(settings(Sample.STAR));
		try (ComputeScan scan = new JavaComputeService().open(simulated.scan().frames(), new int[] { 3, 4 }, MONITOR)) {
			String message = assertThrows(InvalidDataException.class,
					() -> new DefocusSweep(false).apply(scan, simulated.truth().whitefield(),
							new Mask(96, 128, new boolean[96 * 128]), simulated.scan().positions(),
							simulated.scan().geometry(), DefocusSweep.common(new double[] { 1e-3 }), MONITOR))
					.getMessage();
			assertTrue(message.contains("96 x 128"), message);
		}
	}

	@Test
	void cancellingStopsAfterTheDefocusAtWork() {
		SimulatedScan simulated = simulated(settings(Sample.STAR));
		AtomicInteger done = new AtomicInteger();
		IMonitor monitor = new IMonitor.Stub() {
			@Override
			public void worked(int amount) {
				done.addAndGet(amount);
			}

			@Override
			public boolean isCancelled() {
				return done.get() >= 3;
			}
		};
		double[] defoci = around(simulated.truth().defocus(), 0.9, 10);
		assertThrows(CancelledException.class, () -> swept(simulated, simulated.scan().positions(), new DefocusSweep(false),
				DefocusSweep.common(defoci), monitor));
		assertEquals(3, done.get());
	}
}
