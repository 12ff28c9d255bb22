// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import static org.bytedeco.hdf5.global.hdf5.H5F_ACC_RDONLY;
import static org.bytedeco.hdf5.global.hdf5.H5F_ACC_TRUNC;
import static org.bytedeco.hdf5.global.hdf5.H5F_LIBVER_LATEST;
import static org.bytedeco.hdf5.global.hdf5.H5Fclose;
import static org.bytedeco.hdf5.global.hdf5.H5Fcreate;
import static org.bytedeco.hdf5.global.hdf5.H5Fopen;
import static org.bytedeco.hdf5.global.hdf5.H5Ocopy;
import static org.bytedeco.hdf5.global.hdf5.H5P_CLS_FILE_ACCESS_ID_g;
import static org.bytedeco.hdf5.global.hdf5.H5P_DEFAULT;
import static org.bytedeco.hdf5.global.hdf5.H5Pclose;
import static org.bytedeco.hdf5.global.hdf5.H5Pcreate;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_libver_bounds;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.january.IMonitor;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.simulation.SimulatedScan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Simulator;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFrames;
import org.pxst.io.cxi.CxiLink;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.processing.simulation.SimulationFiles;

/**
 * Small simulated scans, 9 frames of 48 x 64, each way that the format has to store them: with the structures of the
 * earliest and of the latest version of the library, in one piece and in chunks, and by links to the first.
 */
final class FuzzTemplates {
	private static final String FRAMES = "/entry_1/data_1/data";
	/** A data set of more bytes counts as raw data. */
	private static final int SMALL = 1000;

	private final List<CxiDataset> datasets;
	private final FrameSource frames;
	private final List<byte[]> values;

	FuzzTemplates() {
		SimulationSettings settings = SimulationSettings.builder(Size.TINY).grid(3, 3).shape(48, 64).padding(24).step(5)
				.badFrames().build();
		SimulatedScan scan = new Simulator().simulate(settings, new IMonitor.Stub());
		frames = scan.scan().frames();
		datasets = SimulationFiles.scanDatasets(scan);
		values = datasets.stream().map(CxiDataset::values).filter(double[].class::isInstance).map(double[].class::cast)
				.filter(numbers -> numbers.length * Double.BYTES <= SMALL).map(FuzzTemplates::bytes).toList();
	}

	/**
	 * Writes them.
	 *
	 * @param directory where; links lead to the first from any directory in there, as long as it stays
	 * @param writer    to write the first with; the others need the native library that it brings with it
	 */
	List<FuzzTemplate> write(Path directory, CxiWriter writer) throws IOException {
		Path plain = directory.resolve("plain.cxi");
		writer.write(plain, "/", datasets);
		Path links = Files.createDirectories(directory.resolve("links")).resolve("links.cxi");
		writer.write(links, "/",
				datasets.stream().map(d -> CxiLink.external(d.path(), plain, d.path())).toList());
		Path chunked = directory.resolve("chunked.cxi");
		writer.write(chunked, "/", datasets.stream().map(this::inChunks).toList());
		List<FuzzTemplate> all = new ArrayList<>();
		all.add(template("links", links));
		for (Path earliest : List.of(plain, chunked)) {
			String name = earliest.getFileName().toString();
			Path latest = directory.resolve("latest-" + name);
			copyAsLatest(earliest, latest);
			all.add(template(name, earliest));
			all.add(template(latest.getFileName().toString(), latest));
		}
		return all;
	}

	private CxiContent inChunks(CxiDataset dataset) {
		return dataset.path().equals(FRAMES) ? new CxiFrames(FRAMES, frames, dataset.attributes()) : dataset;
	}

	private FuzzTemplate template(String name, Path file) throws IOException {
		return new FuzzTemplate(name, Files.readAllBytes(file), values);
	}

	private static byte[] bytes(double[] numbers) {
		ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		bytes.asDoubleBuffer().put(numbers);
		return bytes.array();
	}

	private static void copyAsLatest(Path from, Path to) throws IOException {
		long access = ok(H5Pcreate(H5P_CLS_FILE_ACCESS_ID_g()));
		ok(H5Pset_libver_bounds(access, H5F_LIBVER_LATEST, H5F_LIBVER_LATEST));
		long original = ok(H5Fopen(from.toString(), H5F_ACC_RDONLY, H5P_DEFAULT));
		long file = ok(H5Fcreate(to.toString(), H5F_ACC_TRUNC, H5P_DEFAULT, access));
		ok(H5Ocopy(original, "/entry_1", file, "/entry_1", H5P_DEFAULT, H5P_DEFAULT));
		ok(H5Fclose(file));
		ok(H5Fclose(original));
		ok(H5Pclose(access));
	}

	private static long ok(long result) throws IOException {
		if (result < 0)
			throw new IOException("a call of the HDF5 library failed");
		return result;
	}
}
