// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.pxst.compute.SearchWindow;
import org.pxst.core.image.Image;
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
import org.pxst.processing.steps.SplitHalf;

/** split_half_recon. */
@StepInfo(name = "split_half_recon", group = StepGroup.ANALYSIS, source = "paper, section 5.4", //
		preview = PreviewPart.STRIP,
		summary = "Finds the noise of the pixel map from two halves of the data.",
		description = "Each pixel of each frame goes into one of two halves at random, and each half updates the map by itself, without "
				+ "any filter. The maps differ by twice the noise of the map of all the data: the sigmas are those of that map, before "
				+ "any filter, and half as wide as the histograms.",
		outputs = {
				@Output(path = "pixel_map_difference", shape = "2, M, L", unit = "pixel",
						description = "map of the first half minus that of the second, NaN where not both have one"),
				@Output(path = "sigma_ss", unit = "pixel",
						description = "standard deviation of the map of all the data along the slow scan axis, reference pixels"),
				@Output(path = "sigma_fs", unit = "pixel", description = "the same along the fast scan axis"),
				@Output(path = "sigma_angle_ss", unit = "rad", description = "the same as angle of the rays, slow scan axis"),
				@Output(path = "sigma_angle_fs", unit = "rad", description = "the same as angle of the rays, fast scan axis"),
				@Output(path = "x_ss", shape = "bins", unit = "rad",
						description = "differences of the halves along the slow scan axis as angles of the rays, middle of each bin"),
				@Output(path = "h_ss", shape = "bins", description = "number of pixels in each bin"),
				@Output(path = "h_fit_ss", shape = "bins", description = "normal distribution of the same width"),
				@Output(path = "x_fs", shape = "bins", unit = "rad", description = "x_ss for the fast scan axis"),
				@Output(path = "h_fs", shape = "bins", description = "h_ss for the fast scan axis"),
				@Output(path = "h_fit_fs", shape = "bins", description = "h_fit_ss for the fast scan axis") },
		obsolete = {
				@Obsolete(name = "reference_image", reason = "each half has a reference image made of itself"),
				@Obsolete(name = "n0", reason = "it belongs to the reference image, which is made anew"),
				@Obsolete(name = "m0", reason = "it belongs to the reference image, which is made anew"),
				@Obsolete(name = "subpixel", reason = "the grid search is followed by a refinement between pixels"),
				@Obsolete(name = "subsample", reason = "the grid search is followed by a refinement between pixels"),
				@Obsolete(name = "interpolate", reason = "every pixel is searched for"),
				@Obsolete(name = "fill_bad_pix", reason = "filled pixels have no noise of their own"),
				@Obsolete(name = "quadratic_refinement", reason = "without it there is no noise below a pixel; it is always done"),
				@Obsolete(name = "integrate", reason = "it would hide a part of the noise"),
				@Obsolete(name = "clip", reason = "the search window limits how far the map moves"),
				@Obsolete(name = "filter", reason = "it would hide a part of the noise") })
final class SplitHalfReconStep extends ModelStep {
	@Parameter(description = "Focus to sample, mean of both axes", path = "defocus", from = "fit_defocus_registration",
			required = true, unit = "m", min = 0, aboveMin = true)
	private Double defocus;

	@Parameter(description = "Reference pixel along the slow scan axis", path = "dss", from = "generate_pixel_map",
			required = true, unit = "m", min = 0, aboveMin = true)
	private Double dss;

	@Parameter(description = "Reference pixel along the fast scan axis", path = "dfs", from = "generate_pixel_map",
			required = true, unit = "m", min = 0, aboveMin = true)
	private Double dfs;

	@Parameter(description = "Shifts of the grid search around the map", unit = "pixel")
	private SearchWindow searchWindow = new SearchWindow(10, 10);

	@Parameter(description = "Let each half have a reference image of its own; one of all the data has both halves' noise in it and "
			+ "makes them look alike")
	private boolean ownReferences = true;

	@Parameter(description = "Leave out values of the reference image with less than this part of the mean overlap", min = 0)
	private double minimumOverlap = 0.02;

	@Parameter(description = "Which choice of the halves; the same number gives the same halves")
	private int seed = 1;

	@Override
	public StepResult run(StepContext context) {
		Scan scan = context.scan();
		double lever = scan.geometry().sampleToDetector(new FocusToSample(defocus).in(scan.geometry()));
		ModelInFile file = model(context);
		SplitHalf.Result found = new SplitHalf(searchWindow, ownReferences, minimumOverlap, seed).apply(file.frames(), file.model(),
				context.monitor());
		Image ss = found.differenceSs();
		Image fs = found.differenceFs();
		SplitHalf.Angles angles = found.angles(dss, dfs, lever);
		List<CxiDataset> datasets = new ArrayList<>();
		datasets.add(PairDataset.of("pixel_map_difference", ss.values(), fs.values(), "pixel", ss.rows(), ss.columns()));
		datasets.add(scalar("sigma_ss", found.mapSigmaSs(), "pixel"));
		datasets.add(scalar("sigma_fs", found.mapSigmaFs(), "pixel"));
		datasets.add(scalar("sigma_angle_ss", angles.sigmaSs() / 2, "rad"));
		datasets.add(scalar("sigma_angle_fs", angles.sigmaFs() / 2, "rad"));
		datasets.addAll(histogram("ss", SplitHistogram.of(ss, found.sigmaSs()), dss / lever));
		datasets.addAll(histogram("fs", SplitHistogram.of(fs, found.sigmaFs()), dfs / lever));
		return new StepResult(datasets, new SummaryLines()
				.add("noise of the map", "ss %.4f, fs %.4f reference pixels, before any filter", found.mapSigmaSs(), found.mapSigmaFs())
				.add("noise of the angles", "ss %.3f, fs %.3f nrad", angles.mapNanoradSs(), angles.mapNanoradFs())
				.add("pixels", "%d of %d have a minimum in both halves", found.pixels(), found.pixels() + found.unknown())
				.add("frames", "%d", file.frames().goodFrames().length).lines());
	}

	private static CxiDataset scalar(String path, double value, String unit) {
		return CxiDataset.of(path, new double[] { value }, unit);
	}

	private static List<CxiDataset> histogram(String axis, SplitHistogram histogram, double radPerPixel) {
		int bins = histogram.counts().length;
		double[] rad = Arrays.stream(histogram.centres()).map(x -> x * radPerPixel).toArray();
		return List.of(CxiDataset.of("x_" + axis, rad, "rad", bins), CxiDataset.of("h_" + axis, histogram.counts(), "", bins),
				CxiDataset.of("h_fit_" + axis, histogram.normal(), "", bins));
	}
}
