// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.phase;

import java.util.Arrays;
import java.util.Optional;

import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Roi;
import org.pxst.ui.session.MissingContentException;
import org.pxst.ui.session.ScanReader;

/** Reads a wavefront from a scan's file. */
final class PhaseReader {
	/** Weight of a bad pixel, whose pixel map is filled, against 1: as in calculate_phase. */
	private static final double FILLED_WEIGHT = 0.1;

	private final ScanReader reader;
	private int rows;
	private int columns;

	PhaseReader(ScanReader reader) {
		this.reader = reader;
	}

	/**
	 * @throws MissingContentException when there is no phase
	 * @throws InvalidDataException    when it cannot be used
	 */
	PhaseData read() {
		if (!reader.has("phase"))
			throw new MissingContentException("phase", "Run calculate_phase");
		int[] shape = reader.shape("phase");
		if (shape.length != 2 || shape[0] < 1 || shape[1] < 1)
			throw new InvalidDataException("The phase in this file has the shape " + Arrays.toString(shape)
					+ ", but must have rows and columns of the detector. Run calculate_phase again.");
		rows = shape[0];
		columns = shape[1];
		double[] phase = reader.doubles("phase").clone();
		PupilArea area = PupilArea.read(reader, rows, columns);
		Optional<double[]> light = whitefield();
		double[] whitefield = light.orElseGet(() -> {
			double[] same = new double[phase.length];
			Arrays.fill(same, 1);
			return same;
		});
		boolean[] shown = new boolean[phase.length];
		double[] weights = new double[phase.length];
		for (int p = 0; p < phase.length; p++) {
			if (!Double.isFinite(phase[p])) {
				phase[p] = Double.NaN;
				continue;
			}
			boolean good = area.good().good()[p];
			shown[p] = good && area.roi().contains(p / columns, p % columns);
			weights[p] = Math.max(whitefield[p], Float.MIN_NORMAL) * (good ? 1 : FILLED_WEIGHT);
		}
		return new PhaseData(area.plane(), phase, shown, part(shown), whitefield, weights, light.isPresent(),
				pair("angles_forward"), pair("angles"), RemovedOrders.read(reader, "phase_"));
	}

	private Optional<double[]> whitefield() {
		if (!reader.has("whitefield") || !Arrays.equals(reader.shape("whitefield"), new int[] { rows, columns }))
			return Optional.empty();
		double[] light = reader.doubles("whitefield").clone();
		Arrays.setAll(light, p -> light[p] > 0 && Double.isFinite(light[p]) ? light[p] : 0);
		return Optional.of(light);
	}

	private Roi part(boolean[] shown) {
		int ss0 = rows;
		int ss1 = 0;
		int fs0 = columns;
		int fs1 = 0;
		for (int p = 0; p < shown.length; p++)
			if (shown[p]) {
				ss0 = Math.min(ss0, p / columns);
				ss1 = p / columns + 1;
				fs0 = Math.min(fs0, p % columns);
				fs1 = Math.max(fs1, p % columns + 1);
			}
		if (ss1 == 0)
			throw new InvalidDataException("The phase in this file has no value on a good pixel of the region of interest. "
					+ "Check mask and region of interest, and run calculate_phase again.");
		return new Roi(ss0, ss1, fs0, fs1);
	}

	private Optional<double[][]> pair(String name) {
		if (!reader.has(name) || !Arrays.equals(reader.shape(name), new int[] { 2, rows, columns }))
			return Optional.empty();
		double[] both = reader.doubles(name);
		int half = both.length / 2;
		return Optional.of(new double[][] { Arrays.copyOf(both, half), Arrays.copyOfRange(both, half, both.length) });
	}
}
