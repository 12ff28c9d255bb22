// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

import org.pxst.core.CancelledException;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Roi;
import org.pxst.core.scan.Scan;
import org.pxst.core.thickness.CtfResult;
import org.pxst.core.thickness.CtfThickness;
import org.pxst.core.thickness.Material;
import org.pxst.core.thickness.PaganinThickness;
import org.pxst.core.thickness.PlaneWaveGeometry;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.Step;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepGroup;
import org.pxst.processing.step.StepInfo;
import org.pxst.processing.step.StepInfo.Obsolete;
import org.pxst.processing.step.StepInfo.Output;
import org.pxst.processing.step.StepResult;

/** calculate_sample_thickness. */
@StepInfo(name = "calculate_sample_thickness", group = StepGroup.ANALYSIS, //
		source = "Paganin et al., J. Microsc. 206 (2002) 33; Cloetens et al., Appl. Phys. Lett. 75 (1999) 2912", //
		summary = "Finds the thickness of a sample of one material from the reference image.",
		description = "By Paganin's method, which takes absorption in full and diffraction to first order, and by the contrast "
				+ "transfer function, which sees finer details of thin samples.",
		outputs = {
				@Output(path = "sample_thickness_pag", shape = "U, V", unit = "m", optional = true,
						description = "thickness by Paganin's method, NaN where the reference image has no value"),
				@Output(path = "sample_thickness_ctf", shape = "U, V", unit = "m", optional = true,
						description = "thickness by the contrast transfer function") },
		obsolete = {
				@Obsolete(name = "tol_ctf", reason = "the noise is found in the reference image; give noise_to_signal to set it, "
						+ "0.01 is about what tol_ctf = 0.1 meant"),
				@Obsolete(name = "tol_tie", reason = "it stood in the place of Paganin's 1, which made the thickness wrong; give "
						+ "regularisation against noise") })
final class CalculateSampleThicknessStep implements Step {
	/** How to find it. */
	enum Method {
		/** Both ways. */
		BOTH,
		/** Paganin's. */
		PAGANIN,
		/** Contrast transfer function. */
		CTF
	}

	@Parameter(description = "Reference image; NaN and negative values count as missing", path = "reference_image",
			from = "make_reference", required = true)
	private Image referenceImage;

	@Parameter(description = "Region of the reference image that is wanted; None: all of it", unit = "pixel")
	private Roi referenceRoi;

	@Parameter(description = "Reference pixel along the slow scan axis", path = "dss", from = "generate_pixel_map",
			required = true, unit = "m", min = 0, aboveMin = true)
	private Double dss;

	@Parameter(description = "Reference pixel along the fast scan axis", path = "dfs", from = "generate_pixel_map",
			required = true, unit = "m", min = 0, aboveMin = true)
	private Double dfs;

	@Parameter(description = "Focus to sample, mean of both axes", path = "defocus", from = "fit_defocus_registration",
			required = true, unit = "m", min = 0, aboveMin = true)
	private Double defocus;

	@Parameter(description = "Decrement of the sample's refractive index", min = 0, aboveMin = true)
	private double delta = 1e-5;

	@Parameter(description = "Absorption index of the sample; Paganin's method needs one above 0", min = 0)
	private double beta = 1e-5;

	@Parameter(description = "Which method to use")
	private Method method = Method.BOTH;

	@Parameter(description = "Let the median of the thickness be 0")
	private boolean setMedianToZero = true;

	@Parameter(description = "Noise over signal for Paganin's method; 0 is Paganin's own", min = 0, advanced = true)
	private double regularisation;

	@Parameter(description = "Noise over signal, as powers at full contrast, for the contrast transfer function; None: found in the "
			+ "reference image", min = 0, aboveMin = true, advanced = true)
	private Double noiseToSignal;

	@Parameter(description = "How often, at most, the contrast transfer function corrects for what is not linear", min = 0,
			advanced = true)
	private int corrections = CtfThickness.DEFAULT_CORRECTIONS;

	@Override
	public StepResult run(StepContext context) {
		Scan scan = context.scan();
		double toSample = new FocusToSample(defocus).in(scan.geometry());
		PlaneWaveGeometry geometry = PlaneWaveGeometry.of(scan.geometry(), toSample, dss, dfs);
		Material material = new Material(delta, beta);
		Roi region = referenceRoi == null ? Roi.full(referenceImage.rows(), referenceImage.columns()) : referenceRoi;
		List<CxiDataset> datasets = new ArrayList<>();
		SummaryLines lines = new SummaryLines().add("delta, beta", "%.4g, %.4g", delta, beta).add("effective distance",
				"%.4g mm", geometry.effectiveDistance() * 1e3);
		if (method != Method.CTF) {
			Image found = new PaganinThickness(geometry, material, regularisation, setMedianToZero).apply(referenceImage,
					region, context.monitor());
			datasets.add(thickness("sample_thickness_pag", found));
			figures(lines, "thickness, Paganin", found);
		}
		CancelledException.check(context.monitor(), "calculate_sample_thickness");
		if (method != Method.PAGANIN) {
			OptionalDouble noise = noiseToSignal == null ? OptionalDouble.empty() : OptionalDouble.of(noiseToSignal);
			CtfResult found = new CtfThickness(geometry, material, noise, corrections, setMedianToZero).apply(referenceImage,
					region, context.monitor());
			CancelledException.check(context.monitor(), "calculate_sample_thickness");
			datasets.add(thickness("sample_thickness_ctf", found.thickness()));
			figures(lines, "thickness, CTF", found.thickness());
			lines.add("not explained by it", "%.4g rms of the reference image (noise and misfit)",
					found.unexplained()[found.unexplained().length - 1]);
		}
		return new StepResult(datasets, lines.lines());
	}

	private static CxiDataset thickness(String path, Image found) {
		return CxiDataset.of(path, found.values(), "m", found.rows(), found.columns());
	}

	/** Rms about the mean, and range. */
	private static void figures(SummaryLines lines, String name, Image found) {
		float[] known = new float[found.values().length];
		int count = 0;
		double sum = 0;
		double squares = 0;
		for (float value : found.values())
			if (!Float.isNaN(value)) {
				known[count++] = value;
				sum += value;
				squares += (double) value * value;
			}
		if (count == 0) {
			lines.add(name, "no value");
			return;
		}
		Arrays.sort(known, 0, count);
		double mean = sum / count;
		lines.add(name, "%.1f nm rms, %.1f to %.1f nm", Math.sqrt(Math.max(0, squares / count - mean * mean)) * 1e9,
				known[0] * 1e9, known[count - 1] * 1e9);
	}
}
