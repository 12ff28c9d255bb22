// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pxst.io.cxi.internal.Fixture.BASIS;
import static org.pxst.io.cxi.internal.Fixture.COLUMNS;
import static org.pxst.io.cxi.internal.Fixture.DATA;
import static org.pxst.io.cxi.internal.Fixture.DISTANCE;
import static org.pxst.io.cxi.internal.Fixture.ENERGY;
import static org.pxst.io.cxi.internal.Fixture.FRAMES;
import static org.pxst.io.cxi.internal.Fixture.MASK;
import static org.pxst.io.cxi.internal.Fixture.ROWS;
import static org.pxst.io.cxi.internal.Fixture.TRANSLATION;
import static org.pxst.io.cxi.internal.Fixture.WAVELENGTH;
import static org.pxst.io.cxi.internal.Fixture.X_SIZE;
import static org.pxst.io.cxi.internal.Fixture.Y_SIZE;
import static org.pxst.io.cxi.internal.Fixture.assertProblem;
import static org.pxst.io.cxi.internal.Fixture.finding;
import static org.pxst.io.cxi.internal.Fixture.open;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Geometry.DistanceFrom;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiItem;
import org.pxst.io.cxi.CxiOptions;

/** How each item is read, and what is wrong with it when it is. */
class ItemsTest {
	@TempDir
	Path directory;
	private Path file;

	@BeforeEach
	void name() {
		file = directory.resolve("scan.cxi");
	}

	private Scan scan(Fixture fixture) {
		try (CxiFile cxi = open(fixture.write(file))) {
			return cxi.scan();
		}
	}

	private String value(Fixture fixture, CxiItem item) {
		try (CxiFile cxi = open(fixture.write(file))) {
			assertEquals(Optional.empty(), finding(cxi, item).problem());
			return finding(cxi, item).value();
		}
	}

	private void problem(Fixture fixture, CxiItem item, String... parts) {
		assertProblem(fixture.write(file), item, parts);
	}

	@Test
	void geometryAndPositions() {
		Scan scan = scan(new Fixture());
		assertEquals(file.toString(), scan.name());
		assertEquals(new Geometry(1.25, DistanceFrom.FOCUS, 55e-6, 75e-6, 7.29e-11, OptionalDouble.empty()),
				scan.geometry());
		// slow axis is -y, fast axis is +x
		assertArrayEquals(new double[] { 0, 2e-6, 4e-6, 6e-6, 8e-6 }, scan.positions().ss(), 1e-15);
		assertArrayEquals(new double[] { 0, 1e-6, 2e-6, 3e-6, 4e-6 }, scan.positions().fs(), 1e-15);
		assertEquals(ROWS * COLUMNS, scan.detectorMask().count());
	}

	@Test
	void options() {
		new Fixture().write(file);
		CxiOptions options = new CxiOptions(Map.of(), DistanceFrom.SAMPLE, OptionalDouble.of(3.6e-3));
		try (CxiFile cxi = open(file, options)) {
			assertEquals(DistanceFrom.SAMPLE, cxi.scan().geometry().distanceFrom());
			assertEquals(OptionalDouble.of(3.6e-3), cxi.scan().geometry().defocusStart());
			assertEquals("0.0036 m, given", finding(cxi, CxiItem.DEFOCUS).value());
		}
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, -1e-3, Double.NaN, Double.POSITIVE_INFINITY })
	void defocusThatIsNone(double defocus) {
		new Fixture().put("/defocus", new double[] { defocus }).write(file);
		CxiOptions options = new CxiOptions(Map.of(), DistanceFrom.FOCUS, OptionalDouble.of(defocus));
		try (CxiFile cxi = open(file, options)) {
			Fixture.assertInvalid(file, cxi::scan, "defocus");
		}
		assertProblem(file, Map.of(CxiItem.DEFOCUS, "/defocus"), CxiItem.DEFOCUS, "/defocus is");
		assertProblem(file, Map.of(CxiItem.DEFOCUS, TRANSLATION), CxiItem.DEFOCUS, "single number");
	}

	@Test
	void basisVectorsInAllShapes() {
		double[] rows = { 0, -55e-6, 0, 75e-6, 0, 0 };
		double[] columns = { 0, 75e-6, -55e-6, 0, 0, 0 };
		double[] allRows = new double[6 * FRAMES];
		double[] allColumns = new double[6 * FRAMES];
		for (int n = 0; n < FRAMES; n++) {
			System.arraycopy(rows, 0, allRows, 6 * n, 6);
			System.arraycopy(columns, 0, allColumns, 6 * n, 6);
		}
		for (Fixture fixture : new Fixture[] { new Fixture().put(BASIS, rows, 2, 3),
				new Fixture().put(BASIS, columns, 3, 2), new Fixture().put(BASIS, allRows, FRAMES, 2, 3),
				new Fixture().put(BASIS, allColumns, FRAMES, 3, 2), new Fixture().put(BASIS, rows, 1, 2, 3) }) {
			Scan scan = scan(fixture);
			assertEquals(2e-6, scan.positions().ss()[1], 1e-15);
			assertEquals(1e-6, scan.positions().fs()[1], 1e-15);
			assertTrue(value(fixture, CxiItem.BASIS_VECTORS).contains("slow (0, -5.5e-05, 0), fast (7.5e-05, 0, 0) m"));
		}
	}

	@Test
	void basisVectorsThatAreWrong() {
		CxiItem item = CxiItem.BASIS_VECTORS;
		String remedy = "--path basis_vectors=PATH";
		problem(new Fixture().without(BASIS), item, "no basis vectors at " + BASIS, remedy);
		problem(new Fixture().put(BASIS, new double[9], 3, 3), item, BASIS + " (3, 3)", "(N, 2, 3)", remedy);
		problem(new Fixture().put(BASIS, new double[6], 6), item, "(6,)", remedy);
		problem(new Fixture().put(BASIS, new double[24], 4, 2, 3), item, "(4, 2, 3)", "5 frames of " + DATA, remedy);
		problem(new Fixture().without(DATA).put(BASIS, new double[0], 0, 2, 3), item, "(0, 2, 3) is empty", remedy);
		problem(new Fixture().put(BASIS, new double[] { 0, 0, 0, 1e-6, 0, 0 }, 2, 3), item, "length 0 m", remedy);
		problem(new Fixture().put(BASIS, new double[] { 1, 0, Double.NaN, 0, 1, 0 }, 2, 3), item, "length NaN", remedy);
		problem(new Fixture().put(BASIS, new double[] { 1e-6, 0, 0, -2e-6, 0, 0 }, 2, 3), item, "same direction",
				remedy);
	}

	@Test
	void pixelSizesThatAreMissingComeFromTheBasisVectors() {
		Fixture fixture = new Fixture().without(X_SIZE, Y_SIZE);
		assertEquals(55e-6, scan(fixture).geometry().pixelSizeSs(), 1e-15);
		assertEquals(75e-6, scan(fixture).geometry().pixelSizeFs(), 1e-15);
		assertTrue(value(fixture, CxiItem.X_PIXEL_SIZE).contains("length of the basis vector, 5.5e-05 m, is used"));
	}

	@Test
	void basisVectorsDecideWhichPixelSizeIsWhich() {
		Fixture swapped = new Fixture().put(X_SIZE, new double[] { 75e-6 }).put(Y_SIZE, new double[] { 55e-6 });
		assertEquals(55e-6, scan(swapped).geometry().pixelSizeSs(), 1e-15);
		assertEquals(75e-6, scan(swapped).geometry().pixelSizeFs(), 1e-15);
		String line = value(swapped, CxiItem.X_PIXEL_SIZE);
		assertTrue(line.startsWith("7.5e-05 m, but") && line.contains("5.5e-05 m long"), line);
		assertFalse(value(new Fixture().put(X_SIZE, new float[] { 55e-6f }), CxiItem.X_PIXEL_SIZE).contains("but"));
	}

	@Test
	void basisVectorsOfLengthOneAreDirections() {
		double[] directions = { 0, 1, 0, 1, 0, 0 };
		Scan scan = scan(new Fixture().put(BASIS, directions, 2, 3));
		assertEquals(55e-6, scan.geometry().pixelSizeSs());
		assertEquals(75e-6, scan.geometry().pixelSizeFs());
		problem(new Fixture().put(BASIS, directions, 2, 3).without(Y_SIZE), CxiItem.Y_PIXEL_SIZE, "no pixel size");
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, -1, Double.NaN, Double.POSITIVE_INFINITY })
	void lengthsMustBePositive(double length) {
		problem(new Fixture().put(DISTANCE, new double[] { length }), CxiItem.DISTANCE, DISTANCE + " is",
				"must be positive", "--path distance=PATH");
		problem(new Fixture().put(X_SIZE, new double[] { length }), CxiItem.X_PIXEL_SIZE, X_SIZE, "positive");
		problem(new Fixture().put(Y_SIZE, new double[] { length }), CxiItem.Y_PIXEL_SIZE, Y_SIZE, "positive");
		problem(new Fixture().put(WAVELENGTH, new double[] { length }), CxiItem.WAVELENGTH, WAVELENGTH, "positive");
		problem(new Fixture().without(WAVELENGTH).put(ENERGY, new double[] { length }), CxiItem.ENERGY, ENERGY,
				"positive");
	}

	@Test
	void oneValueManyTimes() {
		assertEquals(2.5, scan(new Fixture().put(DISTANCE, new float[] { 2.5f, 2.5f, 2.5f }, 3)).geometry().distance());
		assertEquals(2, scan(new Fixture().put(DISTANCE, new int[] { 2 }, 1)).geometry().distance());
		problem(new Fixture().put(DISTANCE, new double[] { 1, 1, 2 }, 3), CxiItem.DISTANCE, "(3,)", "one value");
		problem(new Fixture().put(DISTANCE, new double[0], 0), CxiItem.DISTANCE, "empty");
		problem(new Fixture().without(DISTANCE), CxiItem.DISTANCE, "no detector distance at " + DISTANCE);
	}

	@Test
	void wavelengthFromTheEnergy() {
		Fixture fixture = new Fixture().without(WAVELENGTH);
		assertEquals(7.29e-11, scan(fixture).geometry().wavelength(), 1e-22);
		assertEquals("7.29e-11 m, from the energy", value(fixture, CxiItem.WAVELENGTH));
		problem(new Fixture().without(WAVELENGTH, ENERGY), CxiItem.WAVELENGTH, "no wavelength or energy");
		problem(new Fixture().without(WAVELENGTH).put(ENERGY, new double[] { 17000 }), CxiItem.ENERGY, "17000",
				"no photon energy in J");
	}

	@Test
	void energyThatIsNotNeededDoesNoHarm() {
		for (double energy : new double[] { 0, 17000, 1e-15 })
			assertTrue(value(new Fixture().put(ENERGY, new double[] { energy }), CxiItem.ENERGY)
					.contains("does not agree with the wavelength"));
		assertEquals(7.29e-11, scan(new Fixture().put(ENERGY, new double[] { 0 })).geometry().wavelength());
		assertFalse(value(new Fixture(), CxiItem.ENERGY).contains("agree"));
	}

	@Test
	void translationsThatAreWrong() {
		CxiItem item = CxiItem.TRANSLATIONS;
		String remedy = "--path translations=PATH";
		problem(new Fixture().without(TRANSLATION), item, "no sample positions at " + TRANSLATION, remedy);
		problem(new Fixture().put(TRANSLATION, new double[10], 5, 2), item, TRANSLATION + " (5, 2)", "(N, 3)", remedy);
		problem(new Fixture().put(TRANSLATION, new double[15], 15), item, "(15,)", remedy);
		problem(new Fixture().put(TRANSLATION, new double[12], 4, 3), item, "4 positions for the 5 frames of " + DATA,
				remedy);
		problem(new Fixture().put(TRANSLATION, new double[15], 5, 3), item, "same position", remedy);
		double[] one = new double[15];
		one[7] = Double.NaN;
		problem(new Fixture().put(TRANSLATION, one, 5, 3), item, "NaN for frame 2, axis y", remedy);
		one[7] = Double.NEGATIVE_INFINITY;
		problem(new Fixture().put(TRANSLATION, one, 5, 3), item, "-Infinity for frame 2", remedy);
	}

	private static int[] integers(int... bad) {
		int[] mask = new int[ROWS * COLUMNS];
		for (int k : bad)
			mask[k] = 1 << k;
		return mask;
	}

	@Test
	void integerMaskHasZeroForGood() {
		Fixture fixture = new Fixture().put(MASK, integers(3, 17), ROWS, COLUMNS);
		Mask mask = scan(fixture).detectorMask();
		assertEquals(ROWS * COLUMNS - 2, mask.count());
		assertFalse(mask.isGood(0, 3));
		assertFalse(mask.isGood(2, 1));
		assertEquals("int32 (6, 8), 0 = good, 2 bad", value(fixture, CxiItem.MASK));
	}

	@Test
	void integerMaskOfZerosIsAllGood() {
		assertEquals(ROWS * COLUMNS, scan(new Fixture().put(MASK, integers(), ROWS, COLUMNS)).detectorMask().count());
	}

	@Test
	void integerMaskOfOnesIsTrueForGood() {
		byte[] ones = new byte[ROWS * COLUMNS];
		Arrays.fill(ones, (byte) 1);
		Fixture fixture = new Fixture().put(MASK, ones, ROWS, COLUMNS);
		assertEquals(ROWS * COLUMNS, scan(fixture).detectorMask().count());
		assertTrue(value(fixture, CxiItem.MASK).contains("non-zero taken as good, because all of the pixels are"));
		ones[9] = 0;
		Mask mask = scan(new Fixture().put(MASK, ones, ROWS, COLUMNS)).detectorMask();
		assertEquals(ROWS * COLUMNS - 1, mask.count());
		assertFalse(mask.isGood(1, 1));
		assertTrue(value(fixture, CxiItem.MASK).contains("97.9 %"));
		// 3 of 48 zeros is under 95 %, so that 45 pixels really are bad
		ones[10] = 0;
		ones[11] = 0;
		assertEquals(3, scan(new Fixture().put(MASK, ones, ROWS, COLUMNS)).detectorMask().count());
	}

	@Test
	void booleanMaskHasTrueForGood() {
		boolean[] good = new boolean[ROWS * COLUMNS];
		good[5] = true;
		Fixture fixture = new Fixture().put(MASK, good, ROWS, COLUMNS);
		Mask mask = scan(fixture).detectorMask();
		assertEquals(1, mask.count());
		assertTrue(mask.isGood(0, 5));
		assertEquals("bool (6, 8), true = good, 47 bad", value(fixture, CxiItem.MASK));
	}

	@Test
	void masksThatAreWrong() {
		problem(new Fixture().put(MASK, new int[COLUMNS * ROWS], COLUMNS, ROWS), CxiItem.MASK, MASK + " (8, 6)",
				"shape of a frame of " + DATA + " (5, 6, 8)", "--path mask=PATH", "--path mask=none");
		problem(new Fixture().put(MASK, new int[5 * 6 * 8], 5, 6, 8), CxiItem.MASK, MASK + " (5, 6, 8)");
		problem(new Fixture().put(MASK, new boolean[ROWS * COLUMNS], ROWS, COLUMNS), CxiItem.MASK,
				"marks every pixel as bad");
		try (CxiFile cxi = open(file, Map.of(CxiItem.MASK, "none"))) {
			assertEquals(ROWS * COLUMNS, cxi.scan().detectorMask().count());
		}
	}

	@Test
	void framesThatAreWrong() {
		String remedy = "--path data=PATH";
		problem(new Fixture().without(DATA), CxiItem.DATA, "no frames at " + DATA, remedy);
		problem(new Fixture().put(DATA, new short[48], 6, 8), CxiItem.DATA, DATA + " (6, 8) is one frame", remedy);
		problem(new Fixture().put(DATA, new short[48], 1, 6, 8), CxiItem.DATA, "one frame", "at least 2", remedy);
		problem(new Fixture().put(DATA, new short[0], 0, 6, 8), CxiItem.DATA, "(0, 6, 8) holds no frames", remedy);
		problem(new Fixture().put(DATA, new short[48], 48), CxiItem.DATA, "1 axis instead of 3", remedy);
		problem(new Fixture().put(DATA, new short[240], 5, 1, 6, 8), CxiItem.DATA, "4 axes instead of 3", remedy);
		problem(new Fixture().put(DATA, new String[] { "a" }, 1), CxiItem.DATA, DATA + " holds string", remedy);
		try (CxiFile cxi = open(file)) {
			assertThrows(InvalidDataException.class, cxi::frames);
			assertThrows(InvalidDataException.class, cxi::goodFrames);
		}
	}

	@Test
	void severalProblemsAreCounted() {
		new Fixture().without(BASIS, DISTANCE, X_SIZE, Y_SIZE).write(file);
		try (CxiFile cxi = open(file)) {
			Fixture.assertInvalid(file, cxi::scan, "no basis vectors", "and 3 more problems", "pxst info");
		}
	}

	private int[] goodFrames(Fixture fixture, Map<CxiItem, String> paths) {
		try (CxiFile cxi = open(fixture.write(file), paths)) {
			return cxi.goodFrames();
		}
	}

	@Test
	void goodFrames() {
		assertArrayEquals(new int[] { 0, 1, 2, 3, 4 }, goodFrames(new Fixture(), Map.of()));
		String usual = "/frame_selector/good_frames";
		Fixture fixture = new Fixture().put(usual, new long[] { 4, 0, 2, 2 }, 4)
				.put("/mine", new boolean[] { false, true, true, false, false }, 5);
		assertArrayEquals(new int[] { 0, 2, 4 }, goodFrames(fixture, Map.of()));
		assertArrayEquals(new int[] { 1, 2 }, goodFrames(fixture, Map.of(CxiItem.GOOD_FRAMES, "/mine")));
		assertArrayEquals(new int[] { 0, 1, 2, 3, 4 }, goodFrames(fixture, Map.of(CxiItem.GOOD_FRAMES, "none")));
	}

	@Test
	void goodFramesThatAreWrong() {
		String usual = "/frame_selector/good_frames";
		CxiItem item = CxiItem.GOOD_FRAMES;
		problem(new Fixture().put(usual, new int[] { 1, 5 }, 2), item, "names frame 5", "0 to 4",
				"--path good_frames=none");
		try (CxiFile cxi = open(file)) {
			Fixture.assertInvalid(file, cxi::goodFrames, "names frame 5");
		}
		problem(new Fixture().put(usual, new int[] { -1 }, 1), item, "names frame -1");
		problem(new Fixture().put(usual, new double[] { 1.5 }, 1), item, "names frame 1.5");
		problem(new Fixture().put(usual, new int[0], 0), item, "selects no frame");
		problem(new Fixture().put(usual, new boolean[5], 5), item, "selects no frame");
		problem(new Fixture().put(usual, new boolean[4], 4), item, "another length");
		problem(new Fixture().put(usual, new int[4], 2, 2), item, "list of frame numbers");
	}
}
