// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.january.IMonitor;
import org.pxst.core.simulation.SimulatedScan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.FrameType;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Simulator;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.processing.simulation.SimulationFiles;

/** A simulated scan of 25 frames of 96 x 128, whole or with something wrong in it. */
final class TinyScan {
	static final String FRAMES = "/entry_1/data_1/data";
	static final String MASK = "/entry_1/instrument_1/detector_1/mask";
	static final String DISTANCE = "/entry_1/instrument_1/detector_1/distance";
	static final String WAVELENGTH = "/entry_1/instrument_1/source_1/wavelength";
	static final String ENERGY = "/entry_1/instrument_1/source_1/energy";
	static final String TRANSLATION = "/entry_1/sample_1/geometry/translation";
	static final String BASIS = "/entry_1/instrument_1/detector_1/basis_vectors";
	static final int COUNT = 25;
	static final int ROWS = 96;
	static final int COLUMNS = 128;

	private final List<CxiDataset> whole;

	TinyScan() {
		SimulationSettings settings = SimulationSettings.builder(Size.TINY).frameType(FrameType.FLOAT32).build();
		SimulatedScan scan = new Simulator().simulate(settings, new IMonitor.Stub());
		whole = SimulationFiles.scanDatasets(scan);
	}

	/** Values of a data set, a copy. */
	float[] frames() {
		return ((float[]) find(FRAMES).values()).clone();
	}

	/** Values of a data set, a copy. */
	double[] doubles(String path) {
		return ((double[]) find(path).values()).clone();
	}

	/** Writes the scan as it is. */
	Path write(Path file) throws InterruptedException {
		return write(file, whole);
	}

	/** Writes the scan without some data sets. */
	Path writeWithout(Path file, String... paths) throws InterruptedException {
		return write(file, whole.stream().filter(d -> !List.of(paths).contains(d.path())).toList());
	}

	/** Writes the scan with other data sets in the place of those of the same path. */
	Path writeWith(Path file, CxiDataset... others) throws InterruptedException {
		List<String> paths = Stream.of(others).map(CxiDataset::path).toList();
		return write(file,
				Stream.concat(whole.stream().filter(d -> !paths.contains(d.path())), Stream.of(others)).toList());
	}

	static CxiDataset dataset(String path, Object values, int... shape) {
		return new CxiDataset(path, shape, values, Map.of());
	}

	private CxiDataset find(String path) {
		return whole.stream().filter(d -> d.path().equals(path)).findFirst().orElseThrow();
	}

	private static Path write(Path file, List<CxiDataset> datasets) throws InterruptedException {
		Services.get(CxiWriter.class).write(file, "/", datasets);
		return file;
	}
}
