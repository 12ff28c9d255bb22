// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.pxst.compute.ModelErrors;
import org.pxst.core.initial.Defocus;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.processing.internal.LoopInFile;
import org.pxst.processing.internal.ModelDatasets;

/**
 * A result as it is stored: the names and shapes of the 2020 suite's group {@code /speckle_tracking}, where N frames of
 * (M, L) pixels gave a reference image of (U, V).
 * <p>
 * Unlike there, values that do not exist are NaN and not 0, and {@code units} tells the unit of every number.
 */
public final class ResultDatasets {
	private static final String PIXEL = "pixel";
	private static final String RADIAN = "rad";

	private final ReconstructionResult result;
	private final List<CxiDataset> datasets = new ArrayList<>();

	private ResultDatasets(ReconstructionResult result) {
		this.result = result;
	}

	/**
	 * The data sets of a result, with paths relative to the result's group. A selection of frames that the file holds
	 * elsewhere (/frame_selector/good_frames) is the user's and stays as it is.
	 *
	 * @param result what was found
	 */
	public static List<CxiDataset> of(ReconstructionResult result) {
		ResultDatasets all = new ResultDatasets(result);
		all.addSelection();
		all.addGeometry();
		all.addModel();
		all.addPhase();
		return List.copyOf(all.datasets);
	}

	private void addSelection() {
		Mask mask = result.mask();
		Roi roi = result.roi();
		add("mask", mask.good(), "", mask.rows(), mask.columns());
		add("roi", new long[] { roi.ss0(), roi.ss1(), roi.fs0(), roi.fs1() }, PIXEL, 4);
		addFrames("checked_frames", result.checkedFrames());
		addFrames("good_frames", result.goodFrames());
		datasets.addAll(new ModelDatasets().whitefield(result.whitefield()).list());
	}

	private void addGeometry() {
		datasets.addAll(new ModelDatasets().geometry(new Defocus(result.defocusSs(), result.defocusFs()), result.distance(),
				result.dss(), result.dfs()).list());
	}

	private void addModel() {
		datasets.addAll(new ModelDatasets().pixelMap(result.pixelMap())
				.translations(result.translations(), result.recordedTranslations()).reference(result.reference()).errors(
						new ModelErrors(result.errorTotal(), result.errorFrame(), result.errorPixel(), result.errorReference(),
								result.fluxCorrection()))
				.list());
		datasets.addAll(new LoopInFile(result.iterations(), result.memory(), result.history().followed().orElseThrow()).datasets());
	}

	private void addPhase() {
		int rows = result.phase().rows();
		int columns = result.phase().columns();
		add("phase", result.phase().values(), RADIAN, rows, columns);
		double[] angles = Arrays.copyOf(result.phase().anglesSs(), 2 * rows * columns);
		System.arraycopy(result.phase().anglesFs(), 0, angles, rows * columns, rows * columns);
		add("angles", angles, RADIAN, 2, rows, columns);
	}

	private void add(String path, Object values, String units, int... shape) {
		datasets.add(CxiDataset.of(path, values, units, shape));
	}

	private void addFrames(String path, int[] frames) {
		add(path, Arrays.stream(frames).asLongStream().toArray(), "", frames.length);
	}
}
