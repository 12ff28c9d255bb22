// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pxst.io.cxi.internal.Fixture.DATA;
import static org.pxst.io.cxi.internal.Fixture.DETECTOR;
import static org.pxst.io.cxi.internal.Fixture.TRANSLATION;
import static org.pxst.io.cxi.internal.Fixture.WAVELENGTH;
import static org.pxst.io.cxi.internal.Fixture.assertProblem;
import static org.pxst.io.cxi.internal.Fixture.finding;
import static org.pxst.io.cxi.internal.Fixture.open;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.bytedeco.hdf5.global.hdf5;
import org.eclipse.january.DatasetException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiItem;
import org.pxst.io.cxi.internal.NativeFixture.Layout;

/** Items are found in all the places where CXI files have them, through links, and where the user says. */
class LayoutTest {
	@TempDir
	Path directory;
	private Path file;

	@BeforeEach
	void name() {
		file = directory.resolve("scan.cxi");
	}

	private static void assertComplete(CxiFile cxi) {
		Scan scan = cxi.scan();
		assertEquals(Fixture.FRAMES, scan.frames().frames());
		float[] frame = new float[Fixture.ROWS * Fixture.COLUMNS];
		scan.frames().read(1, 1, frame);
		assertEquals(60000 + frame.length, frame[0]);
		assertEquals(Fixture.FRAMES, scan.positions().frames());
	}

	private void assertFoundAt(CxiItem item, String path) {
		try (CxiFile cxi = open(file)) {
			assertEquals(Optional.of(path), finding(cxi, item).path());
			assertComplete(cxi);
		}
	}

	@Test
	void theUsualPlaces() {
		new Fixture().write(file);
		try (CxiFile cxi = open(file)) {
			assertEquals(Optional.of(DATA), finding(cxi, CxiItem.DATA).path());
			assertEquals("uint16 (5, 6, 8)", finding(cxi, CxiItem.DATA).value());
			assertEquals(Optional.of(TRANSLATION), finding(cxi, CxiItem.TRANSLATIONS).path());
			assertEquals("1.25 m", finding(cxi, CxiItem.DISTANCE).value());
			assertEquals("7.29e-11 m", finding(cxi, CxiItem.WAVELENGTH).value());
			assertTrue(cxi.findings().stream().allMatch(f -> f.problem().isEmpty()));
			assertEquals(file, cxi.path());
			assertComplete(cxi);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { DETECTOR + "data", "/entry_1/data_2/data", "/entry_1/image_1/data",
			"/entry_1/instrument_1/detector_3/data", "/entry_7/data_1/data" })
	void framesElsewhere(String path) {
		new Fixture().move(DATA, path).write(file);
		assertFoundAt(CxiItem.DATA, path);
	}

	@ParameterizedTest
	@CsvSource({ "TRANSLATIONS, " + TRANSLATION + ", /entry_1/sample_1/geometry_1/translation",
			"TRANSLATIONS, " + TRANSLATION + ", /entry_1/sample_2/geometry/translation",
			"TRANSLATIONS, " + TRANSLATION + ", /entry_1/sample_3/geometry_2/translation",
			"WAVELENGTH, " + WAVELENGTH + ", /entry_1/instrument_2/source_1/wavelength",
			"DISTANCE, " + DETECTOR + "distance, /entry_1/instrument_1/detector_2/distance",
			"BASIS_VECTORS, " + DETECTOR + "basis_vectors, /entry_2/instrument_1/detector_1/basis_vectors" })
	void itemsElsewhere(CxiItem item, String usual, String path) {
		new Fixture().move(usual, path).write(file);
		assertFoundAt(item, path);
	}

	@Test
	void itemsOfTheFramesOwnEntryComeFirst() {
		new Fixture().move(DATA, "/entry_2/data_1/data")
				.put("/entry_2/instrument_1/detector_1/distance", new double[] { 3 }).write(file);
		try (CxiFile cxi = open(file)) {
			assertEquals("3 m", finding(cxi, CxiItem.DISTANCE).value());
		}
	}

	@Test
	void entriesAreCountedNotSortedAsText() {
		new Fixture().move(DATA, "/entry_10/data_1/data").put("/entry_9/data_1/data", Fixture.frames(), 5, 6, 8)
				.write(file);
		assertFoundAt(CxiItem.DATA, "/entry_9/data_1/data");
	}

	@Test
	void aStackIsPreferredToSomethingElseInABetterPlace() {
		new Fixture().move(DATA, DETECTOR + "data").put(DATA, new double[12], 3, 4).write(file);
		assertFoundAt(CxiItem.DATA, DETECTOR + "data");
	}

	@Test
	void theOnlyStackIsGuessed() {
		new Fixture().move(DATA, "/raw/frames").write(file);
		try (CxiFile cxi = open(file)) {
			assertEquals(Optional.of("/raw/frames"), finding(cxi, CxiItem.DATA).path());
			assertTrue(finding(cxi, CxiItem.DATA).value().contains("guess"));
			assertComplete(cxi);
		}
	}

	@Test
	void ofTwoStacksNoneIsGuessed() {
		new Fixture().move(DATA, "/raw/frames").put("/dark/frames", Fixture.frames(), 5, 6, 8).write(file);
		assertProblem(file, CxiItem.DATA, "/raw/frames", "/dark/frames", "--path data=PATH");
	}

	@Test
	void oneStackWithTwoNamesIsOne() {
		new Fixture().move(DATA, "/raw").write(file);
		try (NativeFixture hdf = NativeFixture.reopen(file)) {
			hdf.hard("/raw", "/same").soft("/raw", "/again");
		}
		try (CxiFile cxi = open(file)) {
			assertComplete(cxi);
		}
	}

	@Test
	void resultsAndBasisVectorsAreNoStacks() {
		new Fixture().without(DATA).put("/speckle_tracking/forward", new float[5 * 6 * 8], 5, 6, 8).write(file);
		assertProblem(file, CxiItem.DATA, "no frames at " + DATA, "--path data=PATH");
	}

	@ParameterizedTest
	@ValueSource(strings = { DATA, "../data", "data", "/entry_1/./data_1/data" })
	void linksAreFollowed(String target) {
		boolean works = !target.startsWith("..");
		String real = target.equals("data") ? "/entry_1/instrument_1/detector_1/frames" : DATA;
		new Fixture().move(DATA, real).write(file);
		try (NativeFixture hdf = NativeFixture.reopen(file)) {
			hdf.soft(target.equals("data") ? "frames" : target, DETECTOR + "data");
		}
		try (CxiFile cxi = open(file, Map.of(CxiItem.DATA, DETECTOR + "data"))) {
			assertEquals(works, finding(cxi, CxiItem.DATA).problem().isEmpty());
			if (works)
				assertComplete(cxi);
		}
	}

	@Test
	void aLinkedGroup() {
		new Fixture().move(DATA, "/measured/frames/data").write(file);
		try (NativeFixture hdf = NativeFixture.reopen(file)) {
			hdf.soft("/measured/frames", "/entry_1/data_1");
		}
		assertFoundAt(CxiItem.DATA, DATA);
	}

	@Test
	void hardLinks() {
		new Fixture().move(DATA, "/frames").write(file);
		try (NativeFixture hdf = NativeFixture.reopen(file)) {
			hdf.group("/entry_1/data_1").hard("/frames", DATA);
		}
		assertFoundAt(CxiItem.DATA, DATA);
	}

	@Test
	void framesInAnotherFile() {
		new Fixture().move(DATA, "/frames").write(directory.resolve("frames.h5"));
		new Fixture().without(DATA).write(file);
		try (NativeFixture hdf = NativeFixture.reopen(file)) {
			hdf.group("/entry_1/data_1").external("frames.h5", "/frames", DATA);
		}
		assertFoundAt(CxiItem.DATA, DATA);
	}

	@Test
	void brokenLinks() {
		new Fixture().without(DATA, TRANSLATION).write(file);
		try (NativeFixture hdf = NativeFixture.reopen(file)) {
			hdf.group("/entry_1/data_1").external("gone.h5", "/frames", DATA);
			hdf.group("/entry_1/sample_1").group("/entry_1/sample_1/geometry").soft("/nowhere", TRANSLATION);
		}
		assertProblem(file, CxiItem.DATA, "link " + DATA + " to gone.h5:/frames cannot be followed");
		assertProblem(file, CxiItem.TRANSLATIONS, "link " + TRANSLATION + " leads nowhere: there is no /nowhere");
	}

	@Test
	void linksInACircle() {
		new Fixture().without(DATA).write(file);
		try (NativeFixture hdf = NativeFixture.reopen(file)) {
			hdf.group("/entry_1/data_1").soft("/a", DATA).soft("/b", "/a").soft("/a", "/b");
			hdf.group("/round").hard("/round", "/round/again");
		}
		assertProblem(file, CxiItem.DATA, "no frames");
	}

	@Test
	void overrides() {
		new Fixture().put("/mine/frames", Fixture.frames(), 5, 6, 8)
				.put("/mine/distance", new double[] { 2 }).put("/mine/x", new double[] { 55e-6 })
				.put("/mine/defocus", new double[] { 0.25e-3 }).put("/mine/good", new long[] { 3, 1 }, 2)
				.put("/mine/energy", new double[] { 2e-15 }).write(file);
		Map<CxiItem, String> paths = Map.of(CxiItem.DATA, "/mine/frames", CxiItem.DISTANCE, "mine/distance",
				CxiItem.X_PIXEL_SIZE, "/mine/x", CxiItem.DEFOCUS, "/mine/defocus", CxiItem.GOOD_FRAMES, "/mine/good",
				CxiItem.ENERGY, "/mine/energy");
		try (CxiFile cxi = open(file, paths)) {
			assertEquals(Optional.of("/mine/frames"), finding(cxi, CxiItem.DATA).path());
			assertEquals(Optional.of("/mine/distance"), finding(cxi, CxiItem.DISTANCE).path());
			Scan scan = cxi.scan();
			assertEquals(2, scan.geometry().distance());
			assertEquals(0.25e-3, scan.geometry().defocusStart().orElseThrow());
			assertEquals(6.62607015e-34 * 299792458 / 2e-15, scan.geometry().wavelength(), 1e-20);
		}
	}

	@Test
	void numbersInPlaceOfPaths() {
		new Fixture().without(Fixture.DISTANCE, Fixture.WAVELENGTH, Fixture.ENERGY).write(file);
		Map<CxiItem, String> given = Map.of(CxiItem.DISTANCE, "0.7", CxiItem.X_PIXEL_SIZE, "5.0e-5", CxiItem.ENERGY, "2.0e-15");
		try (CxiFile cxi = open(file, given)) {
			assertEquals("0.7 m, as given", finding(cxi, CxiItem.DISTANCE).value());
			Scan scan = cxi.scan();
			assertEquals(0.7, scan.geometry().distance());
			assertEquals(5e-5, scan.geometry().pixelSizeSs(), "not the length of the basis vector");
			assertEquals(6.62607015e-34 * 299792458 / 2e-15, scan.geometry().wavelength(), 1e-20);
		}
	}

	@Test
	void numbersThatCannotBe() {
		new Fixture().without(Fixture.WAVELENGTH).write(file);
		assertProblem(file, Map.of(CxiItem.DISTANCE, "-1"), CxiItem.DISTANCE, "distance is -1 m", "positive");
		assertProblem(file, Map.of(CxiItem.Y_PIXEL_SIZE, "0"), CxiItem.Y_PIXEL_SIZE, "must be positive");
		assertProblem(file, Map.of(CxiItem.ENERGY, "17000"), CxiItem.ENERGY, "no photon energy in J");
	}

	@ParameterizedTest
	@CsvSource({ "DATA", "MASK", "BASIS_VECTORS", "DISTANCE", "X_PIXEL_SIZE", "Y_PIXEL_SIZE", "WAVELENGTH", "ENERGY",
			"TRANSLATIONS", "DEFOCUS", "GOOD_FRAMES" })
	void overridesThatLeadNowhere(CxiItem item) {
		new Fixture().write(file);
		assertProblem(file, Map.of(item, "/not/there"), item, "no data set /not/there",
				"--path " + item.key() + "=/not/there");
		assertProblem(file, Map.of(item, "/entry_1"), item, "/entry_1 is a group");
	}

	@Test
	void overridesThatAreNoNumbers() {
		new Fixture().put("/name", new String[] { "a" }).write(file);
		assertProblem(file, Map.of(CxiItem.DISTANCE, "/name"), CxiItem.DISTANCE, "/name holds string");
	}

	@Test
	void framesInAVirtualDataSet() {
		Path raw = new Fixture().write(directory.resolve("raw.h5"));
		new Fixture().without(DATA).write(file);
		try (NativeFixture hdf = NativeFixture.reopen(file)) {
			hdf.group("/entry_1/data_1").virtual(DATA, raw.toString(), DATA, 5, 6, 8);
		}
		assertFoundAt(CxiItem.DATA, DATA);
	}

	@Test
	void aVirtualDataSetWithoutItsFile() {
		new Fixture().without(DATA).write(file);
		try (NativeFixture hdf = NativeFixture.reopen(file)) {
			hdf.group("/entry_1/data_1").virtual(DATA, "gone.h5", DATA, 5, 6, 8);
		}
		assertProblem(file, CxiItem.DATA, DATA + " (5, 6, 8) holds no frames",
				"none of the files or data sets is there that it is made of");
		try (CxiFile cxi = open(file)) {
			assertEquals("1.25 m", finding(cxi, CxiItem.DISTANCE).value());
			assertTrue(finding(cxi, CxiItem.TRANSLATIONS).problem().isEmpty());
		}
	}

	@Test
	void userBlockAndNewestFormat() throws DatasetException {
		byte[] frames = NativeFixture.bytes(2 * 5 * 6 * 8, b -> b.asShortBuffer().put(Fixture.frames()));
		try (NativeFixture hdf = new NativeFixture(file, true, 1024)) {
			hdf.put("/stack", hdf5.H5T_STD_U16LE_g(), Layout.contiguous(), frames, 5, 6, 8);
		}
		try (CxiFile cxi = open(file)) {
			assertEquals(60000 + 48, cxi.frames().getSlice().getInt(1, 0, 0));
		}
	}
}
