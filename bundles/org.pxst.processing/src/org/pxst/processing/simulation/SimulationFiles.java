// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.MemoryFrameSource;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.core.simulation.SimulatedScan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.Truth;
import org.pxst.io.cxi.CxiDataset;

/**
 * A simulated scan as data sets: the scan as a CXI file that the 2020 suite reads too, and the truth in a file beside it.
 * All paths are absolute.
 */
public final class SimulationFiles {
	private static final double PLANCK = 6.62607015e-34;
	private static final double SPEED_OF_LIGHT = 299792458;
	private static final String DETECTOR = "/entry_1/instrument_1/detector_1/";
	private static final String SOURCE = "/entry_1/instrument_1/source_1/";
	private static final String METRE = "m";
	private static final String PIXEL = "pixel";

	private SimulationFiles() {
	}

	/**
	 * The scan: frames, geometry, recorded positions.
	 *
	 * @param simulated what was simulated; its frames are in memory
	 */
	public static List<CxiDataset> scanDatasets(SimulatedScan simulated) {
		SimulationSettings settings = simulated.settings();
		int frames = settings.frames();
		String[] names = IntStream.range(0, frames).mapToObj(n -> String.format("sim%04d", n)).toArray(String[]::new);
		return List.of(
				CxiDataset.of("/entry_1/data_1/data", counts(simulated), "counts", frames, settings.rows(),
						settings.columns()),
				CxiDataset.of("/entry_1/data_1/experiment_identifier", names, "", frames),
				CxiDataset.of(DETECTOR + "basis_vectors", simulated.basisVectors(), METRE, frames, 2, 3),
				scalar(DETECTOR + "distance", settings.distance(), METRE),
				scalar(DETECTOR + "x_pixel_size", settings.pixelSizeSs(), METRE),
				scalar(DETECTOR + "y_pixel_size", settings.pixelSizeFs(), METRE),
				scalar(SOURCE + "energy", PLANCK * SPEED_OF_LIGHT / settings.wavelength(), "J"),
				scalar(SOURCE + "wavelength", settings.wavelength(), METRE),
				CxiDataset.of("/entry_1/sample_1/geometry/translation", simulated.translations(), METRE, frames, 3));
	}

	/**
	 * The truth. The phase has the attribute "simulation" with all settings.
	 *
	 * @param simulated what was simulated
	 */
	public static List<CxiDataset> truthDatasets(SimulatedScan simulated) {
		Truth truth = simulated.truth();
		Mask mask = truth.mask();
		int rows = mask.rows();
		int columns = mask.columns();
		int frames = truth.flux().length;
		PixelMap map = truth.pixelMap();
		double[] whitefield = new double[rows * columns];
		for (int k = 0; k < whitefield.length; k++)
			whitefield[k] = truth.whitefield().values()[k];
		double[] maps = Arrays.copyOf(map.ss(), 2 * map.ss().length);
		System.arraycopy(map.fs(), 0, maps, map.ss().length, map.fs().length);
		return List.of(
				new CxiDataset("/phase", new int[] { rows, columns }, truth.phase(),
						Map.of("units", "rad", "simulation", simulated.settings().toString())),
				CxiDataset.of("/pixel_map", maps, PIXEL, 2, rows, columns),
				scalar("/dss", truth.dss(), METRE),
				scalar("/dfs", truth.dfs(), METRE),
				scalar("/defocus", truth.defocus(), METRE),
				scalar("/defocus_ss", truth.defocusSs(), METRE),
				scalar("/defocus_fs", truth.defocusFs(), METRE),
				scalar("/z", truth.distance(), METRE),
				scalar("/wavelength", truth.wavelength(), METRE),
				scalar("/z_eff", truth.effectiveDistance(), METRE),
				CxiDataset.of("/pixel_positions", interleaved(truth.positions()), PIXEL, frames, 2),
				CxiDataset.of("/pixel_positions_recorded", interleaved(truth.recordedPositions()), PIXEL, frames, 2),
				CxiDataset.of("/mask", mask.good(), "", rows, columns),
				CxiDataset.of("/whitefield", whitefield, "counts", rows, columns),
				CxiDataset.of("/flux", truth.flux(), "1", frames),
				CxiDataset.of("/bad_frames", longs(truth.badFrames()), "", truth.badFrames().length),
				CxiDataset.of("/good_frames", longs(truth.goodFrames()), "", truth.goodFrames().length),
				CxiDataset.of("/reference_image", truth.reference().values(), "1", truth.reference().rows(),
						truth.reference().columns()),
				CxiDataset.of("/thickness", truth.thickness().values(), METRE, truth.thickness().rows(),
						truth.thickness().columns()),
				CxiDataset.of("/reference_origin", new double[] { truth.originSs(), truth.originFs() }, PIXEL, 2),
				CxiDataset.of("/pupil_centre", new double[] { truth.pupilCentreSs(), truth.pupilCentreFs() }, PIXEL, 2),
				CxiDataset.of("/pupil_half", new double[] { truth.pupilHalfSs(), truth.pupilHalfFs() }, PIXEL, 2),
				scalar("/delta", truth.delta(), "1"),
				scalar("/beta", truth.beta(), "1"),
				CxiDataset.of("/rad_per_px", new double[] { truth.radPerPixelSs(), truth.radPerPixelFs() }, "rad/pixel",
						2));
	}

	private static CxiDataset scalar(String path, double value, String units) {
		return CxiDataset.of(path, new double[] { value }, units);
	}

	private static Object counts(SimulatedScan simulated) {
		float[][] frames = ((MemoryFrameSource) simulated.scan().frames()).values();
		int pixels = frames[0].length;
		int all = Math.multiplyExact(frames.length, pixels);
		return switch (simulated.settings().frameType()) {
		case UINT16 -> {
			short[] values = new short[all];
			for (int k = 0; k < all; k++)
				values[k] = (short) (int) frames[k / pixels][k % pixels];
			yield values;
		}
		case INT32 -> {
			int[] values = new int[all];
			for (int k = 0; k < all; k++)
				values[k] = (int) frames[k / pixels][k % pixels];
			yield values;
		}
		case FLOAT32 -> {
			float[] values = new float[all];
			for (int n = 0; n < frames.length; n++)
				System.arraycopy(frames[n], 0, values, n * pixels, pixels);
			yield values;
		}
		};
	}

	private static double[] interleaved(PixelTranslations positions) {
		double[] pairs = new double[2 * positions.frames()];
		for (int n = 0; n < positions.frames(); n++) {
			pairs[2 * n] = positions.ss()[n];
			pairs[2 * n + 1] = positions.fs()[n];
		}
		return pairs;
	}

	private static long[] longs(int[] values) {
		return Arrays.stream(values).asLongStream().toArray();
	}
}
