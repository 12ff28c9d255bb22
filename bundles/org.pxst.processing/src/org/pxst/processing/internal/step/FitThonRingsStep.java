// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.initial.Defocus;
import org.pxst.core.initial.FitThonRings;
import org.pxst.core.initial.FitThonRingsSettings;
import org.pxst.core.initial.ThonRings;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.PreviewPart;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepGroup;
import org.pxst.processing.step.StepInfo;
import org.pxst.processing.step.StepInfo.Obsolete;
import org.pxst.processing.step.StepInfo.Output;
import org.pxst.processing.step.StepResult;

/** fit_thon_rings. */
@StepInfo(name = "fit_thon_rings", group = StepGroup.INITIALISATION, source = "paper, section 4.1", //
		preview = PreviewPart.FRAMES,
		summary = "Finds the defocus of both axes from the rings in the power spectrum of the frames.",
		description = "Needs no positions. The spectrum is averaged over frames and over sub-areas of the region of interest; rings "
				+ "and a smooth background are fitted to its logarithm together. Spectra without rings are refused. Radii are "
				+ "frequencies on the detector in cycles per pixel, 0.5 at the edge of the spectrum.",
		outputs = { @Output(path = "defocus", unit = "m", description = "focus to sample, mean of both axes"),
				@Output(path = "defocus_ss", unit = "m", description = "focus to sample along the slow scan axis"),
				@Output(path = "defocus_fs", unit = "m", description = "focus to sample along the fast scan axis"),
				@Output(path = "astigmatism", unit = "m", description = "half of defocus_ss - defocus_fs"),
				@Output(path = "bd", unit = "1", description = "beta / delta of the sample"),
				@Output(path = "thon", shape = "A, B", unit = "1",
						description = "power spectrum of the contrast, zero frequency in the middle"),
				@Output(path = "thon_display", shape = "2, A, B", unit = "1",
						description = "logarithm of the power spectrum without its background, and the fitted rings"),
				@Output(path = "thon_fit", shape = "3, R", unit = "1",
						description = "radii in cycles per pixel, mean of the logarithm over each ellipse, and the same of the fit"),
				@Output(path = "thon_step", shape = "2", unit = "1/m",
						description = "one row and one column of the spectrum as a frequency on the detector"),
				@Output(path = "thon_rad_range", shape = "2", unit = "1", description = "radii that were used, cycles per pixel"),
				@Output(path = "thon_rings", unit = "1", description = "number of rings in that range"),
				@Output(path = "thon_significance", unit = "1",
						description = "how much of the spectrum the rings explain over its scatter; less than 6 is refused"),
				@Output(path = "thon_uncertainty", unit = "1", description = "relative uncertainty of the defoci"),
				@Output(path = "thon_oblique_astigmatism", unit = "m",
						description = "not 0 when the axes of the astigmatism are not those of the detector") },
		obsolete = {
				@Obsolete(name = "rad_range",
						reason = "it counted pixels of the region's transform; the range is found, or given as rad_low and rad_high in cycles per pixel"),
				@Obsolete(name = "sigma", reason = "the whole region of interest is used unless weight_sigma is given"),
				@Obsolete(name = "edge_pix", reason = "low frequencies are left out by the resolution of the sub-areas, or by rad_low"),
				@Obsolete(name = "window", reason = "the background is fitted and not filtered away") })
final class FitThonRingsStep extends DetectorStep {
	@Parameter(description = "Smallest radius used, cycles per pixel; None: where the sub-areas resolve rings", min = 0,
			max = 1)
	private Double radLow;

	@Parameter(description = "Largest radius used, cycles per pixel; None: where the spectrum drowns in noise", min = 0,
			max = 1, aboveMin = true)
	private Double radHigh;

	@Parameter(description = "Largest extent of the sub-areas whose spectra are averaged; smaller ones blur the outer rings",
			unit = "pixel", min = 16, max = 512)
	private int area = FitThonRingsSettings.DEFAULT.window();

	@Parameter(description = "beta / delta expected of the sample", min = -1, max = 1)
	private double expectedBd = FitThonRingsSettings.DEFAULT.bd();

	@Parameter(description = "How far from that it may well be", min = 0, aboveMin = true)
	private double bdTolerance = FitThonRingsSettings.DEFAULT.bdTolerance();

	@Parameter(description = "The defoci of the two axes differ by no more than this factor", min = 1.05, max = 10,
			advanced = true)
	private double largestRatio = FitThonRingsSettings.DEFAULT.largestRatio();

	@Parameter(description = "Width of a Gaussian weight on the detector; None: all pixels count the same", unit = "pixel", min = 0,
			aboveMin = true, advanced = true)
	private Double weightSigma;

	@Parameter(description = "[row, column] that this weight is centred on; None: the middle of the lit area", unit = "pixel",
			advanced = true)
	private double[] weightCentre;

	@Override
	public StepResult run(StepContext context) {
		Scan scan = context.scan();
		FitThonRingsSettings settings = settings();
		DetectorInputs inputs = inputs(context);
		ThonRings rings = new FitThonRings(settings).fit(scan.frames(), inputs.mask(), inputs.whitefield(), inputs.roi(),
				scan.geometry(), goodFrames(context), context.monitor());
		return new StepResult(datasets(rings), summary(rings));
	}

	private FitThonRingsSettings settings() {
		if (radLow != null && radHigh != null && radLow >= radHigh)
			throw new InvalidDataException("rad_low " + radLow + " is not below rad_high " + radHigh + "; give a smaller one");
		if (weightCentre != null && !(weightCentre.length == 2 && Double.isFinite(weightCentre[0]) && Double.isFinite(weightCentre[1])))
			throw new InvalidDataException("weight_centre is " + Arrays.toString(weightCentre) + ", but must be [row, column]");
		return new FitThonRingsSettings(area, weightSigma != null ? weightSigma : Double.POSITIVE_INFINITY,
				weightCentre != null ? OptionalDouble.of(weightCentre[0]) : OptionalDouble.empty(),
				weightCentre != null ? OptionalDouble.of(weightCentre[1]) : OptionalDouble.empty(), optional(radLow), optional(radHigh),
				expectedBd, bdTolerance, largestRatio);
	}

	private static OptionalDouble optional(Double value) {
		return value != null ? OptionalDouble.of(value) : OptionalDouble.empty();
	}

	private static List<CxiDataset> datasets(ThonRings rings) {
		List<CxiDataset> datasets = new ArrayList<>(defocus(rings).datasets());
		Image power = rings.power();
		float[] display = Arrays.copyOf(rings.flattened().values(), 2 * power.values().length);
		System.arraycopy(rings.fitted().values(), 0, display, power.values().length, power.values().length);
		int radii = rings.profileRadius().length;
		double[] profiles = Arrays.copyOf(rings.profileRadius(), 3 * radii);
		System.arraycopy(rings.profileMeasured(), 0, profiles, radii, radii);
		System.arraycopy(rings.profileFitted(), 0, profiles, 2 * radii, radii);
		datasets.add(single("bd", rings.bd(), "1"));
		datasets.add(CxiDataset.of("thon", power.values(), "1", power.rows(), power.columns()));
		datasets.add(CxiDataset.of("thon_display", display, "1", 2, power.rows(), power.columns()));
		datasets.add(CxiDataset.of("thon_fit", profiles, "1", 3, radii));
		datasets.add(CxiDataset.of("thon_step", new double[] { rings.stepSs(), rings.stepFs() }, "1/m", 2));
		datasets.add(CxiDataset.of("thon_rad_range", new double[] { rings.radLow(), rings.radHigh() }, "1", 2));
		datasets.add(single("thon_rings", rings.rings(), "1"));
		datasets.add(single("thon_significance", rings.significance(), "1"));
		datasets.add(single("thon_uncertainty", rings.uncertainty(), "1"));
		datasets.add(single("thon_oblique_astigmatism", rings.obliqueAstigmatism(), "m"));
		return datasets;
	}

	private static List<String> summary(ThonRings rings) {
		return defocus(rings).summary().add("uncertainty", "%.1f %%", 100 * rings.uncertainty()).add("beta / delta", "%.3f", rings.bd())
				.add("rings", "%.1f, significance %.1f", rings.rings(), rings.significance()).lines();
	}

	private static DefocusDatasets defocus(ThonRings rings) {
		return new DefocusDatasets(new Defocus(rings.defocusSs(), rings.defocusFs()));
	}

	private static CxiDataset single(String path, double value, String unit) {
		return CxiDataset.of(path, new double[] { value }, unit);
	}
}
