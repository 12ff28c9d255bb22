// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.pxst.compute.internal.DevicesInOrder;
import org.pxst.compute.internal.JavaBackEnd;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.phase.GeometricAberrations;
import org.pxst.core.phase.GeometricFit;
import org.pxst.core.phase.PhaseRemoval;
import org.pxst.core.phase.PupilPlane;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.core.scan.Scan;
import org.pxst.core.simulation.SimulatedScan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Truth;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.processing.Iteration;
import org.pxst.processing.ReconstructionListener;
import org.pxst.processing.ReconstructionResult;
import org.pxst.processing.ReconstructionSettings;
import org.pxst.processing.ResultDatasets;
import org.pxst.processing.internal.DefaultReconstructor;
import org.pxst.processing.step.StepResult;

class CalculatePhaseStepTest {
	private static final SimulatedScan SIMULATED = TruthInFile.simulate(SimulationSettings.of(Size.TINY));
	private static final Truth TRUTH = SIMULATED.truth();

	private final FakeContext file = TruthInFile.of(SIMULATED);

	private static final class Silent implements ReconstructionListener {
		@Override
		public void stepDone(String step, String outcome) {
			// not wanted
		}

		@Override
		public void iterationDone(Iteration iteration) {
			// not wanted
		}
	}

	@Test
	void findsBitForBitWhatAReconstructionEndsWith() {
		Scan scan = SIMULATED.scan();
		ReconstructionResult whole = new DefaultReconstructor(new DevicesInOrder(List.of(new JavaBackEnd()))).reconstruct(scan,
				IntStream.range(0, scan.frames().frames()).toArray(), ReconstructionSettings.defaults(), new Silent(),
				new IMonitor.Stub());
		FakeContext result = new FakeContext(scan);
		ResultDatasets.of(whole).forEach(result::put);
		result.remove("phase");
		result.remove("angles");
		result.run(CalculatePhaseStep.class, Map.of());
		assertArrayEquals(whole.phase().values(), result.numbers("phase"));
		double[] angles = result.numbers("angles");
		int pixels = angles.length / 2;
		assertArrayEquals(whole.phase().anglesSs(), Arrays.copyOf(angles, pixels));
		assertArrayEquals(whole.phase().anglesFs(), Arrays.copyOfRange(angles, pixels, 2 * pixels));
	}

	@Test
	void findsThePhaseThatTheMapWasMadeFrom() {
		file.run(CalculatePhaseStep.class, Map.of());
		double[] difference = file.numbers("phase");
		double[] known = new double[difference.length];
		for (int p = 0; p < difference.length; p++) {
			known[p] = Double.isNaN(difference[p]) ? 0 : TRUTH.whitefield().values()[p];
			difference[p] -= TRUTH.phase()[p];
		}
		assertTrue(Arrays.stream(known).filter(w -> w > 0).count() > 5000);
		double[] rest = without(PhaseRemoval.standard(), difference, known);
		assertTrue(TruthInFile.rms(rest) < 0.02, () -> "rms " + TruthInFile.rms(rest));
	}

	private static double[] without(PhaseRemoval removal, double[] phase, double[] weights) {
		PupilPlane plane = plane();
		GeometricAberrations low = new GeometricFit(plane, weights, removal).fit(phase);
		double[] rest = new double[phase.length];
		Arrays.setAll(rest, p -> phase[p] - low.phase(plane, p / plane.columns(), p % plane.columns()));
		return rest;
	}

	private static PupilPlane plane() {
		return PupilPlane.of(SIMULATED.scan().geometry(), TRUTH.defocus(), TRUTH.mask().rows(), TRUTH.mask().columns());
	}

	@Test
	void saysWhatItTookOff() {
		file.run(CalculatePhaseStep.class, Map.of());
		double[] standard = file.numbers("phase");
		double[] standardAngles = file.numbers("angles");
		assertEquals(0, file.numbers("phase_astigmatism")[0]);
		StepResult result = file.run(CalculatePhaseStep.class, Map.of("remove_astigmatism", true));
		double astigmatism = (TRUTH.defocusSs() - TRUTH.defocusFs()) / 2;
		assertEquals(astigmatism, file.numbers("phase_astigmatism")[0], 0.05 * astigmatism);
		assertTrue(result.summary().stream().anyMatch(line -> line.startsWith("astig")), () -> String.join("\n", result.summary()));
		assertTrue(TruthInFile.rms(file.numbers("phase")) < TruthInFile.rms(standard));
		double defocus = file.numbers("phase_defocus")[0];
		assertTrue(Math.abs(defocus) > 1e-9);
		file.run(CalculatePhaseStep.class, Map.of("remove_defocus", false, "remove_tilt", false));
		assertEquals(0, file.numbers("phase_defocus")[0]);
		assertArrayEquals(new double[2], file.numbers("phase_tilt"));
		assertTrue(Math.abs(standardAngles[middle()] - file.numbers("angles")[middle()]) > 1e-9);
	}

	private static int middle() {
		return TRUTH.mask().rows() / 4 * TRUTH.mask().columns() + TRUTH.mask().columns() / 2;
	}

	@Test
	void withoutRemovalThePhaseIsTheSumOfTheRestAndWhatWasTakenOff() {
		file.run(CalculatePhaseStep.class, Map.of("remove_defocus", false, "remove_tilt", false));
		double[] all = file.numbers("phase");
		double piston = file.numbers("phase_piston")[0];
		file.run(CalculatePhaseStep.class, Map.of());
		double[] tilt = file.numbers("phase_tilt");
		GeometricAberrations off = new GeometricAberrations(file.numbers("phase_piston")[0] - piston, tilt[0], tilt[1],
				file.numbers("phase_defocus")[0], 0, 0);
		double[] rest = file.numbers("phase");
		for (int p = 0; p < rest.length; p++)
			if (!Double.isNaN(rest[p]))
				assertEquals(all[p], rest[p] + off.phase(plane(), p / plane().columns(), p % plane().columns()), 1e-6);
	}

	@Test
	void aMapWithZerosOutsideTheRegionIsUnderstood() {
		file.run(CalculatePhaseStep.class, Map.of());
		double[] expected = file.numbers("phase");
		double[] map = file.numbers("pixel_map");
		int pixels = map.length / 2;
		Arrays.setAll(map, p -> Double.isNaN(map[p]) ? 0 : map[p]);
		file.put(CxiDataset.of("pixel_map", map, "pixel", 2, TRUTH.mask().rows(), TRUTH.mask().columns()));
		file.run(CalculatePhaseStep.class, Map.of());
		assertEquals(pixels, expected.length);
		assertArrayEquals(expected, file.numbers("phase"));
	}

	@Test
	void anotherShapeIsAnErrorThatSaysWhatToDo() {
		Map<String, Object> given = Map.of("weight", Image.constant(3, 4, 1));
		String message = assertThrows(InvalidDataException.class, () -> file.run(CalculatePhaseStep.class, given)).getMessage();
		assertTrue(message.contains("whitefield") && message.contains("3 x 4") && message.contains("pxst make_whitefield"), message);
	}

	@Test
	void nothingToIntegrateIsAnError() {
		int rows = TRUTH.mask().rows();
		int columns = TRUTH.mask().columns();
		for (Map<String, Object> given : List.<Map<String, Object>>of(Map.of("weight", Image.constant(rows, columns, Float.NaN)),
				Map.of("weight", Image.constant(rows, columns, -1)), Map.of("roi", new Roi(0, 1, 0, 1)),
				Map.of("mask", new Mask(rows, columns, new boolean[rows * columns])))) {
			String message = assertThrows(InvalidDataException.class, () -> file.run(CalculatePhaseStep.class, given)).getMessage();
			assertTrue(message.contains("no good pixel of " + rows + " x " + columns), message);
		}
	}

	@Test
	void aSampleBehindTheDetectorIsAnError() {
		TruthInFile.scalar(file, "defocus", 2 * TRUTH.distance());
		String message = assertThrows(InvalidDataException.class, () -> file.run(CalculatePhaseStep.class, Map.of())).getMessage();
		assertTrue(message.contains("--defocus"), message);
	}
}
