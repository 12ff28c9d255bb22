// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.score;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

import org.pxst.core.image.Image;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.phase.Phase;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.core.scan.Roi;
import org.pxst.core.simulation.Truth;
import org.pxst.processing.Iteration;
import org.pxst.processing.LoopHistory;
import org.pxst.processing.LoopLeg;
import org.pxst.processing.LoopMemory;
import org.pxst.processing.LoopSettings;
import org.pxst.processing.ReconstructionResult;

/**
 * The truth in the shape of a result, for tests to perturb by known amounts: the fields start as the truth's and may be
 * replaced before {@link #build()}.
 */
public final class TruthAsResult {
	public Mask mask;
	public Image whitefield;
	public Roi roi;
	public double defocusSs;
	public double defocusFs;
	public double dss;
	public double dfs;
	public double[] mapSs;
	public double[] mapFs;
	public double[] ss;
	public double[] fs;
	public double[] phase;
	public Image reference;
	public double n0;
	public double m0;

	private final Truth truth;

	public TruthAsResult(Truth truth) {
		this.truth = truth;
		mask = truth.mask();
		whitefield = truth.whitefield();
		roi = Roi.full(mask.rows(), mask.columns());
		defocusSs = truth.defocusSs();
		defocusFs = truth.defocusFs();
		dss = truth.dss();
		dfs = truth.dfs();
		mapSs = truth.pixelMap().ss();
		mapFs = truth.pixelMap().fs();
		ss = truth.positions().ss();
		fs = truth.positions().fs();
		phase = truth.phase();
		reference = truth.reference();
		n0 = truth.originSs();
		m0 = truth.originFs();
	}

	/** Values with the function of their index added. */
	public static double[] plus(double[] values, IntToDoubleFunction change) {
		double[] changed = new double[values.length];
		for (int k = 0; k < values.length; k++)
			changed[k] = values[k] + change.applyAsDouble(k);
		return changed;
	}

	/** The result. */
	public ReconstructionResult build() {
		int rows = mask.rows();
		int columns = mask.columns();
		int frames = ss.length;
		double[] errorFrame = new double[frames];
		double[] flux = new double[frames];
		for (int n = 0; n < frames; n++) {
			errorFrame[n] = 0.1 + 0.02 * Math.sin(n);
			flux[n] = 1;
		}
		float[] errorPixel = new float[rows * columns];
		for (int k = 0; k < errorPixel.length; k++)
			errorPixel[k] = mask.good()[k] ? (float) (0.1 + 0.05 * Math.cos(0.1 * k)) : Float.NaN;
		double[] anglesSs = new double[phase.length];
		Arrays.fill(anglesSs, 1e-6);
		Image none = Image.constant(reference.rows(), reference.columns(), 1);
		return new ReconstructionResult(mask, whitefield, roi, truth.goodFrames(), truth.goodFrames(), defocusSs, defocusFs,
				truth.distance(), dss, dfs, new PixelMap(rows, columns, mapSs, mapFs), truth.recordedPositions(),
				new PixelTranslations(ss, fs), new ReferenceImage(reference, none, n0, m0), 0.1, errorFrame,
				new Image(rows, columns, errorPixel), none, flux, new Phase(rows, columns, phase, anglesSs, anglesSs),
				List.of(new Iteration(1, 0.5, 1, 0, 10, 10, 5, 0.1), new Iteration(2, 0.2, 0.3, 0.1, 8, 8, 3, 0.1),
						new Iteration(3, 0.11, 0.1, 0.05, 5, 5, 1, 0.1)),
				new LoopMemory(2, 1, 3, 0.11, 0, 0.05),
				new LoopHistory(Optional.empty(), List.of(new LoopLeg(LoopSettings.defaults(), 3))), false, "nothing");
	}
}
