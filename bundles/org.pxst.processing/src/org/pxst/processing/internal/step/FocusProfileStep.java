// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.DoubleDataset;
import org.pxst.core.InvalidDataException;
import org.pxst.core.focus.BestFocus;
import org.pxst.core.focus.Caustic;
import org.pxst.core.focus.Focus;
import org.pxst.core.focus.FocusPlanes;
import org.pxst.core.focus.FocusProfile;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Roi;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.Step;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepGroup;
import org.pxst.processing.step.StepInfo;
import org.pxst.processing.step.StepInfo.Obsolete;
import org.pxst.processing.step.StepInfo.Output;
import org.pxst.processing.step.StepResult;

/** focus_profile. */
@StepInfo(name = "focus_profile", group = StepGroup.ANALYSIS, source = "paper, section 5.2", //
		summary = "Takes the wave back to planes around the focus, and finds the best one.",
		description = "Profiles along both axes, summed over the other one, widths, best focus and Strehl ratio, and images of the "
				+ "intensity in chosen planes. Positions are counted from the nominal focus, positive towards the detector. Planes "
				+ "that are so far from the focus that the detector's pixels are too coarse for them are NaN.",
		outputs = {
				@Output(path = "profile_ss", shape = "planes, samples",
						description = "light along the slow scan axis, summed over the other one"),
				@Output(path = "profile_fs", shape = "planes, samples",
						description = "light along the fast scan axis, summed over the other one"),
				@Output(path = "xyz_voxel_size", shape = "3", unit = "m",
						description = "samples along slow and fast scan axis, and distance of the planes"),
				@Output(path = "focus_planes", shape = "planes", unit = "m", description = "positions of the planes"),
				@Output(path = "fwhm_ss", shape = "planes", unit = "m", description = "full width at half maximum of profile_ss"),
				@Output(path = "fwhm_fs", shape = "planes", unit = "m", description = "full width at half maximum of profile_fs"),
				@Output(path = "best_focus", unit = "m", description = "plane with the highest intensity"),
				@Output(path = "best_focus_ss", unit = "m", description = "plane with the highest value of profile_ss"),
				@Output(path = "best_focus_fs", unit = "m", description = "plane with the highest value of profile_fs"),
				@Output(path = "focus_position", shape = "2", unit = "m",
						description = "where in the plane of the best focus the peak is, from the optical axis"),
				@Output(path = "focus_fwhm_ss", unit = "m",
						description = "full width at half maximum of the best focus on the line through its peak, slow scan axis"),
				@Output(path = "focus_fwhm_fs", unit = "m", description = "the same along the fast scan axis"),
				@Output(path = "strehl", description = "peak intensity over that of the same beam without aberrations"),
				@Output(path = "focus_intensity", shape = "k, rows, columns",
						description = "light in a sample of each of the chosen planes, optical axis at (rows / 2, columns / 2)"),
				@Output(path = "focus_intensity_planes", shape = "k", unit = "m", description = "positions of the chosen planes"),
				@Output(path = "focus_intensity_voxel_size", shape = "k, 2", unit = "m",
						description = "samples of each of the chosen planes along slow and fast scan axis") },
		obsolete = @Obsolete(name = "good_frames", reason = "the focus is in phase and whitefield alone"))
final class FocusProfileStep implements Step {
	private static final int STANDARD_PLANES = 200;

	@Parameter(description = "Phase of the wavefront", path = "phase", from = "calculate_phase", required = true, unit = "rad")
	private DoubleDataset phase;

	@Parameter(description = "Whitefield", path = "whitefield", from = "make_whitefield", required = true)
	private Image whitefield;

	@Parameter(description = "Region of interest", path = "roi", from = "guess_roi", unit = "pixel")
	private Roi roi;

	@Parameter(label = "Planes of the profiles",
			description = "Planes of the profiles: first, last, and how many there are; None: 200 across the range that the "
			+ "detector's pixels are fine enough for", unit = "m")
	private double[] zs;

	@Parameter(description = "How much finer the samples are than wavelength times distance over the detector's size", min = 1,
			max = 64)
	private int subsamples = 4;

	@Parameter(label = "Planes of the images",
			description = "Planes of which images are wanted; None: the best focus", unit = "m")
	private double[] planes;

	@Parameter(label = "Size of the images",
			description = "Size of the images in samples: [rows, columns] or one number", unit = "pixel", min = 1)
	private int[] size = { 256, 256 };

	@Parameter(description = "Focus to sample, mean of both axes; counts only where the detector's distance is from the sample",
			path = "defocus", from = "fit_defocus_registration", unit = "m", min = 0, aboveMin = true)
	private Double defocus;

	@Override
	public StepResult run(StepContext context) {
		Scan scan = context.scan();
		FrameShape frame = FrameShape.of(scan);
		Image light = frame.whitefield(whitefield);
		double[] rad = frame.phase(phase, frame.roi(roi));
		if (size.length != 1 && size.length != 2)
			throw new InvalidDataException("size is " + Arrays.toString(size) + "; give [rows, columns] or one number");
		Geometry geometry = scan.geometry();
		double toSample = new FocusToSample(defocus).ifNeededIn(geometry);
		FocusPlanes range = zs == null ? FocusProfile.wellSampled(geometry, toSample, light, rad, STANDARD_PLANES) : given();
		FocusProfile profile = new FocusProfile(geometry, toSample, range, subsamples);
		Focus focus = profile.apply(light, rad, context.monitor());
		List<CxiDataset> datasets = new ArrayList<>(profiles(focus));
		datasets.addAll(best(focus));
		double[] chosen = planes == null ? new double[] { focus.best().position() } : planes;
		datasets.addAll(images(profile, focus, light, rad, chosen, geometry.focusToDetector(toSample), context.monitor()));
		return new StepResult(datasets, summary(focus));
	}

	private FocusPlanes given() {
		if (zs.length != 3 || zs[2] != Math.rint(zs[2]) || !(zs[2] >= 1) || zs[2] > Integer.MAX_VALUE)
			throw new InvalidDataException("zs is " + Arrays.toString(zs)
					+ "; give [first plane, last plane, number of planes], the planes in m");
		return new FocusPlanes(zs[0], zs[1], (int) zs[2]);
	}

	private static List<CxiDataset> profiles(Focus focus) {
		Caustic ss = focus.ss();
		Caustic fs = focus.fs();
		int count = focus.planes().count();
		double[] positions = IntStream.range(0, count).mapToDouble(focus.planes()::position).toArray();
		return List.of(CxiDataset.of("profile_ss", ss.intensity(), "", count, ss.samples()),
				CxiDataset.of("profile_fs", fs.intensity(), "", count, fs.samples()),
				CxiDataset.of("xyz_voxel_size", new double[] { ss.voxel(), fs.voxel(), focus.planes().spacing() }, "m", 3),
				CxiDataset.of("focus_planes", positions, "m", count), CxiDataset.of("fwhm_ss", ss.fwhm(), "m", count),
				CxiDataset.of("fwhm_fs", fs.fwhm(), "m", count));
	}

	private static List<CxiDataset> best(Focus focus) {
		BestFocus best = focus.best();
		return List.of(length("best_focus", best.position()), length("best_focus_ss", focus.ss().bestFocus()),
				length("best_focus_fs", focus.fs().bestFocus()),
				CxiDataset.of("focus_position", new double[] { best.peakSs(), best.peakFs() }, "m", 2),
				length("focus_fwhm_ss", best.fwhmSs()), length("focus_fwhm_fs", best.fwhmFs()),
				CxiDataset.of("strehl", new double[] { best.strehl() }, ""));
	}

	private static CxiDataset length(String path, double metres) {
		return CxiDataset.of(path, new double[] { metres }, "m");
	}

	private List<CxiDataset> images(FocusProfile profile, Focus focus, Image light, double[] rad, double[] chosen,
			double distance, IMonitor monitor) {
		int rows = Math.min(size[0], focus.ss().samples());
		int columns = Math.min(size[size.length - 1], focus.fs().samples());
		float[] intensity = new float[Math.multiplyExact(chosen.length, Math.multiplyExact(rows, columns))];
		double[] voxels = new double[2 * chosen.length];
		for (int k = 0; k < chosen.length; k++) {
			Image image = profile.intensity(light, rad, chosen[k], rows, columns, monitor);
			System.arraycopy(image.values(), 0, intensity, k * rows * columns, rows * columns);
			voxels[2 * k] = focus.ss().voxel() * (1 - chosen[k] / distance);
			voxels[2 * k + 1] = focus.fs().voxel() * (1 - chosen[k] / distance);
		}
		return List.of(CxiDataset.of("focus_intensity", intensity, "", chosen.length, rows, columns),
				CxiDataset.of("focus_intensity_planes", chosen, "m", chosen.length),
				CxiDataset.of("focus_intensity_voxel_size", voxels, "m", chosen.length, 2));
	}

	private static List<String> summary(Focus focus) {
		BestFocus best = focus.best();
		FocusPlanes planes = focus.planes();
		SummaryLines lines = new SummaryLines()
				.add("planes", "%d from %.4g um to %.4g um", planes.count(), planes.start() * 1e6, planes.stop() * 1e6)
				.add("best focus", "%.4g um (ss %.4g, fs %.4g)%s", best.position() * 1e6, focus.ss().bestFocus() * 1e6,
						focus.fs().bestFocus() * 1e6,
						best.insideRange() ? "" : ", at the end of the planes: it may be elsewhere, give a wider range zs")
				.add("width (FWHM)", "ss %.4g, fs %.4g nm", best.fwhmSs() * 1e9, best.fwhmFs() * 1e9)
				.add("Strehl ratio", "%.4g", best.strehl())
				.add("voxel size", "ss %.4g, fs %.4g nm", focus.ss().voxel() * 1e9, focus.fs().voxel() * 1e9);
		if (isAtEnd(focus, focus.ss()) || isAtEnd(focus, focus.fs()))
			lines.add("axis at the end", "%s: the best focus along this axis may be beyond the planes",
					!isAtEnd(focus, focus.fs()) ? "ss" : isAtEnd(focus, focus.ss()) ? "ss and fs" : "fs");
		if (focus.aliasedPlanes() > 0)
			lines.add("planes left out", "%d of %d: the detector's pixels are too coarse so far from the focus",
					focus.aliasedPlanes(), planes.count());
		return lines.lines();
	}

	/** Whether the best focus along an axis is no more than a plane from an end of those that could be used. */
	private static boolean isAtEnd(Focus focus, Caustic axis) {
		FocusPlanes planes = focus.planes();
		int[] usable = IntStream.range(0, planes.count()).filter(k -> !Double.isNaN(axis.fwhm()[k])).toArray();
		return axis.bestFocus() <= planes.position(usable[0]) + planes.spacing()
				|| axis.bestFocus() >= planes.position(usable[usable.length - 1]) - planes.spacing();
	}
}
