// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.PixelType;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiFinding;
import org.pxst.io.cxi.CxiItem;
import org.pxst.io.cxi.imports.ImportRequest;
import org.pxst.io.cxi.imports.ImportRequest.Storage;
import org.pxst.io.cxi.imports.ScanImport;
import org.pxst.io.cxi.internal.NativeFixture.Layout;
import org.pxst.io.cxi.internal.imports.ProtocolScanImporter;

/** A scan that was written in another layout is the same scan after the import. */
class ImportTest {
	private static final int FRAMES = 12;
	private static final int ROWS = 6;
	private static final int COLUMNS = 8;
	private static final int PIXELS = ROWS * COLUMNS;
	private static final double WAVELENGTH = 7.29e-11;
	private static final double KEV = 6.62607015e-34 * 299792458 / WAVELENGTH / 1.602176634e-16;

	private final ProtocolScanImporter importer = new ProtocolScanImporter(new NativeCxiWriter());
	@TempDir
	Path directory;
	private Path output;
	private final Map<String, String> settings = new LinkedHashMap<>();
	private String protocol = ImportRequest.AUTO;
	private Optional<String> positions = Optional.empty();

	@BeforeEach
	void name() {
		output = directory.resolve("scan.cxi");
	}

	private static short[] counts(int first, int count) {
		short[] values = new short[count * PIXELS];
		for (int k = 0; k < values.length; k++)
			values[k] = (short) (60000 + 17 * (first * PIXELS + k));
		return values;
	}

	private static byte[] bytes(short[] values, ByteOrder order) {
		ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(order);
		bytes.asShortBuffer().put(values);
		return bytes.array();
	}

	private static double x(int n) {
		return 1e-6 * (n % 4) + 1e-8 * n;
	}

	private static double y(int n) {
		return 2e-6 * (n / 4) - 1e-8 * n;
	}

	private static double[] each(int factorOfX, double scale) {
		return IntStream.range(0, FRAMES).mapToDouble(n -> scale * (factorOfX == 1 ? x(n) : y(n))).toArray();
	}

	private ScanImport open(Storage storage, Path... sources) {
		return importer.open(new ImportRequest(List.of(sources), protocol, positions, settings, storage));
	}

	private void write(Storage storage, Path... sources) {
		try (ScanImport found = open(storage, sources)) {
			found.write(output, false, new IMonitor.Stub());
		}
	}

	/** Looks at the output as everybody would: through the loader. */
	private void assertScan(int frames, boolean mask) {
		assertScan(IntStream.range(0, frames).toArray(), mask);
	}

	private void assertScan(int[] frames, boolean mask) {
		try (CxiFile cxi = Fixture.open(output)) {
			Scan scan = cxi.scan();
			assertEquals(frames.length, scan.frames().frames());
			assertEquals(PixelType.UINT16, scan.frames().type());
			float[] values = new float[frames.length * PIXELS];
			scan.frames().read(0, frames.length, values);
			for (int n = 0; n < frames.length; n++) {
				short[] expected = counts(frames[n], 1);
				for (int k = 0; k < PIXELS; k++)
					assertEquals(expected[k] & 0xffff, values[n * PIXELS + k], "frame " + n + ", pixel " + k);
			}
			assertEquals(1.25, scan.geometry().distance(), 1e-15);
			assertEquals(55e-6, scan.geometry().pixelSizeSs(), 1e-18);
			assertEquals(75e-6, scan.geometry().pixelSizeFs(), 1e-18);
			assertEquals(WAVELENGTH, scan.geometry().wavelength(), 1e-23);
			for (int n = 0; n < frames.length; n++) {
				// slow = -y and fast = -x
				assertEquals(-y(frames[n]), scan.positions().ss()[n], 1e-17);
				assertEquals(-x(frames[n]), scan.positions().fs()[n], 1e-17);
			}
			assertEquals(PIXELS - (mask ? 2 : 0), scan.detectorMask().count());
			if (mask)
				assertFalse(scan.detectorMask().isGood(0, 3) || scan.detectorMask().isGood(5, 7));
		}
	}

	private static byte[] mask() {
		byte[] mask = new byte[4 * PIXELS];
		mask[4 * 3] = 1;
		mask[4 * 47] = 8;
		return mask;
	}

	private static NativeFixture number(NativeFixture file, String path, double... values) {
		byte[] bytes = NativeFixture.bytes(8 * values.length, b -> Arrays.stream(values).forEach(b::putDouble));
		return values.length == 1 ? file.put(path, H5T_IEEE_F64LE_g(), Layout.contiguous(), bytes)
				: file.put(path, H5T_IEEE_F64LE_g(), Layout.contiguous(), bytes, values.length);
	}

	/** A NeXus file with names of its own, so that only the classes tell what is what. */
	private Path nexus(String name, long... leading) throws Exception {
		Path file = directory.resolve(name);
		long[] shape = Arrays.copyOf(leading.length == 0 ? new long[] { FRAMES } : leading,
				Math.max(1, leading.length) + 2);
		shape[shape.length - 2] = ROWS;
		shape[shape.length - 1] = COLUMNS;
		try (NativeFixture hdf = new NativeFixture(file)) {
			hdf.put("/scan7/beamline/pilatus/data", H5T_STD_U16LE_g(), Layout.contiguous(),
					bytes(counts(0, FRAMES), ByteOrder.LITTLE_ENDIAN), shape);
			hdf.put("/scan7/beamline/pilatus/pixel_mask", H5T_STD_U32LE_g(), Layout.contiguous(), mask(), ROWS, COLUMNS);
			number(hdf, "/scan7/beamline/pilatus/distance", 1250);
			number(hdf, "/scan7/beamline/pilatus/x_pixel_size", 75);
			number(hdf, "/scan7/beamline/pilatus/y_pixel_size", 55e3);
			number(hdf, "/scan7/beamline/mono/energy", KEV);
			number(hdf, "/scan7/stage/fine_x/value", each(1, 1e9));
			number(hdf, "/scan7/stage/fine_y/value", each(2, 1e6));
		}
		try (AttributeFixture attributes = new AttributeFixture(file)) {
			attributes.classes("/scan7", "NXentry", "/scan7/beamline", "NXinstrument", "/scan7/beamline/pilatus", "NXdetector",
					"/scan7/beamline/mono", "NXmonochromator", "/scan7/stage", "NXsample", "/scan7/stage/fine_x", "NXpositioner",
					"/scan7/stage/fine_y", "NXpositioner");
			attributes.put("/scan7/beamline/pilatus/distance", "units", "mm")
					.put("/scan7/beamline/pilatus/x_pixel_size", "units", "microns")
					.put("/scan7/beamline/pilatus/y_pixel_size", "units", "nm").put("/scan7/beamline/mono/energy", "units", "keV")
					.put("/scan7/stage/fine_x/value", "units", "nm").put("/scan7/stage/fine_y/value", "units", "\u00b5m");
		}
		return file;
	}

	@ParameterizedTest
	@EnumSource
	void nexusFile(Storage storage) throws Exception {
		Path source = nexus("raw.nxs");
		String before = Fixture.checksum(source);
		write(storage, source);
		assertScan(FRAMES, true);
		assertEquals(before, Fixture.checksum(source));
		assertEquals(List.of("raw.nxs", "scan.cxi"), Fixture.names(directory));
		Files.delete(source);
		if (storage == Storage.COPY)
			assertScan(FRAMES, true);
		else
			try (CxiFile cxi = Fixture.open(output)) {
				assertThrows(InvalidDataException.class, cxi::scan);
			}
	}

	/** On a machine without the native library frames can be copied; links are refused before anything is written. */
	@ParameterizedTest
	@EnumSource
	void withoutTheLibrary(Storage storage) throws Exception {
		Path source = nexus("raw.nxs");
		ProtocolScanImporter poor = new ProtocolScanImporter(new NativeCxiWriter(LocalSkeleton::start, () -> {
			throw new IOException("no library", new UnsatisfiedLinkError());
		}));
		try (ScanImport found = poor.open(new ImportRequest(List.of(source), protocol, positions, settings, storage))) {
			if (storage == Storage.COPY) {
				found.write(output, false, new IMonitor.Stub());
				assertScan(FRAMES, true);
			} else {
				String message = assertThrows(InvalidDataException.class,
						() -> found.write(output, false, new IMonitor.Stub())).getMessage();
				assertTrue(message.contains("--copy"), message);
				assertEquals(List.of("raw.nxs"), Fixture.names(directory));
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void aGridOfFrames(Storage storage) throws Exception {
		Path source = nexus("raw.nxs", 3, 4);
		try (ScanImport found = open(storage, source)) {
			assertEquals(storage == Storage.COPY ? "copied" : "linked, not copied: a virtual data set of 1 part",
					found.storage());
		}
		write(storage, source);
		assertScan(FRAMES, true);
	}

	@ParameterizedTest
	@EnumSource
	void someFramesOfAGrid(Storage storage) throws Exception {
		settings.put("frames", "1-2,6-9,11");
		write(storage, nexus("raw.nxs", 3, 4));
		assertScan(new int[] { 1, 2, 6, 7, 8, 9, 11 }, true);
	}

	@ParameterizedTest
	@EnumSource
	void aFileForEachFrame(Storage storage) throws Exception {
		for (int n = 0; n < FRAMES; n++)
			try (NativeFixture hdf = new NativeFixture(directory.resolve("f" + n + ".h5"))) {
				hdf.put("/image", H5T_STD_U16LE_g(), Layout.contiguous(), bytes(counts(n, 1), ByteOrder.LITTLE_ENDIAN), ROWS,
						COLUMNS);
			}
		protocol = "tiff";
		settings.putAll(Map.of("data", directory + "/f*.h5:/image", "distance", "1.25 m", "x_pixel_size", "55 um",
				"y_pixel_size", "75 um", "wavelength", "0.0729 nm"));
		table("", 1e6, 1e6, FRAMES);
		positions = Optional.of(directory.resolve("positions.txt") + "[2,3] in um");
		write(storage);
		assertScan(FRAMES, false);
	}

	@Test
	void nexusTransformations() throws Exception {
		Path source = nexus("raw.nxs");
		try (NativeFixture hdf = NativeFixture.reopen(source)) {
			hdf.remove("/scan7/stage/fine_x").remove("/scan7/stage/fine_y").remove("/scan7/beamline/pilatus/distance");
			number(hdf, "/scan7/stage/chain/y", each(2, -1e9));
			number(hdf, "/scan7/stage/chain/x", each(1, 1e6));
			number(hdf, "/scan7/stage/chain/tilt", 0);
			number(hdf, "/scan7/beamline/pilatus/chain/along", 1.2);
		}
		new NativeCxiWriter().addTo(source, "/scan7",
				List.of(CxiDataset.of("stage/depends_on", new String[] { "chain/y" }, ""),
						CxiDataset.of("beamline/pilatus/depends_on", new String[] { "/scan7/beamline/pilatus/chain/along" }, "")));
		try (AttributeFixture attributes = new AttributeFixture(source)) {
			attributes.put("/scan7/stage/chain/y", "transformation_type", "translation")
					.put("/scan7/stage/chain/y", "vector", new double[] { 0, -2, 0 })
					.put("/scan7/stage/chain/y", "units", "nm").put("/scan7/stage/chain/y", "depends_on", "x")
					.put("/scan7/stage/chain/x", "transformation_type", "translation")
					.put("/scan7/stage/chain/x", "vector", new double[] { 1, 0, 0 }).put("/scan7/stage/chain/x", "units", "um")
					.put("/scan7/stage/chain/x", "depends_on", "/scan7/stage/chain/tilt")
					.put("/scan7/stage/chain/tilt", "transformation_type", "rotation")
					.put("/scan7/stage/chain/tilt", "depends_on", ".")
					.put("/scan7/beamline/pilatus/chain/along", "transformation_type", "translation")
					.put("/scan7/beamline/pilatus/chain/along", "vector", new double[] { 0, 0, 1 })
					.put("/scan7/beamline/pilatus/chain/along", "units", "m")
					.put("/scan7/beamline/pilatus/chain/along", "offset", new double[] { 0, 0, 50 })
					.put("/scan7/beamline/pilatus/chain/along", "offset_units", "mm");
		}
		write(Storage.LINK, source);
		assertScan(FRAMES, true);
	}

	@Test
	void aRotationIsNotSimple() throws Exception {
		Path source = nexus("raw.nxs");
		try (NativeFixture hdf = NativeFixture.reopen(source)) {
			number(hdf, "/scan7/stage/tilt", 3);
		}
		new NativeCxiWriter().addTo(source, "/scan7/stage", List.of(CxiDataset.of("depends_on", new String[] { "tilt" }, "")));
		try (AttributeFixture attributes = new AttributeFixture(source)) {
			attributes.put("/scan7/stage/tilt", "transformation_type", "rotation");
		}
		assertProblem(CxiItem.TRANSLATIONS, "a rotation, /scan7/stage/tilt, which is not 0", source);
		settings.put("translations", "none");
		assertProblem(CxiItem.TRANSLATIONS, "no sample positions", source);
	}

	private void assertProblem(CxiItem item, String part, Path... sources) {
		try (ScanImport found = open(Storage.LINK, sources)) {
			String problem = found.findings().stream().filter(f -> f.item() == item).map(CxiFinding::problem)
					.flatMap(Optional::stream).findFirst().orElseThrow(() -> new AssertionError("no problem with " + item));
			assertTrue(problem.contains(part), problem);
			assertEquals(1, problem.lines().count());
			String message = assertThrows(InvalidDataException.class, () -> found.write(output, false, new IMonitor.Stub()))
					.getMessage();
			assertEquals(1, message.lines().count());
		}
		assertFalse(Files.exists(output));
	}

	/** A master file with three data files, of which the last has fewer frames. */
	private Path eiger() throws Exception {
		Path master = directory.resolve("run_master.h5");
		int[] counts = { 5, 5, 2 };
		int first = 0;
		try (NativeFixture hdf = new NativeFixture(master)) {
			hdf.put("/entry/instrument/detector/pixel_mask", H5T_STD_U32LE_g(), Layout.contiguous(), mask(), ROWS, COLUMNS);
			number(hdf, "/entry/instrument/detector/detector_distance", 1.25);
			number(hdf, "/entry/instrument/detector/x_pixel_size", 75e-6);
			number(hdf, "/entry/instrument/detector/y_pixel_size", 55e-6);
			number(hdf, "/entry/instrument/beam/incident_wavelength", WAVELENGTH * 1e10);
			hdf.group("/entry/data");
			for (int k = 0; k < counts.length; k++) {
				String name = "run_data_00000" + (k + 1) + ".h5";
				try (NativeFixture data = new NativeFixture(directory.resolve(name), true, 0)) {
					data.put("/entry/data/data", H5T_STD_U16LE_g(), Layout.chunked(1, ROWS, COLUMNS).deflated(),
							bytes(counts(first, counts[k]), ByteOrder.LITTLE_ENDIAN), counts[k], ROWS, COLUMNS);
				}
				hdf.external(name, "/entry/data/data", "/entry/data/data_00000" + (k + 1));
				first += counts[k];
			}
		}
		try (AttributeFixture attributes = new AttributeFixture(master)) {
			attributes.put("/entry/instrument/detector/detector_distance", "units", "m")
					.put("/entry/instrument/detector/x_pixel_size", "units", "m")
					.put("/entry/instrument/detector/y_pixel_size", "units", "m")
					.put("/entry/instrument/beam/incident_wavelength", "units", "angstrom");
		}
		return master;
	}

	private void table(String header, double scaleX, double scaleY, int count) throws IOException {
		StringBuilder text = new StringBuilder(header);
		for (int n = 0; n < count; n++)
			text.append(String.format(Locale.ROOT, "frame_%d.tif %.17g %.17g%n", n, scaleX * x(n), scaleY * y(n)));
		Files.writeString(directory.resolve("positions.txt"), text.toString());
	}

	@ParameterizedTest
	@EnumSource
	void eigerFiles(Storage storage) throws Exception {
		table("# file samx samy\n", 1e6, 1e6, FRAMES);
		positions = Optional.of(directory.resolve("positions.txt") + "[samx,samy] in um");
		Path master = eiger();
		try (ScanImport found = open(storage, master)) {
			assertEquals("eiger", found.protocol());
			assertEquals(storage == Storage.COPY ? "copied" : "linked, not copied: a virtual data set of 3 parts",
					found.storage());
		}
		write(storage, master);
		assertScan(FRAMES, true);
	}

	@ParameterizedTest
	@EnumSource
	void someFramesOfEigerFiles(Storage storage) throws Exception {
		table("# file (1) x(mm) y(mm)\n", 1e3, 1e3, FRAMES);
		positions = Optional.of(directory.resolve("positions.txt").toString());
		settings.put("frames", "1-6,8,10-11");
		settings.put("good_frames", "0-5,10-11");
		write(storage, eiger());
		assertScan(new int[] { 1, 2, 3, 4, 5, 6, 8, 10, 11 }, true);
		try (CxiFile cxi = Fixture.open(output)) {
			assertArrayEquals(new int[] { 0, 1, 2, 3, 4, 7, 8 }, cxi.goodFrames());
		}
	}

	@Test
	void severalFilesWithAStackEach() throws Exception {
		Path mapping = directory.resolve("p25.pxst");
		Files.writeString(mapping, """
				# frames in many files, positions in one
				description = the way of P25
				data = "part *.h5":/frames
				distance = 1.25 m          # counted from the focus
				x_pixel_size = 55 um
				y_pixel_size = 75e-6m
				energy = %s keV
				slow = 0,-3,0
				fast = -x
				translations = motors.h5:/positions in mm as -y,x
				""".formatted(KEV));
		for (int k = 0; k < 12; k++)
			try (NativeFixture hdf = new NativeFixture(directory.resolve("part " + k + ".h5"))) {
				hdf.put("/frames", H5T_STD_U16BE_g(), Layout.contiguous(), bytes(counts(k, 1), ByteOrder.BIG_ENDIAN), 1, ROWS,
						COLUMNS);
			}
		double[] table = new double[2 * FRAMES];
		for (int n = 0; n < FRAMES; n++) {
			table[2 * n] = -1e3 * y(n);
			table[2 * n + 1] = 1e3 * x(n);
		}
		new NativeCxiWriter().write(directory.resolve("motors.h5"), "/",
				List.of(CxiDataset.of("positions", table, "", FRAMES, 2)));
		protocol = mapping.toString();
		for (Storage storage : Storage.values()) {
			write(storage);
			assertScan(FRAMES, false);
			Files.delete(output);
		}
	}

	@Test
	void otherOrderOfAxes() throws Exception {
		short[] transposed = new short[FRAMES * PIXELS];
		short[] frames = counts(0, FRAMES);
		for (int n = 0; n < FRAMES; n++)
			for (int i = 0; i < ROWS; i++)
				for (int j = 0; j < COLUMNS; j++)
					transposed[(j * ROWS + i) * FRAMES + n] = frames[(n * ROWS + i) * COLUMNS + j];
		Path source = directory.resolve("matlab.h5");
		try (NativeFixture hdf = new NativeFixture(source)) {
			hdf.put("/cube", H5T_STD_U16LE_g(), Layout.contiguous(), bytes(transposed, ByteOrder.LITTLE_ENDIAN), COLUMNS, ROWS,
					FRAMES);
			number(hdf, "/px", each(1, 1));
			number(hdf, "/py", each(2, 1));
		}
		protocol = "tiff";
		settings.putAll(Map.of("data", "/cube as fs,ss,frame", "distance", "1.25 m", "x_pixel_size", "55 um", "y_pixel_size",
				"75 um", "wavelength", "0.729 angstrom", "x", "/px * -1", "y", "/py"));
		settings.put("fast", "x");
		try (ScanImport found = open(Storage.LINK, source)) {
			assertEquals("copied: a link cannot put axes into another order", found.storage());
		}
		write(Storage.LINK, source);
		assertScan(FRAMES, false);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void tiffFiles(boolean multiPage) throws Exception {
		Path frames = Files.createDirectory(directory.resolve("frames"));
		TiffFixture all = new TiffFixture(ROWS, COLUMNS, 16, TiffFixture.UNSIGNED, ByteOrder.BIG_ENDIAN);
		for (int n = 0; n < FRAMES; n++) {
			all.page(bytes(counts(n, 1), ByteOrder.BIG_ENDIAN));
			if (!multiPage)
				new TiffFixture(ROWS, COLUMNS, 16, TiffFixture.UNSIGNED, ByteOrder.LITTLE_ENDIAN)
						.page(bytes(counts(n, 1), ByteOrder.LITTLE_ENDIAN)).write(frames.resolve("f_" + n + ".tif"));
		}
		if (multiPage)
			all.write(frames.resolve("all.TIFF"));
		Files.writeString(frames.resolve("notes.txt"), "not a frame");
		table("", 1e6, 1e6, FRAMES);
		positions = Optional.of("\"" + directory.resolve("positions.txt") + "\"[2,3] in um");
		settings.putAll(Map.of("distance", "125 cm", "x_pixel_size", "55 um", "y_pixel_size", "75 um", "energy", KEV + " keV"));
		try (ScanImport found = open(Storage.LINK, frames)) {
			assertEquals(List.of(), found.findings().stream().flatMap(f -> f.problem().stream()).toList());
			assertEquals("tiff", found.protocol());
			assertEquals("copied: TIFF files cannot be linked", found.storage());
		}
		write(Storage.LINK, frames);
		assertScan(FRAMES, false);
	}

	/** Both layouts of CXI files that are in use. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void cxiFiles(boolean early) throws Exception {
		Path source = directory.resolve("raw.cxi");
		double[] xyz = new double[3 * FRAMES];
		double[] basis = new double[6 * FRAMES];
		for (int n = 0; n < FRAMES; n++) {
			xyz[3 * n] = x(n);
			xyz[3 * n + 1] = y(n);
			basis[6 * n + 1] = -55e-6;
			basis[6 * n + 3] = -75e-6;
		}
		int[] mask = new int[PIXELS];
		mask[3] = 1;
		mask[47] = 4;
		String detector = "/entry_1/instrument_1/detector_1/";
		new NativeCxiWriter().write(source, "/", List.of(
				CxiDataset.of(early ? "/entry_1/data_1/data" : detector + "data", counts(0, FRAMES), "", FRAMES, ROWS, COLUMNS),
				early ? CxiDataset.of(detector + "basis_vectors", basis, "", FRAMES, 2, 3)
						: CxiDataset.of(detector + "basis_vectors", new double[] { 0, -75e-6, -55e-6, 0, 0, 0 }, "", 3, 2),
				CxiDataset.of(detector + "mask", mask, "", ROWS, COLUMNS), CxiDataset.of(detector + "distance", new double[] { 1.25 }, ""),
				CxiDataset.of("/entry_1/instrument_1/source_1/energy", new double[] { KEV * 1.602176634e-16 }, ""),
				CxiDataset.of("/entry_1/sample_1/" + (early ? "geometry" : "geometry_1") + "/translation", xyz, "", FRAMES, 3)));
		for (Storage storage : Storage.values()) {
			write(storage, source);
			assertScan(FRAMES, true);
			Files.delete(output);
		}
	}

	@Test
	void whatIsMissingIsSaidWithTheRemedy() throws Exception {
		Path source = eiger();
		try (ScanImport found = open(Storage.LINK, source)) {
			List<CxiFinding> wrong = found.findings().stream().filter(f -> f.problem().isPresent()).toList();
			assertEquals(List.of(CxiItem.TRANSLATIONS), wrong.stream().map(CxiFinding::item).toList());
			assertTrue(wrong.get(0).problem().get().contains("--positions 'TABLE.txt in um'"));
			assertEquals(CxiItem.values().length, found.findings().size());
		}
		assertProblem(CxiItem.TRANSLATIONS, "no sample positions", source);
		table("# file x y\n", 1, 1, FRAMES);
		positions = Optional.of(directory.resolve("positions.txt").toString());
		assertProblem(CxiItem.TRANSLATIONS, "it has no unit", source);
		positions = Optional.of(directory.resolve("positions.txt") + " in keV");
		assertProblem(CxiItem.TRANSLATIONS, "translations is a length", source);
		table("# file x y\n", 1e6, 1e6, FRAMES - 2);
		positions = Optional.of(directory.resolve("positions.txt") + " in um");
		assertProblem(CxiItem.TRANSLATIONS, "has 10 positions, but there are 12 frames", source);
		settings.put("distance", "125");
		assertProblem(CxiItem.DISTANCE, "it has no unit", source);
		settings.put("distance", "125 keV");
		assertProblem(CxiItem.DISTANCE, "distance is a length", source);
		settings.put("distance", "125 km");
		assertThrows(InvalidDataException.class, () -> open(Storage.LINK, source));
		settings.put("distance", "1e6 m");
		assertProblem(CxiItem.DISTANCE, "makes no sense as detector distance", source);
		settings.put("frames", "3-40");
		assertProblem(CxiItem.DATA, "names frame 12, but the 12 frames go from 0 to 11", source);
	}

	@Test
	void onlyAnImportIsReplaced() throws Exception {
		Path source = nexus("raw.nxs");
		String before = Fixture.checksum(source);
		try (ScanImport found = open(Storage.LINK, source)) {
			for (boolean replace : new boolean[] { false, true }) {
				String message = assertThrows(InvalidDataException.class,
						() -> found.write(source, replace, new IMonitor.Stub())).getMessage();
				assertTrue(message.contains("was not made by pxst import"), message);
			}
			found.write(output, true, new IMonitor.Stub());
			String message = assertThrows(InvalidDataException.class,
					() -> found.write(output, false, new IMonitor.Stub())).getMessage();
			assertTrue(message.contains("--overwrite"), message);
			found.write(output, true, new IMonitor.Stub());
			Path other = Files.writeString(directory.resolve("notes.txt"), "precious");
			assertThrows(InvalidDataException.class, () -> found.write(other, true, new IMonitor.Stub()));
			assertEquals("precious", Files.readString(other));
		}
		assertEquals(before, Fixture.checksum(source));
		assertScan(FRAMES, true);
	}

	@Test
	void cancellingLeavesNothing() throws Exception {
		Path source = nexus("raw.nxs");
		IMonitor after3 = new IMonitor.Stub() {
			private int frames;

			@Override
			public void worked(int amount) {
				frames += amount;
			}

			@Override
			public boolean isCancelled() {
				return frames >= 3;
			}
		};
		try (ScanImport found = open(Storage.COPY, source)) {
			assertThrows(CancelledException.class, () -> found.write(output, false, after3));
		}
		assertEquals(List.of("raw.nxs"), Fixture.names(directory));
	}

	@Test
	void anUnknownLayout() {
		Path source = directory.resolve("raw.h5");
		try (NativeFixture hdf = new NativeFixture(source)) {
			number(hdf, "/x", 1);
		}
		String message = assertThrows(InvalidDataException.class, () -> open(Storage.LINK, source)).getMessage();
		assertTrue(message.contains("this layout is not known"), message);
		protocol = "spec";
		message = assertThrows(InvalidDataException.class, () -> open(Storage.LINK, source)).getMessage();
		assertTrue(message.contains("auto, cxi, eiger, nexus, tiff"), message);
	}

	@Test
	void everyProtocolDescribesItself() {
		assertEquals(List.of("cxi", "eiger", "nexus", "tiff"), importer.protocols().stream().map(p -> p.name()).toList());
		importer.protocols().forEach(p -> assertTrue(p.description().length() > 8 && p.text().contains("data "), p.name()));
	}
}
