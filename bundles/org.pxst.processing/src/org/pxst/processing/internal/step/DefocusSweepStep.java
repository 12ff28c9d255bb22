// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

import org.pxst.compute.ComputeScan;
import org.pxst.core.InvalidDataException;
import org.pxst.core.initial.Defocus;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.Roi;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.processing.internal.LitArea;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.PreviewPart;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepGroup;
import org.pxst.processing.step.StepInfo;
import org.pxst.processing.step.StepInfo.Output;
import org.pxst.processing.step.StepResult;
import org.pxst.processing.steps.DefocusSweep;
import org.pxst.processing.steps.DefocusSweep.Candidate;

/** defocus_sweep. */
@StepInfo(name = "defocus_sweep", group = StepGroup.INITIALISATION, source = "paper, section 4.1", //
		preview = PreviewPart.SWEEP, shownFirst = "defocus_score",
		summary = "Merges the reference image for one defocus after the other; at the right one it is the sharpest.",
		description = "The contrast is the variance of the reference image over its squared mean, where enough frames overlap. Frames "
				+ "that do not fall on each other average out the better the more of them overlap, so what is largest at the right "
				+ "defocus is the score: the contrast times the number of frames that overlap. Needs a merge of all frames for each "
				+ "defocus; fit_defocus_registration is faster and finer.",
		outputs = { @Output(path = "defocus", unit = "m", description = "focus to sample with the largest score, mean of both axes"),
				@Output(path = "defocus_ss", unit = "m", description = "the same along the slow scan axis"),
				@Output(path = "defocus_fs", unit = "m", description = "the same along the fast scan axis"),
				@Output(path = "astigmatism", unit = "m", description = "half of defocus_ss - defocus_fs"),
				@Output(path = "defocus_sweep", shape = "K, 2", unit = "m", description = "focus to sample along both axes that was tried"),
				@Output(path = "defocus_contrast", shape = "K", unit = "1",
						description = "contrast of the reference image; NaN where it could not be judged"),
				@Output(path = "defocus_score", shape = "K", unit = "1",
						description = "contrast times the mean number of frames that overlap"),
				@Output(path = "Os", shape = "K, U, V", unit = "1", optional = true,
						description = "the middles of the reference images, NaN around smaller ones") })
final class DefocusSweepStep extends DetectorStep {
	/** More take hours. */
	private static final int MOST_COMBINATIONS = 2500;

	/** How the defoci are spread. */
	enum Spacing {
		/** As far from each other. */
		LINEAR,
		/** Each larger than the last by the same factor. */
		GEOMETRIC
	}

	/** What came of one defocus; score and contrast are NaN when it could not be judged. */
	private record Tried(Defocus defocus, double contrast, double score, String remark) {
	}

	@Parameter(label = "Smallest defocus",
			description = "Smallest focus to sample; None: where neighbouring frames overlap by half", unit = "m", min = 0,
			aboveMin = true)
	private Double z1Min;

	@Parameter(label = "Largest defocus",
			description = "Largest focus to sample; None: where neighbouring frames hardly differ", unit = "m", min = 0,
			aboveMin = true)
	private Double z1Max;

	@Parameter(label = "Number of defoci",
			description = "Number of defoci, of each axis if separate_axes", min = 2, max = 10000)
	private int n = 100;

	@Parameter(description = "Try all combinations of the defoci of the two axes instead of the same for both")
	private boolean separateAxes;

	@Parameter(description = "How the defoci are spread; None: linear when z1_min and z1_max are given, else geometric")
	private Spacing spacing;

	@Parameter(description = "Write the reference images")
	private boolean images = true;

	@Override
	public StepResult run(StepContext context) {
		Scan scan = context.scan();
		if (separateAxes && n * (long) n > MOST_COMBINATIONS)
			throw new InvalidDataException(String.format(Locale.ROOT, "%d defoci of each axis make %d combinations; give n of at most %d",
					n, n * (long) n, (int) Math.sqrt(MOST_COMBINATIONS)));
		DetectorInputs inputs = inputs(context);
		LitArea lit = inputs.litArea();
		int[] frames = goodFrames(context);
		double[] values = values(scan, frames, lit.roi());
		List<Defocus> defoci = separateAxes ? DefocusSweep.grid(values, values) : DefocusSweep.common(values);
		ComputeScan loaded = context.frames(frames);
		DefocusSweep sweep = new DefocusSweep(images);
		SweepImages stack = new SweepImages(defoci.size(), inputs.mask().rows(), inputs.mask().columns());
		List<Tried> tried = new ArrayList<>();
		for (Defocus defocus : defoci) {
			// one by one, so that no more than one whole image is held
			Candidate candidate = sweep.apply(loaded, inputs.whitefield(), lit.use(), scan.positions(), scan.geometry(),
					List.of(defocus), context.monitor()).candidates().get(0);
			tried.add(new Tried(defocus, candidate.contrast(), candidate.score(), candidate.remark()));
			if (images)
				stack.add(candidate.image().map(ReferenceImage::image));
		}
		Tried best = best(tried);
		return new StepResult(datasets(tried, best, stack), summary(tried, best, values));
	}

	/** The first one with the largest score. */
	private static Tried best(List<Tried> tried) {
		Tried first = tried.get(0);
		Tried last = tried.get(tried.size() - 1);
		return tried.stream().filter(one -> !Double.isNaN(one.score())).reduce((a, b) -> b.score() > a.score() ? b : a)
				.orElseThrow(() -> new InvalidDataException(String.format(Locale.ROOT,
						"none of the %d defoci from %.4g to %.4g m can be judged (the first: %s; the last: %s); give another range",
						tried.size(), first.defocus().mean(), last.defocus().mean(), first.remark(), last.remark())));
	}

	private double[] values(Scan scan, int[] frames, Roi inside) {
		boolean given = z1Min != null && z1Max != null;
		SweepRange possible = given ? new SweepRange(z1Min, z1Max) : SweepRange.of(scan, frames, inside);
		SweepRange range = new SweepRange(z1Min != null ? z1Min : possible.low(), z1Max != null ? z1Max : possible.high());
		if (!(range.low() < range.high()))
			throw new InvalidDataException(String.format(Locale.ROOT,
					"z1_min is %.6g m and z1_max %.6g m, but must be larger; give others", range.low(), range.high()));
		boolean linear = spacing == null ? given : spacing == Spacing.LINEAR;
		return linear ? range.linear(n) : range.geometric(n);
	}

	private List<CxiDataset> datasets(List<Tried> tried, Tried best, SweepImages stack) {
		List<CxiDataset> datasets = new ArrayList<>(new DefocusDatasets(best.defocus()).datasets());
		double[] defoci = tried.stream().flatMapToDouble(one -> DoubleStream.of(one.defocus().ss(), one.defocus().fs())).toArray();
		datasets.add(CxiDataset.of("defocus_sweep", defoci, "m", tried.size(), 2));
		datasets.add(CxiDataset.of("defocus_contrast", tried.stream().mapToDouble(Tried::contrast).toArray(), "1", tried.size()));
		datasets.add(CxiDataset.of("defocus_score", tried.stream().mapToDouble(Tried::score).toArray(), "1", tried.size()));
		if (images)
			datasets.add(stack.dataset("Os"));
		return datasets;
	}

	private static List<String> summary(List<Tried> tried, Tried best, double[] values) {
		long judged = tried.stream().filter(one -> !Double.isNaN(one.score())).count();
		boolean atEdge = isAtEdge(best.defocus().ss(), values) || isAtEdge(best.defocus().fs(), values);
		return new DefocusDatasets(best.defocus()).summary()
				.add("defoci", "%d from %.4f to %.4f mm, %d of them could be judged", tried.size(), values[0] * 1e3,
						values[values.length - 1] * 1e3, judged)
				.add("contrast", "%.4g, score %.4g%s", best.contrast(), best.score(),
						atEdge ? ", at the end of the range: try others as well" : "")
				.lines();
	}

	private static boolean isAtEdge(double value, double[] values) {
		return value == values[0] || value == values[values.length - 1];
	}
}
