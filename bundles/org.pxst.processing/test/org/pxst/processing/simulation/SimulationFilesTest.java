// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Array;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pxst.core.scan.MemoryFrameSource;
import org.pxst.core.simulation.SimulatedScan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.FrameType;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Simulator;
import org.pxst.io.cxi.CxiDataset;

class SimulationFilesTest {
	private static SimulatedScan simulate(FrameType type) {
		return new Simulator().simulate(
				SimulationSettings.builder(Size.TINY).grid(1, 3).counts(5000).frameType(type).build(),
				new IMonitor.Stub());
	}

	private static CxiDataset find(List<CxiDataset> datasets, String path) {
		return datasets.stream().filter(d -> d.path().equals(path)).findFirst().orElseThrow();
	}

	@ParameterizedTest
	@EnumSource(FrameType.class)
	void framesAreStoredInTheirType(FrameType type) {
		SimulatedScan simulated = simulate(type);
		CxiDataset data = find(SimulationFiles.scanDatasets(simulated), "/entry_1/data_1/data");
		assertArrayEquals(new int[] { 3, 96, 128 }, data.shape());
		Class<?> expected = switch (type) {
		case UINT16 -> short[].class;
		case INT32 -> int[].class;
		case FLOAT32 -> float[].class;
		};
		assertInstanceOf(expected, data.values());
		float[][] frames = ((MemoryFrameSource) simulated.scan().frames()).values();
		for (int k = 0; k < 3 * 96 * 128; k++) {
			double stored = Array.getDouble(data.values(), k);
			if (type == FrameType.UINT16 && stored < 0)
				stored += 65536;
			assertEquals(frames[k / (96 * 128)][k % (96 * 128)], stored);
		}
	}

	@Test
	void scanHasTheLayoutOfTheDataSets() {
		List<CxiDataset> datasets = SimulationFiles.scanDatasets(simulate(FrameType.UINT16));
		assertEquals(
				Set.of("/entry_1/data_1/data", "/entry_1/data_1/experiment_identifier",
						"/entry_1/instrument_1/detector_1/basis_vectors", "/entry_1/instrument_1/detector_1/distance",
						"/entry_1/instrument_1/detector_1/x_pixel_size", "/entry_1/instrument_1/detector_1/y_pixel_size",
						"/entry_1/instrument_1/source_1/energy", "/entry_1/instrument_1/source_1/wavelength",
						"/entry_1/sample_1/geometry/translation"),
				datasets.stream().map(CxiDataset::path).collect(Collectors.toSet()));
		double[] energy = (double[]) find(datasets, "/entry_1/instrument_1/source_1/energy").values();
		assertEquals(2.7249e-15, energy[0], 1e-19);
		assertEquals("sim0002",
				((String[]) find(datasets, "/entry_1/data_1/experiment_identifier").values())[2]);
	}

	@ParameterizedTest
	@EnumSource(FrameType.class)
	void shapesFitTheValues(FrameType type) {
		SimulatedScan simulated = simulate(type);
		List<CxiDataset> truth = SimulationFiles.truthDatasets(simulated);
		assertEquals(25, truth.size());
		for (List<CxiDataset> datasets : List.of(truth, SimulationFiles.scanDatasets(simulated)))
			for (CxiDataset dataset : datasets) {
				int size = 1;
				for (int extent : dataset.shape())
					size *= extent;
				assertEquals(size, Array.getLength(dataset.values()), dataset.path());
				assertTrue(dataset.path().startsWith("/"), dataset.path());
			}
	}
}
