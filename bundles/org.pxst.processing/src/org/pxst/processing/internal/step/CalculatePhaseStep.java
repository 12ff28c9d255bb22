// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.ArrayList;
import java.util.List;

import org.pxst.core.CancelledException;
import org.pxst.core.phase.CalculatePhase;
import org.pxst.core.phase.GeometricAberrations;
import org.pxst.core.phase.IntegratedPhase;
import org.pxst.core.phase.Phase;
import org.pxst.core.phase.PhaseRemoval;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepGroup;
import org.pxst.processing.step.StepInfo;
import org.pxst.processing.step.StepInfo.Obsolete;
import org.pxst.processing.step.StepInfo.Output;
import org.pxst.processing.step.StepResult;

/** calculate_phase. */
@StepInfo(name = "calculate_phase", group = StepGroup.ANALYSIS, source = "paper, section 5.1", //
		summary = "Integrates the pixel map to the phase of the wavefront on the detector.",
		description = "Weighted least squares, solved to the end, over the lever from the sample to the detector. The phase is Phi "
				+ "of the wave exp(i (pi x^2 / (lambda z) + Phi)); its sign is the opposite of the 2020 suite's. Piston, which a "
				+ "slope does not have, is always taken off.",
		outputs = {
				@Output(path = "phase", shape = "M, L", unit = "rad", description = "phase of the wavefront, NaN where unknown"),
				@Output(path = "angles", shape = "2, M, L", unit = "rad",
						description = "angles of the rays as the pixel map has them, without what was taken off"),
				@Output(path = "angles_forward", shape = "2, M, L", unit = "rad",
						description = "angles of the rays that the phase amounts to"),
				@Output(path = "phase_piston", unit = "rad", description = "piston that was taken off"),
				@Output(path = "phase_tilt", shape = "2", unit = "rad",
						description = "tilts of the rays along both axes that were taken off, 0 when none"),
				@Output(path = "phase_defocus", unit = "m",
						description = "defocus that was taken off, as what is to be added to the focus-to-sample distance, 0 when none"),
				@Output(path = "phase_astigmatism", unit = "m",
						description = "astigmatism that was taken off, half the difference of slow minus fast scan axis, 0 when none"),
				@Output(path = "phase_oblique_astigmatism", unit = "m",
						description = "the same for the axes at 45 degrees") },
		obsolete = {
				@Obsolete(name = "pixel_translations", reason = "the phase is in the pixel map alone"),
				@Obsolete(name = "good_frames", reason = "the phase is in the pixel map alone"),
				@Obsolete(name = "maxiter", reason = "the least-squares problem is solved to the end") })
final class CalculatePhaseStep extends MapStep {
	@Parameter(description = "Focus to sample, mean of both axes", path = "defocus", from = "fit_defocus_registration",
			required = true, unit = "m", min = 0, aboveMin = true)
	private Double defocus;

	@Parameter(description = "Take the tilt off, which the positions of the sample cannot tell from a displacement")
	private boolean removeTilt = true;

	@Parameter(description = "Take the defocus off, one for both axes")
	private boolean removeDefocus = true;

	@Parameter(description = "Take the astigmatism off")
	private boolean removeAstigmatism;

	@Override
	public StepResult run(StepContext context) {
		Scan scan = context.scan();
		FrameShape frame = FrameShape.of(scan);
		MapInUse used = map(frame);
		PhaseRemoval removal = new PhaseRemoval(true, removeTilt, removeDefocus, removeAstigmatism);
		IntegratedPhase found = new CalculatePhase(scan.geometry(), new FocusToSample(defocus).in(scan.geometry()), dss(), dfs(),
				removal).apply(used.map(), used.weights(), context.monitor());
		CancelledException.check(context.monitor(), "calculate_phase");
		Phase phase = found.phase();
		List<CxiDataset> datasets = new ArrayList<>();
		datasets.add(CxiDataset.of("phase", phase.values(), "rad", frame.rows(), frame.columns()));
		datasets.add(PairDataset.of("angles", phase.anglesSs(), phase.anglesFs(), "rad", frame.rows(), frame.columns()));
		datasets.add(PairDataset.of("angles_forward", found.anglesForwardSs(), found.anglesForwardFs(), "rad", frame.rows(),
				frame.columns()));
		datasets.addAll(AberrationDatasets.of("phase_", found.removed()));
		return new StepResult(datasets, summary(phase, found.removed()));
	}

	private List<String> summary(Phase phase, GeometricAberrations removed) {
		SummaryLines lines = new SummaryLines().add("phase", "%.3f rad rms, %.3f rad peak to valley", phase.rms(),
				phase.peakToValley());
		if (removeTilt)
			lines.add("tilt taken off", "ss %.4g, fs %.4g urad", removed.tiltSs() * 1e6, removed.tiltFs() * 1e6);
		if (removeDefocus)
			lines.add("defocus taken off", "%.4g um", removed.defocus() * 1e6);
		if (removeAstigmatism)
			lines.add("astig. taken off", "%.4g um, oblique %.4g um", removed.astigmatism() * 1e6,
					removed.obliqueAstigmatism() * 1e6);
		return lines.lines();
	}
}
