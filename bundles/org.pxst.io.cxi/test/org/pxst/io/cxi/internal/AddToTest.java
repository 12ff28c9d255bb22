// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.pxst.io.cxi.internal.Fixture.DATA;
import static org.pxst.io.cxi.internal.Fixture.assertInvalid;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.eclipse.january.dataset.DoubleDataset;
import org.eclipse.january.dataset.StringDataset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.scan.FrameSource;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.internal.NativeFixture.Layout;

/** Results get into an existing file, and everything else in it stays. */
class AddToTest {
	private static final String GROUP = "/speckle_tracking";
	private static final double[] RESULT = { 1, 2, 3, 4, 5, 6 };
	private final NativeCxiWriter writer = new NativeCxiWriter(LocalSkeleton::start);
	@TempDir
	Path directory;
	private Path file;

	@BeforeEach
	void name() {
		file = directory.resolve("scan.cxi");
	}

	private static List<CxiDataset> results(double... values) {
		return List.of(CxiDataset.of("phase", values, "rad", values.length),
				CxiDataset.of("mask", new boolean[] { true, false }, "", 2));
	}

	private static void assertScan(CxiFile cxi) {
		FrameSource frames = cxi.scan().frames();
		float[] values = new float[Fixture.FRAMES * Fixture.ROWS * Fixture.COLUMNS];
		frames.read(0, Fixture.FRAMES, values);
		for (int k = 0; k < values.length; k++)
			assertEquals((60000 + k) & 0xffff, values[k]);
	}

	@Test
	void oldAndNew() throws IOException {
		new Fixture().write(file);
		writer.addTo(file, GROUP, results(RESULT));
		try (CxiFile cxi = Fixture.open(file)) {
			assertScan(cxi);
			assertArrayEquals(RESULT, ((DoubleDataset) cxi.read(GROUP + "/phase")).getData());
			assertTrue(cxi.read(GROUP + "/mask").getBoolean(0));
		}
		assertEquals(List.of("scan.cxi"), Fixture.names(directory));
	}

	@Test
	void againAndAgain() throws IOException {
		new Fixture().put(GROUP + "/kept", new int[] { 7 }).put(GROUP + "/phase", new String[] { "old" }, 1).write(file);
		long size = 0;
		for (int round = 1; round < 12; round++) {
			double[] values = new double[100_000];
			values[0] = round;
			writer.addTo(file, GROUP, results(values));
			if (round == 1)
				size = Files.size(file);
		}
		assertTrue(Files.size(file) < size + 100_000, "the room of replaced results is used again, but for some headers");
		try (CxiFile cxi = Fixture.open(file)) {
			assertScan(cxi);
			assertEquals(11, cxi.read(GROUP + "/phase").getDouble(0));
			assertEquals(7, cxi.read(GROUP + "/kept").getInt());
		}
	}

	@Test
	void anOpenReaderKeepsItsFrames() {
		new Fixture().write(file);
		try (CxiFile cxi = Fixture.open(file)) {
			writer.addTo(file, GROUP, results(RESULT));
			assertScan(cxi);
		}
	}

	/** Compressed, chunked, compact, variable length, unwritten, virtual and linked data sets in old and new formats. */
	@ParameterizedTest
	@CsvSource({ "false, 0", "true, 0", "false, 512", "true, 2048" })
	void allKindsOfOldDataSets(boolean latest, long userBlock) {
		byte[] stack = NativeFixture.bytes(2 * 12 * 40 * 40, b -> {
			for (int k = 0; k < 12 * 40 * 40; k++)
				b.putShort((short) (k * k));
		});
		try (NativeFixture hdf = new NativeFixture(file, latest, userBlock)) {
			long type = H5T_STD_U16LE_g();
			hdf.put("/frames", type, Layout.contiguous(), stack, 12, 40, 40);
			hdf.put("/gzip", type, Layout.chunked(5, 17, 40).deflated(), stack, 12, 40, 40);
			hdf.put("/deep/er/chunks", type, Layout.chunked(1, 40, 40), stack, 12, 40, 40);
			hdf.put("/header", type, Layout.contiguous().inHeader(), new byte[200], 100);
			hdf.put("/scalar", H5T_IEEE_F64LE_g(), Layout.contiguous(), new byte[8]);
			hdf.create("/unwritten", type, Layout.contiguous(), 10, 10);
			hdf.create("/nochunks", type, Layout.chunked(5, 5), 10, 10);
			hdf.createWithFilter("/foreign", 32008, 4, 8, 8);
			hdf.group("/virtual").virtual("/virtual/data", "elsewhere.h5", "/data", 10, 10);
			hdf.soft("/frames", "/soft").soft("/nowhere", "/broken").hard("/gzip", "/deep/same")
					.external("other.h5", "/x", "/outside");
		}
		writer.addTo(file, "/text", List.of(new CxiDataset("names", new int[] { 3 },
				new String[] { "a", "", "µm" }, Map.of())));
		writer.addTo(file, GROUP, results(RESULT));
		try (Hdf5File hdf = new Hdf5File(file)) {
			for (String path : List.of("/frames", "/gzip", "/deep/er/chunks", "/soft", "/deep/same")) {
				float[] frames = new float[12 * 40 * 40];
				new FileFrames(hdf.dataset(path).orElseThrow()).read(0, 12, frames);
				for (int k = 0; k < frames.length; k++)
					assertEquals(k * k & 0xffff, frames[k], path);
			}
			assertArrayEquals(new String[] { "a", "", "µm" },
					((StringDataset) hdf.dataset("/text/names").orElseThrow().toDataset()).getData());
			assertArrayEquals(RESULT, hdf.dataset(GROUP + "/phase").orElseThrow().doubles());
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void tenThousandFrames(boolean latest) {
		int frames = 10_000;
		int pixels = 48 * 48;
		byte[] stack = new byte[2 * frames * pixels];
		new Random(1).nextBytes(stack);
		try (NativeFixture hdf = new NativeFixture(file, latest, 0)) {
			hdf.put(DATA, H5T_STD_U16LE_g(), Layout.chunked(1, 48, 48), stack, frames, 48, 48);
		}
		writer.addTo(file, GROUP, results(RESULT));
		writer.addTo(file, GROUP, results(1, 2));
		try (Hdf5File hdf = new Hdf5File(file)) {
			assertArrayEquals(new double[] { 1, 2 }, hdf.dataset(GROUP + "/phase").orElseThrow().doubles());
			FileFrames source = new FileFrames(hdf.dataset(DATA).orElseThrow());
			ByteBuffer frame = ByteBuffer.allocate(2 * pixels);
			for (int n = 0; n < frames; n++) {
				source.readStored(n, 1, frame.clear());
				assertEquals(ByteBuffer.wrap(stack, 2 * n * pixels, 2 * pixels), frame.flip());
			}
		}
	}

	/** The check that the old data sets are the same notices every difference. */
	@ParameterizedTest
	@CsvSource({ "/frames", "/gzip", "/header", "/names", "/missing", "/reshaped", "/retyped" })
	void aSpoiltCopyIsNoticed(String spoilt) throws IOException {
		Path copy = directory.resolve("copy.cxi");
		byte[] bytes = new byte[2 * 4 * 20 * 20];
		for (Path path : List.of(file, copy)) {
			boolean isCopy = path.equals(copy);
			boolean textDiffers = isCopy && "/names".equals(spoilt);
			writer.write(path, "/", List.of(new CxiDataset("names", new int[] { 2 },
					new String[] { "same", textDiffers ? "diff" : "text" }, Map.of())));
			try (NativeFixture hdf = NativeFixture.reopen(path)) {
				long type = H5T_STD_U16LE_g();
				bytes[3] = (byte) (isCopy && "/frames".equals(spoilt) ? 1 : 0);
				hdf.put("/frames", type, Layout.contiguous(), bytes, 4, 20, 20);
				bytes[3] = (byte) (isCopy && "/gzip".equals(spoilt) ? 1 : 0);
				hdf.put("/gzip", type, Layout.chunked(1, 20, 20).deflated(), bytes, 4, 20, 20);
				bytes[3] = (byte) (isCopy && "/header".equals(spoilt) ? 1 : 0);
				hdf.put("/header", type, Layout.contiguous().inHeader(), Arrays.copyOf(bytes, 20), 10);
				if (!isCopy || !"/missing".equals(spoilt))
					hdf.create("/missing", type, Layout.contiguous(), 3);
				hdf.create("/reshaped", type, Layout.contiguous(), isCopy && "/reshaped".equals(spoilt) ? 4 : 3);
				hdf.create("/retyped", isCopy && "/retyped".equals(spoilt) ? H5T_STD_I16LE_g() : type,
						Layout.contiguous(), 3);
			}
		}
		try (NativeFile original = NativeFile.openShared(file);
				NativeFile changed = NativeFile.openShared(copy);
				DatasetComparison comparison = new DatasetComparison(original, changed, List.of())) {
			String message = assertThrows(IOException.class, () -> comparison.compare(Set.of())).getMessage();
			assertTrue(message.contains(spoilt), message);
			comparison.compare(Set.of(spoilt));
		}
	}

	@Test
	void changesByOthersAreNoticed() throws IOException {
		new Fixture().write(file);
		FileState before = FileState.of(file);
		before.requireUnchanged(file);
		Files.setLastModifiedTime(file, FileTime.fromMillis(before.modified().toMillis() + 1));
		assertThrows(IOException.class, () -> before.requireUnchanged(file));
		Files.setLastModifiedTime(file, before.modified());
		before.requireUnchanged(file);
		Files.write(file, new byte[1], StandardOpenOption.APPEND);
		Files.setLastModifiedTime(file, before.modified());
		assertThrows(IOException.class, () -> before.requireUnchanged(file));
	}

	@Test
	void symbolicLinksStay() throws IOException {
		new Fixture().write(file);
		Path link = Files.createSymbolicLink(Files.createDirectory(directory.resolve("sub")).resolve("link.cxi"), file);
		writer.addTo(link, GROUP, results(RESULT));
		assertTrue(Files.isSymbolicLink(link));
		assertEquals(List.of("link.cxi"), Fixture.names(link.getParent()));
		try (CxiFile cxi = Fixture.open(file)) {
			assertEquals(6, cxi.read(GROUP + "/phase").getSize());
		}
		writer.write(link, GROUP, results(1));
		assertTrue(Files.isSymbolicLink(link));
		try (CxiFile cxi = Fixture.open(file)) {
			assertEquals(1, cxi.read(GROUP + "/phase").getSize());
		}
	}

	@Test
	void permissionsStay() throws IOException {
		new Fixture().write(file);
		var permissions = PosixFilePermissions.fromString("rw-rw-r--");
		Files.setPosixFilePermissions(file, permissions);
		writer.addTo(file, GROUP, results(RESULT));
		assertEquals(permissions, Files.getPosixFilePermissions(file));
		writer.write(file, GROUP, results(RESULT));
		assertEquals(permissions, Files.getPosixFilePermissions(file));
	}

	private void assertRefused(List<CxiDataset> datasets, String... parts) throws IOException {
		String before = Fixture.checksum(file);
		assertInvalid(file, () -> writer.addTo(file, GROUP, datasets), parts);
		assertEquals(before, Fixture.checksum(file));
		assertEquals(List.of("scan.cxi"), Fixture.names(directory));
	}

	@Test
	void somethingElseInTheWay() throws IOException {
		new Fixture().put(GROUP + "/group/inner", new int[1]).put(GROUP + "/dataset", new int[1]).write(file);
		assertRefused(List.of(CxiDataset.of("group", new int[1], "")), GROUP + "/group", "no data set");
		assertRefused(List.of(CxiDataset.of("dataset/inner", new int[1], "")), "data set " + GROUP + "/dataset",
				"group is needed");
	}

	@Test
	void notHdf5() throws IOException {
		Files.writeString(file, "text".repeat(1000));
		assertRefused(results(RESULT), "not an HDF5 file");
	}

	@Test
	void cutShort() throws IOException {
		byte[] whole = Files.readAllBytes(new Fixture().write(file));
		Files.write(file, Arrays.copyOf(whole, whole.length - 1));
		assertRefused(results(RESULT), "cut short");
	}

	@Test
	void missing() throws IOException {
		assertInvalid(file, () -> writer.addTo(file, GROUP, results(RESULT)), "no such file");
		assertEquals(List.of(), Fixture.names(directory));
	}

	@Test
	void damaged() throws IOException {
		new Fixture().write(file);
		try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
			bytes.seek(96);
			bytes.write(new byte[700]);
		}
		assertRefused(results(RESULT), "cannot be written");
	}

	/** Another process holds the lock that the HDF5 library takes on files it writes. */
	@Test
	void lockedElsewhere() throws IOException, InterruptedException {
		new Fixture().write(file);
		Process holder;
		try {
			holder = new ProcessBuilder("flock", "-x", file.toString(), "sh", "-c", "echo locked; cat").start();
		} catch (IOException e) {
			assumeTrue(false, "no command flock");
			throw e;
		}
		try (BufferedReader said = holder.inputReader()) {
			assertEquals("locked", said.readLine());
			assertRefused(results(RESULT), "another program has it open for writing");
		} finally {
			holder.getOutputStream().close();
			holder.waitFor();
		}
		writer.addTo(file, GROUP, results(RESULT));
	}

	@Test
	void openForWritingElsewhere() throws IOException {
		Path unfinished = directory.resolve("unfinished.cxi");
		try (NativeFixture hdf = new NativeFixture(unfinished, true, 0)) {
			hdf.create(DATA, H5T_STD_U16LE_g(), Layout.contiguous(), 3, 4, 5).flush();
			// the copy has the mark of a writer that never took it off
			Files.copy(unfinished, file);
		}
		Files.delete(unfinished);
		assertRefused(results(RESULT), "another program has it open for writing", "h5clear");
	}
}
