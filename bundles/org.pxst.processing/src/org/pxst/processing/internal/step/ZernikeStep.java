// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.eclipse.january.dataset.DoubleDataset;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.phase.GeometricAberrations;
import org.pxst.core.phase.PhaseRemoval;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.core.scan.Scan;
import org.pxst.core.zernike.FitZernike;
import org.pxst.core.zernike.FocusedProbe;
import org.pxst.core.zernike.NollIndex;
import org.pxst.core.zernike.ProbeAtFocus;
import org.pxst.core.zernike.PupilDomain;
import org.pxst.core.zernike.ZernikeBasis;
import org.pxst.core.zernike.ZernikeFit;
import org.pxst.core.zernike.ZernikeTerm;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.Step;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepGroup;
import org.pxst.processing.step.StepInfo;
import org.pxst.processing.step.StepInfo.Output;
import org.pxst.processing.step.StepResult;

/** zernike. */
@StepInfo(name = "zernike", group = StepGroup.ANALYSIS, source = "paper, section 5.3", //
		summary = "Fits Zernike polynomials to the phase, and finds its low orders as lengths and angles.",
		description = "The polynomials are in Noll's order and orthonormalised over the good pixels, so that a coefficient is the rms "
				+ "of its term. What it finds is in a group zernike inside the result's group; the 2020 suite has it beside that.",
		outputs = {
				@Output(path = "zernike/zernike_coefficients", shape = "orders", unit = "rad",
						description = "coefficients of the polynomials that are orthonormal over the good pixels"),
				@Output(path = "zernike/zernike_coefficients_waves", shape = "orders", unit = "waves", description = "the same in waves"),
				@Output(path = "zernike/zernike_coefficients_disc", shape = "orders", unit = "rad",
						description = "coefficients of Zernike's own polynomials on the domain's circle"),
				@Output(path = "zernike/zernike_names", shape = "orders", description = "names of the terms"),
				@Output(path = "zernike/zernike_noll", shape = "orders, 3",
						description = "Noll's index j, radial order n and azimuthal order m of the terms, m below 0 for sines"),
				@Output(path = "zernike/zernike_phase", shape = "M, L", unit = "rad", description = "phase without what was taken off"),
				@Output(path = "zernike/zernike_phase_fit", shape = "M, L", unit = "rad", description = "sum of the terms"),
				@Output(path = "zernike/zernike_rms", unit = "rad", description = "rms of the sum of the terms"),
				@Output(path = "zernike/zernike_phase_rms", unit = "rad", description = "rms of the phase without what was taken off"),
				@Output(path = "zernike/zernike_residual_rms", unit = "rad", description = "rms of what the terms leave of it"),
				@Output(path = "zernike/piston", unit = "rad", description = "piston of the phase"),
				@Output(path = "zernike/tilt", shape = "2", unit = "rad", description = "tilt of the rays along both axes"),
				@Output(path = "zernike/defocus", unit = "m",
						description = "defocus of the phase, as what is to be added to the focus-to-sample distance"),
				@Output(path = "zernike/astigmatism", unit = "m",
						description = "astigmatism of the phase, half the difference of slow minus fast scan axis"),
				@Output(path = "zernike/oblique_astigmatism", unit = "m", description = "the same for the axes at 45 degrees"),
				@Output(path = "zernike/removed_piston", unit = "rad", description = "piston that was taken off, 0 when none"),
				@Output(path = "zernike/removed_tilt", shape = "2", unit = "rad", description = "tilt that was taken off, 0 when none"),
				@Output(path = "zernike/removed_defocus", unit = "m", description = "defocus that was taken off, 0 when none"),
				@Output(path = "zernike/removed_astigmatism", unit = "m", description = "astigmatism that was taken off, 0 when none"),
				@Output(path = "zernike/removed_oblique_astigmatism", unit = "m",
						description = "oblique astigmatism that was taken off, 0 when none"),
				@Output(path = "zernike/probe_focus", shape = "2 M, 2 L, 2", optional = true,
						description = "wave at the focus, real and imaginary part; the squares sum to the counts of the whitefield"),
				@Output(path = "zernike/probe_focus_voxel_size", shape = "2", unit = "m", optional = true,
						description = "cells of probe_focus along slow and fast scan axis"),
				@Output(path = "zernike/zernike_basis_vectors", shape = "orders, M, L", optional = true,
						description = "the polynomials, NaN outside the pupil") })
final class ZernikeStep implements Step {
	private static final String GROUP = "zernike/";
	private static final int LARGEST_SHOWN = 5;

	/** What the polynomials are fitted on. */
	enum Domain {
		/** The region of interest. */
		RECTANGLE,
		/** The largest circle in it. */
		CIRCLE
	}

	@Parameter(description = "Phase of the wavefront", path = "phase", from = "calculate_phase", required = true, unit = "rad")
	private DoubleDataset phase;

	@Parameter(description = "Good pixels", path = "mask", from = "make_mask")
	private Mask mask;

	@Parameter(description = "Region of interest", path = "roi", from = "guess_roi", unit = "pixel")
	private Roi roi;

	@Parameter(description = "Number of polynomials", min = 1)
	private int orders = FitZernike.STANDARD_ORDERS;

	@Parameter(description = "What the polynomials are fitted on: the rectangle of the region of interest, with its corners on the "
			+ "unit circle, or the largest circle in it")
	private Domain domain = Domain.RECTANGLE;

	@Parameter(description = "Take the piston off before")
	private boolean removePiston = true;

	@Parameter(description = "Take the tilt off before")
	private boolean removeTilt = true;

	@Parameter(description = "Take the defocus off before, one for both axes")
	private boolean removeDefocus = true;

	@Parameter(description = "Take the astigmatism off before, both of them")
	private boolean removeAstigmatism = true;

	@Parameter(description = "Focus to sample, mean of both axes; counts only where the detector's distance is from the sample",
			path = "defocus", from = "fit_defocus_registration", unit = "m", min = 0, aboveMin = true, advanced = true)
	private Double defocus;

	@Parameter(description = "Also write the wave at the focus; needs the whitefield", advanced = true)
	private boolean probe;

	@Parameter(description = "Whitefield, for the wave at the focus", path = "whitefield", from = "make_whitefield", advanced = true)
	private Image whitefield;

	@Parameter(description = "Also write the polynomials as images", advanced = true)
	private boolean basisImages;

	@Override
	public StepResult run(StepContext context) {
		Scan scan = context.scan();
		FrameShape frame = FrameShape.of(scan);
		Roi region = frame.roi(roi);
		Geometry geometry = scan.geometry();
		PupilDomain pupil = domain == Domain.CIRCLE
				? PupilDomain.inscribedCircle(region, geometry.pixelSizeSs(), geometry.pixelSizeFs())
				: PupilDomain.rectangle(region, geometry.pixelSizeSs(), geometry.pixelSizeFs());
		double distance = geometry.focusToDetector(new FocusToSample(defocus).ifNeededIn(geometry));
		ZernikeFit fit = new FitZernike(pupil, geometry.wavelength(), distance, orders,
				new PhaseRemoval(removePiston, removeTilt, removeDefocus, removeAstigmatism)).apply(frame.phase(phase, region),
						frame.mask(mask), context.monitor());
		List<CxiDataset> datasets = new ArrayList<>(terms(fit.terms()));
		datasets.addAll(phases(fit, frame));
		datasets.addAll(AberrationDatasets.of(GROUP, fit.aberrations()));
		datasets.addAll(AberrationDatasets.of(GROUP + "removed_", fit.removed()));
		if (probe)
			datasets.addAll(probe(fit, frame, context));
		if (basisImages)
			datasets.add(images(fit.basis(), frame));
		return new StepResult(datasets, summary(fit));
	}

	private static List<CxiDataset> terms(List<ZernikeTerm> terms) {
		int count = terms.size();
		int[] noll = new int[3 * count];
		for (int k = 0; k < count; k++) {
			NollIndex index = terms.get(k).index();
			noll[3 * k] = index.j();
			noll[3 * k + 1] = index.n();
			noll[3 * k + 2] = index.m();
		}
		return List.of(CxiDataset.of(GROUP + "zernike_coefficients", of(terms, ZernikeTerm::rad), "rad", count),
				CxiDataset.of(GROUP + "zernike_coefficients_waves", of(terms, ZernikeTerm::waves), "waves", count),
				CxiDataset.of(GROUP + "zernike_coefficients_disc", of(terms, ZernikeTerm::onDiscRad), "rad", count),
				CxiDataset.of(GROUP + "zernike_names", terms.stream().map(ZernikeTerm::name).toArray(String[]::new), "", count),
				CxiDataset.of(GROUP + "zernike_noll", noll, "", count, 3));
	}

	private static double[] of(List<ZernikeTerm> terms, ToDoubleFunction<ZernikeTerm> figure) {
		return terms.stream().mapToDouble(figure).toArray();
	}

	private static List<CxiDataset> phases(ZernikeFit fit, FrameShape frame) {
		return List.of(CxiDataset.of(GROUP + "zernike_phase", fit.phase(), "rad", frame.rows(), frame.columns()),
				CxiDataset.of(GROUP + "zernike_phase_fit", fit.fitted(), "rad", frame.rows(), frame.columns()),
				CxiDataset.of(GROUP + "zernike_rms", new double[] { fit.fittedRms() }, "rad"),
				CxiDataset.of(GROUP + "zernike_phase_rms", new double[] { fit.rms() }, "rad"),
				CxiDataset.of(GROUP + "zernike_residual_rms", new double[] { fit.residualRms() }, "rad"));
	}

	private List<CxiDataset> probe(ZernikeFit fit, FrameShape frame, StepContext context) {
		if (whitefield == null)
			throw new InvalidDataException(
					"zernike: the wave at the focus needs the whitefield; run pxst make_whitefield first, or do without --probe");
		FocusedProbe wave = new ProbeAtFocus(fit.plane()).apply(fit.phase(), frame.whitefield(whitefield), context.monitor());
		return List.of(
				new CxiDataset(GROUP + "probe_focus", new int[] { wave.rows(), wave.columns(), 2 }, wave.values(),
						Map.of("long_name", "wave at the focus; last axis: real part, imaginary part")),
				CxiDataset.of(GROUP + "probe_focus_voxel_size", new double[] { wave.voxelSs(), wave.voxelFs() }, "m", 2));
	}

	private static CxiDataset images(ZernikeBasis basis, FrameShape frame) {
		int pixels = frame.rows() * frame.columns();
		float[] images = new float[Math.multiplyExact(basis.orders(), pixels)];
		for (int j = 1; j <= basis.orders(); j++) {
			double[] polynomial = basis.polynomial(j);
			for (int p = 0; p < pixels; p++)
				images[(j - 1) * pixels + p] = (float) polynomial[p];
		}
		return CxiDataset.of(GROUP + "zernike_basis_vectors", images, "", basis.orders(), frame.rows(), frame.columns());
	}

	private static List<String> summary(ZernikeFit fit) {
		GeometricAberrations low = fit.aberrations();
		SummaryLines lines = new SummaryLines().add("defocus", "%.4g um", low.defocus() * 1e6)
				.add("astigmatism", "%.4g um, oblique %.4g um", low.astigmatism() * 1e6, low.obliqueAstigmatism() * 1e6)
				.add("tilt", "ss %.4g, fs %.4g urad", low.tiltSs() * 1e6, low.tiltFs() * 1e6)
				.add("phase", "%.3f rad rms without what was taken off", fit.rms())
				.add("Zernike terms", "%d, %.3f rad rms, %.3f rad rms left over", fit.terms().size(), fit.fittedRms(),
						fit.residualRms());
		fit.terms().stream().sorted(Comparator.comparingDouble((ZernikeTerm term) -> -Math.abs(term.rad()))).limit(LARGEST_SHOWN)
				.forEach(term -> lines.add("  j = " + term.index().j(), "%.3f rad, %.4f waves, %s", term.rad(), term.waves(),
						term.name()));
		return lines.lines();
	}
}
