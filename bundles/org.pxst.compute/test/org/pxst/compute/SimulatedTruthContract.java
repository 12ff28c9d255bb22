// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.core.simulation.SimulatedScan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Sample;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Simulator;
import org.pxst.core.simulation.Truth;

/** A scan simulated by wave optics, where the truth is known and the forward model holds up to diffraction and noise. */
interface SimulatedTruthContract extends BackEndContract {
	SimulatedScan SIMULATED = new Simulator().simulate(
			SimulationSettings.builder(Size.TINY).sample(Sample.SPECKLE).build(), new IMonitor.Stub());
	/** Part of the pupil, along both axes, that is well lit and far from diffraction at its edge. */
	double INNER = 0.85;

	private static Truth truth() {
		return SIMULATED.truth();
	}

	private ComputeScan openSimulated() {
		return service().open(SIMULATED.scan().frames(), truth().goodFrames(), monitor());
	}

	private static ForwardModel model() {
		Truth truth = truth();
		boolean[] good = truth.mask().good().clone();
		int columns = truth.mask().columns();
		for (int p = 0; p < good.length; p++)
			good[p] &= Math.abs(p / columns - truth.pupilCentreSs()) < INNER * truth.pupilHalfSs()
					&& Math.abs(p % columns - truth.pupilCentreFs()) < INNER * truth.pupilHalfFs();
		return new ForwardModel(new Mask(truth.mask().rows(), columns, good), truth.whitefield(), truth.pixelMap(),
				truth.positions());
	}

	private static ReferenceImage reference() {
		Truth truth = truth();
		return new ReferenceImage(truth.reference(), Image.constant(truth.reference().rows(),
				truth.reference().columns(), 1), truth.originSs(), truth.originFs());
	}

	private static double[] plus(double[] values, double constant) {
		return Arrays.stream(values).map(v -> v + constant).toArray();
	}

	private static ForwardModel withMapOffBy(double ss, double fs) {
		PixelMap map = truth().pixelMap();
		return model().with(new PixelMap(map.rows(), map.columns(), plus(map.ss(), ss), plus(map.fs(), fs)));
	}

	private static double median(double[] values) {
		double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
		return sorted[sorted.length / 2];
	}

	@Test
	default void badFrameIsDark() {
		int[] all = new int[SIMULATED.scan().frames().frames()];
		Arrays.setAll(all, n -> n);
		try (ComputeScan scan = service().open(SIMULATED.scan().frames(), all, monitor())) {
			double[] means = scan.frameMeans(model().mask());
			double typical = median(means);
			for (int n : truth().badFrames())
				assertTrue(means[n] < 0.1 * typical, "frame " + n + ": " + means[n]);
			for (int n : truth().goodFrames())
				assertEquals(typical, means[n], 0.1 * typical, "frame " + n);
		}
	}

	@Test
	default void mergeShowsTheTrueReferenceImage() {
		try (ComputeScan scan = openSimulated()) {
			ReferenceImage merged = scan.makeReference(model(), 2, monitor());
			NaiveSampler truthSampler = new NaiveSampler(reference());
			double sum = 0;
			double square = 0;
			double contrast = 0;
			int count = 0;
			for (int i = 0; i < merged.image().rows(); i++)
				for (int j = 0; j < merged.image().columns(); j++) {
					double value = merged.image().at(i, j);
					if (Double.isNaN(value))
						continue;
					double expected = truthSampler.at(i - merged.n0() + truth().originSs(),
							j - merged.m0() + truth().originFs());
					sum += value - expected;
					square += (value - expected) * (value - expected);
					contrast += (expected - 1) * (expected - 1);
					count++;
				}
			assertTrue(count > 1000, count + " pixels");
			assertEquals(0, sum / count, 0.02, "mean difference");
			assertTrue(square < 0.15 * contrast, "unexplained " + square / contrast);
		}
	}

	@Test
	default void truthExplainsTheFramesAndAWrongMapDoesNot() {
		try (ComputeScan scan = openSimulated()) {
			double right = scan.calcError(model(), reference(), monitor()).total();
			double wrong = scan.calcError(withMapOffBy(2, 0), reference(), monitor()).total();
			assertTrue(right < 0.2, "error " + right);
			assertTrue(wrong > 3 * right, "error " + wrong + " with a wrong map, " + right + " with the right one");
		}
	}

	@Test
	default void fluxCorrectionIsOneForASteadyBeam() {
		try (ComputeScan scan = openSimulated()) {
			double[] flux = scan.calcError(model(), reference(), monitor()).fluxCorrection();
			for (int n : truth().goodFrames())
				assertEquals(1 / truth().flux()[n], flux[n], 0.02, "frame " + n);
		}
	}

	@Test
	default void searchBringsTheMapBack() {
		try (ComputeScan scan = openSimulated()) {
			ForwardModel model = withMapOffBy(2, -3);
			PixelShifts shifts = scan.searchPixelMap(model, reference(), SearchWindow.around(5, 5), monitor());
			int right = 0;
			for (int p = 0; p < shifts.ss().length; p++)
				if (model.mask().good()[p] && Math.abs(shifts.ss()[p] + 2) <= 1 && Math.abs(shifts.fs()[p] - 3) <= 1)
					right++;
			assertTrue(right > 0.97 * model.mask().count(), right + " of " + model.mask().count() + " pixels");
		}
	}

	@Test
	default void nineErrorsAreLeastInTheMiddle() {
		try (ComputeScan scan = openSimulated()) {
			float[] errors = scan.pixelMapErrors(model(), reference(), 1, monitor());
			double[] mean = new double[9];
			for (int k = 0; k < errors.length; k++)
				if (!Float.isNaN(errors[k]))
					mean[k % 9] += errors[k] / model().mask().count();
			for (int c = 0; c < 9; c++)
				assertTrue(c == 4 || mean[c] > 1.3 * mean[4], Arrays.toString(mean));
		}
	}

	@Test
	default void translationErrorsFindAWrongPosition() {
		double[] ss = truth().positions().ss().clone();
		double[] fs = truth().positions().fs().clone();
		int moved = truth().goodFrames()[7];
		ss[moved] += 2;
		fs[moved] -= 1;
		try (ComputeScan scan = openSimulated()) {
			double[] errors = scan.translationErrors(model().with(new PixelTranslations(ss, fs)), reference(), 3, 1,
					monitor());
			for (int n : truth().goodFrames()) {
				int best = 0;
				for (int c = 0; c < 49; c++)
					if (errors[n * 49 + c] < errors[n * 49 + best])
						best = c;
				assertEquals(n == moved ? (3 - 2) * 7 + 3 + 1 : 3 * 7 + 3, best, "frame " + n);
			}
			for (int n : truth().badFrames())
				assertEquals(Double.NaN, errors[n * 49]);
		}
	}

	@Test
	default void fittedWhitefieldIsNearerTheTruthThanTheMedian() {
		try (ComputeScan scan = openSimulated()) {
			Image median = scan.makeWhitefield(monitor());
			Image fitted = scan.fitWhitefield(model().with(median), reference(), monitor());
			double ofMedian = rms(median);
			double ofFit = rms(fitted);
			assertTrue(ofFit < 0.7 * ofMedian, "rms " + ofFit + " after the fit, " + ofMedian + " before");
			assertTrue(ofFit < 0.05, "rms " + ofFit);
		}
	}

	/** Rms relative difference from the true whitefield. */
	private static double rms(Image whitefield) {
		Mask mask = model().mask();
		double sum = 0;
		for (int p = 0; p < mask.good().length; p++)
			if (mask.good()[p])
				sum += Math.pow(whitefield.values()[p] / truth().whitefield().values()[p] - 1, 2);
		return Math.sqrt(sum / mask.count());
	}

	@Test
	default void statisticsTellDeadPixelsFromGoodOnes() {
		try (ComputeScan scan = openSimulated()) {
			PixelStatistics statistics = scan.pixelStatistics(monitor());
			boolean[] inner = model().mask().good();
			for (int p = 0; p < inner.length; p++)
				if (inner[p])
					assertTrue(statistics.variance().values()[p] > 0, "pixel " + p);
				else if (!truth().mask().good()[p] && statistics.mean().values()[p] == 0)
					assertEquals(0, statistics.variance().values()[p]);
		}
	}
}
