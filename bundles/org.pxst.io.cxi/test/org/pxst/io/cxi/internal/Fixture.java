// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.function.Executable;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiFinding;
import org.pxst.io.cxi.CxiItem;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.CxiWriter;

/** A small scan to be written to a file, complete and right until a test changes it. */
final class Fixture {
	static final int FRAMES = 5;
	static final int ROWS = 6;
	static final int COLUMNS = 8;
	static final String DATA = "/entry_1/data_1/data";
	static final String DETECTOR = "/entry_1/instrument_1/detector_1/";
	static final String MASK = DETECTOR + "mask";
	static final String BASIS = DETECTOR + "basis_vectors";
	static final String DISTANCE = DETECTOR + "distance";
	static final String X_SIZE = DETECTOR + "x_pixel_size";
	static final String Y_SIZE = DETECTOR + "y_pixel_size";
	static final String WAVELENGTH = "/entry_1/instrument_1/source_1/wavelength";
	static final String ENERGY = "/entry_1/instrument_1/source_1/energy";
	static final String TRANSLATION = "/entry_1/sample_1/geometry/translation";

	private final Map<String, CxiDataset> datasets = new LinkedHashMap<>();

	Fixture() {
		put(DATA, frames(), FRAMES, ROWS, COLUMNS);
		double[] basis = new double[FRAMES * 6];
		double[] translation = new double[FRAMES * 3];
		for (int n = 0; n < FRAMES; n++) {
			basis[6 * n + 1] = -55e-6;
			basis[6 * n + 3] = 75e-6;
			translation[3 * n] = 1e-6 * n;
			translation[3 * n + 1] = -2e-6 * n;
		}
		put(BASIS, basis, FRAMES, 2, 3);
		put(DISTANCE, new double[] { 1.25 });
		put(X_SIZE, new double[] { 55e-6 });
		put(Y_SIZE, new double[] { 75e-6 });
		put(WAVELENGTH, new double[] { 7.29e-11 });
		put(ENERGY, new double[] { 6.62607015e-34 * 299792458 / 7.29e-11 });
		put(TRANSLATION, translation, FRAMES, 3);
	}

	/** Counts that tell where they belong. */
	static short[] frames() {
		short[] values = new short[FRAMES * ROWS * COLUMNS];
		for (int k = 0; k < values.length; k++)
			values[k] = (short) (60000 + k);
		return values;
	}

	Fixture put(String path, Object values, int... shape) {
		datasets.put(path, new CxiDataset(path, shape, values, Map.of()));
		return this;
	}

	Fixture without(String... paths) {
		for (String path : paths)
			datasets.remove(path);
		return this;
	}

	Fixture move(String from, String to) {
		CxiDataset old = datasets.remove(from);
		return put(to, old.values(), old.shape());
	}

	Path write(Path file) {
		return write(file, new NativeCxiWriter());
	}

	Path write(Path file, CxiWriter writer) {
		writer.write(file, "/", List.copyOf(datasets.values()));
		return file;
	}

	static CxiFile open(Path file) {
		return open(file, CxiOptions.defaults());
	}

	static CxiFile open(Path file, Map<CxiItem, String> paths) {
		CxiOptions defaults = CxiOptions.defaults();
		return open(file, new CxiOptions(paths, defaults.distanceFrom(), defaults.defocus()));
	}

	static CxiFile open(Path file, CxiOptions options) {
		return new JhdfCxiLoader().open(file, options);
	}

	static CxiFinding finding(CxiFile file, CxiItem item) {
		List<CxiFinding> findings = file.findings();
		assertEquals(CxiItem.values().length, findings.size());
		CxiFinding finding = findings.get(item.ordinal());
		assertEquals(item, finding.item());
		return finding;
	}

	/** Asserts that something fails with one line that names the file and has all of these parts. */
	static String assertInvalid(Path file, Executable what, String... parts) {
		String message = assertThrows(InvalidDataException.class, what).getMessage();
		assertEquals(1, message.lines().count(), message);
		assertTrue(message.startsWith(file + ": "), message);
		assertFalse(message.contains("null") || message.contains("Exception"), message);
		for (String part : parts)
			assertTrue(message.contains(part), () -> "'" + part + "' is not in: " + message);
		return message;
	}

	/** Asserts that an item has a problem, and that scan() fails with it. */
	static void assertProblem(Path file, Map<CxiItem, String> paths, CxiItem item, String... parts) {
		try (CxiFile cxi = open(file, paths)) {
			String problem = finding(cxi, item).problem().orElseThrow();
			for (String part : parts)
				assertTrue(problem.contains(part), () -> "'" + part + "' is not in: " + problem);
			assertInvalid(file, cxi::scan);
		}
	}

	static void assertProblem(Path file, CxiItem item, String... parts) {
		assertProblem(file, Map.of(), item, parts);
	}

	static String checksum(Path file) throws IOException {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Names in a directory, hidden ones too. */
	static List<String> names(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.map(p -> p.getFileName().toString()).sorted().toList();
		}
	}
}
