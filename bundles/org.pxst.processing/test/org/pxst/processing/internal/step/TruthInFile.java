// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.Arrays;

import org.eclipse.january.IMonitor;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Roi;
import org.pxst.core.simulation.SimulatedScan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.Simulator;
import org.pxst.core.simulation.Truth;
import org.pxst.io.cxi.CxiDataset;

/** A simulated scan with what it was made from in the place of what earlier steps find. */
final class TruthInFile {
	private TruthInFile() {
	}

	static SimulatedScan simulate(SimulationSettings settings) {
		return new Simulator().simulate(settings, new IMonitor.Stub());
	}

	/** The file of a scan, with nothing outside the pupil. */
	static FakeContext of(SimulatedScan simulated) {
		Truth truth = simulated.truth();
		FakeContext file = new FakeContext(simulated.scan());
		Roi pupil = pupil(truth);
		int rows = truth.mask().rows();
		int columns = truth.mask().columns();
		file.put(CxiDataset.of("mask", truth.mask().good(), "", rows, columns));
		image(file, "whitefield", truth.whitefield());
		file.put(CxiDataset.of("good_frames", Arrays.stream(truth.goodFrames()).asLongStream().toArray(), "",
				truth.goodFrames().length));
		file.put(PairDataset.of("pixel_map", within(pupil, truth.pixelMap().ss(), columns),
				within(pupil, truth.pixelMap().fs(), columns), "pixel", rows, columns));
		double[] positions = new double[2 * truth.positions().frames()];
		for (int n = 0; n < truth.positions().frames(); n++) {
			positions[2 * n] = truth.positions().ss()[n];
			positions[2 * n + 1] = truth.positions().fs()[n];
		}
		file.put(CxiDataset.of("pixel_translations", positions, "pixel", truth.positions().frames(), 2));
		file.put(CxiDataset.of("phase", within(pupil, truth.phase(), columns), "rad", rows, columns));
		file.put(CxiDataset.of("roi", new long[] { pupil.ss0(), pupil.ss1(), pupil.fs0(), pupil.fs1() }, "pixel", 4));
		image(file, "reference_image", truth.reference());
		scalar(file, "defocus", truth.defocus());
		scalar(file, "dss", truth.dss());
		scalar(file, "dfs", truth.dfs());
		return file;
	}

	/** Pixels that are lit, but for the soft rim. */
	static Roi pupil(Truth truth) {
		return new Roi((int) (truth.pupilCentreSs() - truth.pupilHalfSs()) + 3,
				(int) (truth.pupilCentreSs() + truth.pupilHalfSs()) - 3,
				(int) (truth.pupilCentreFs() - truth.pupilHalfFs()) + 3,
				(int) (truth.pupilCentreFs() + truth.pupilHalfFs()) - 3);
	}

	private static double[] within(Roi roi, double[] values, int columns) {
		double[] inside = new double[values.length];
		Arrays.setAll(inside, p -> roi.contains(p / columns, p % columns) ? values[p] : Double.NaN);
		return inside;
	}

	private static void image(FakeContext file, String path, Image image) {
		file.put(CxiDataset.of(path, image.values(), "", image.rows(), image.columns()));
	}

	static void scalar(FakeContext file, String path, double value) {
		file.put(CxiDataset.of(path, new double[] { value }, ""));
	}

	/** Root mean square about the mean of what is a number. */
	static double rms(double[] values) {
		double mean = Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN);
		return Math.sqrt(Arrays.stream(values).filter(Double::isFinite).map(v -> (v - mean) * (v - mean)).average()
				.orElse(Double.NaN));
	}
}
