// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.pxst.core.InvalidDataException;
import org.pxst.core.initial.GeneratePixelMap;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Geometry;
import org.pxst.core.simulation.SimulatedScan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.processing.step.StepResult;

class GetDefocusStepTest {
	private static final SimulatedScan SIMULATED = TruthInFile.simulate(
			SimulationSettings.builder(Size.TINY).pixelSize(50e-6, 60e-6).coma(0).spherical(0).build());
	private static final double SS = 0.9e-3;
	private static final double FS = 0.8e-3;

	private final FakeContext file = TruthInFile.of(SIMULATED);

	private void generate() {
		Geometry geometry = SIMULATED.scan().geometry();
		GeneratePixelMap generated = GeneratePixelMap.of(geometry, SS, FS);
		PixelMap map = generated.map(SIMULATED.truth().mask().rows(), SIMULATED.truth().mask().columns());
		file.put(PairDataset.of("pixel_map", map.ss(), map.fs(), "pixel", map.rows(), map.columns()));
		TruthInFile.scalar(file, "dss", generated.dss());
		TruthInFile.scalar(file, "dfs", generated.dfs());
		TruthInFile.scalar(file, "defocus", 1);
	}

	@Test
	void isTheInverseOfGeneratePixelMap() {
		generate();
		file.run(GetDefocusStep.class, Map.of());
		assertEquals(SS, file.numbers("map_defocus_ss")[0], 1e-9 * SS);
		assertEquals(FS, file.numbers("map_defocus_fs")[0], 1e-9 * FS);
		assertEquals((SS + FS) / 2, file.numbers("map_defocus")[0], 1e-12);
		assertEquals((SS - FS) / 2, file.numbers("map_astigmatism")[0], 1e-12);
		double distance = SIMULATED.scan().geometry().distance();
		assertEquals(distance + (SS - FS) / 2, file.numbers("map_distance_ss")[0], 1e-9);
		assertEquals(distance - (SS - FS) / 2, file.numbers("map_distance_fs")[0], 1e-9);
	}

	@Test
	void leavesTheFitsResultUnlessAskedOtherwise() {
		generate();
		file.run(GetDefocusStep.class, Map.of());
		assertEquals(1, file.numbers("defocus")[0]);
		file.run(GetDefocusStep.class, Map.of("replace", true));
		for (String name : new String[] { "defocus", "defocus_ss", "defocus_fs", "astigmatism" })
			assertArrayEquals(file.numbers("map_" + name), file.numbers(name), name);
	}

	@Test
	void findsTheFociOfASimulatedLens() {
		StepResult result = file.run(GetDefocusStep.class, Map.of());
		assertEquals(SIMULATED.truth().defocusSs(), file.numbers("map_defocus_ss")[0], 0.02 * SIMULATED.truth().defocusSs());
		assertEquals(SIMULATED.truth().defocusFs(), file.numbers("map_defocus_fs")[0], 0.02 * SIMULATED.truth().defocusFs());
		assertTrue(result.summary().get(0).matches("defocus of the map  [\\d.]+ mm \\(ss [\\d.]+, fs [\\d.]+\\)"),
				result.summary().get(0));
	}

	@Test
	void aMapThatDoesNotMagnifyIsAnError() {
		TruthInFile.scalar(file, "dss", 1e-3);
		assertThrows(InvalidDataException.class, () -> file.run(GetDefocusStep.class, Map.of()));
	}
}
