// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.DatasetFactory;
import org.eclipse.january.dataset.IDataset;
import org.eclipse.january.dataset.ILazyDataset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Scan;
import org.pxst.core.simulation.SimulatedScan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Simulator;
import org.pxst.core.simulation.Truth;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiFinding;
import org.pxst.processing.simulation.SimulationFiles;

class TruthFileTest {
	private static SimulatedScan simulated;

	@BeforeAll
	static void simulate() {
		simulated = new Simulator().simulate(
				SimulationSettings.builder(Size.TINY).grid(2, 3).astigmatism(0.03).positionError(0.5).build(),
				new IMonitor.Stub());
	}

	/** A file that holds data sets in memory. */
	private record MemoryFile(Map<String, CxiDataset> datasets) implements CxiFile {
		static MemoryFile of(List<CxiDataset> datasets) {
			Map<String, CxiDataset> byPath = new HashMap<>();
			for (CxiDataset dataset : datasets)
				byPath.put(dataset.path(), dataset);
			return new MemoryFile(byPath);
		}

		@Override
		public Path path() {
			return Path.of("truth.h5");
		}

		@Override
		public IDataset read(String path) {
			CxiDataset dataset = datasets.get(path);
			if (dataset == null)
				throw new InvalidDataException(path() + " has no data set " + path);
			return DatasetFactory.createFromObject(dataset.values(), dataset.shape());
		}

		@Override
		public List<CxiFinding> findings() {
			return List.of();
		}

		@Override
		public ILazyDataset frames() {
			throw new UnsupportedOperationException();
		}

		@Override
		public Scan scan() {
			throw new UnsupportedOperationException();
		}

		@Override
		public int[] goodFrames() {
			throw new UnsupportedOperationException();
		}

		@Override
		public boolean isElsewhere(String path) {
			return false;
		}

		@Override
		public void close() {
			datasets.clear();
		}
	}

	@Test
	void truthComesBackAsItWas() {
		Truth truth = simulated.truth();
		Truth read = TruthFile.read(MemoryFile.of(SimulationFiles.truthDatasets(simulated)));
		assertArrayEquals(truth.mask().good(), read.mask().good());
		assertArrayEquals(truth.whitefield().values(), read.whitefield().values());
		assertArrayEquals(truth.phase(), read.phase());
		assertArrayEquals(truth.pixelMap().ss(), read.pixelMap().ss());
		assertArrayEquals(truth.pixelMap().fs(), read.pixelMap().fs());
		assertArrayEquals(truth.positions().ss(), read.positions().ss());
		assertArrayEquals(truth.recordedPositions().fs(), read.recordedPositions().fs());
		assertArrayEquals(truth.flux(), read.flux());
		assertArrayEquals(truth.badFrames(), read.badFrames());
		assertArrayEquals(truth.goodFrames(), read.goodFrames());
		assertArrayEquals(truth.reference().values(), read.reference().values());
		assertArrayEquals(truth.thickness().values(), read.thickness().values());
		assertArrayEquals(scalars(truth), scalars(read));
	}

	private static double[] scalars(Truth t) {
		return new double[] { t.defocusSs(), t.defocusFs(), t.defocus(), t.distance(), t.wavelength(),
				t.effectiveDistance(), t.dss(), t.dfs(), t.originSs(), t.originFs(), t.pupilCentreSs(),
				t.pupilCentreFs(), t.pupilHalfSs(), t.pupilHalfFs(), t.delta(), t.beta(), t.radPerPixelSs(),
				t.radPerPixelFs() };
	}

	@Test
	void dataSetOfAnotherShapeIsNamed() {
		MemoryFile file = MemoryFile.of(SimulationFiles.truthDatasets(simulated));
		file.datasets().put("/phase", CxiDataset.of("/phase", new double[6], "rad", 2, 3));
		InvalidDataException e = assertThrows(InvalidDataException.class, () -> TruthFile.read(file));
		assertTrue(e.getMessage().contains("truth.h5: /phase has shape [2, 3] instead of [96, 128]"), e.getMessage());
	}

	@Test
	void missingDataSetIsNamed() {
		MemoryFile file = MemoryFile.of(SimulationFiles.truthDatasets(simulated));
		file.datasets().remove("/dss");
		InvalidDataException e = assertThrows(InvalidDataException.class, () -> TruthFile.read(file));
		assertEquals("truth.h5 has no data set /dss", e.getMessage());
	}
}
