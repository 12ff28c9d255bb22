// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5T_STD_I32LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_REF_OBJ_g;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.pxst.io.cxi.internal.Fixture.DATA;
import static org.pxst.io.cxi.internal.Fixture.assertInvalid;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.eclipse.january.DatasetException;
import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.Dataset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.CancelledException;
import org.pxst.io.cxi.CxiClaim;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.FileInUseException;
import org.pxst.io.cxi.internal.NativeFixture.Layout;
import org.pxst.io.cxi.tools.EditOptions;
import org.pxst.io.cxi.tools.EditReport;
import org.pxst.io.cxi.tools.Hdf5Edit;
import org.pxst.io.cxi.tools.Hdf5Entry;

/** Names change, room is reclaimed, and nothing else is lost. */
class NativeHdf5EditorTest {
	private static final String GROUP = "/speckle_tracking";
	private static final EditOptions CAREFUL = EditOptions.defaults();
	private static final EditOptions FORCE = new EditOptions(Optional.empty(), false, true, false);
	private static final EditOptions OVERWRITE = new EditOptions(Optional.empty(), true, false, false);
	private static final IMonitor NONE = new IMonitor.Stub();
	private final NativeCxiWriter writer = new NativeCxiWriter(LocalSkeleton::start);
	private final NativeHdf5Editor editor = new NativeHdf5Editor(writer, LocalRewrite::run);
	@TempDir
	Path directory;
	private Path file;

	@BeforeEach
	void write() {
		file = directory.resolve("scan.cxi");
		new Fixture().put(GROUP + "/phase", new double[100_000], 100_000).put(GROUP + "/roi", new long[] { 1, 2, 3, 4 }, 4)
				.put(GROUP + "/creator", new String[] { "PXST Workbench 0" }).put("/notes/text", new String[] { "mine" })
				.put("/frame_selector/good_frames", new long[] { 0, 1, 2 }, 3).write(file);
	}

	/** Everything in a file, as text by path. */
	private static Map<String, String> contents(Path file) {
		Map<String, String> contents = new TreeMap<>();
		try (StoredView view = new StoredView(new Hdf5File(file))) {
			for (Hdf5Entry entry : view.tree("/"))
				contents.put(entry.path(), entry.layout() + " " + entry.link() + " " + attributes(entry)
						+ (entry.layout().isPresent() && entry.link().isEmpty() ? values(view, entry.path()) : ""));
		}
		return contents;
	}

	private static String attributes(Hdf5Entry entry) {
		return Arrays.deepToString(entry.attributes().entrySet().stream()
				.flatMap(attribute -> Stream.of(attribute.getKey(), attribute.getValue())).toArray());
	}

	private static String values(StoredView view, String path) {
		try {
			return ((Dataset) view.values(path).getSlice()).toString(true);
		} catch (DatasetException e) {
			throw new IllegalStateException(e);
		}
	}

	private void assertOnlyTheFile() throws IOException {
		assertEquals(List.of("scan.cxi"), Fixture.names(directory));
	}

	private void assertScan() {
		try (CxiFile cxi = Fixture.open(file)) {
			float[] values = new float[Fixture.FRAMES * Fixture.ROWS * Fixture.COLUMNS];
			cxi.scan().frames().read(0, Fixture.FRAMES, values);
			for (int k = 0; k < values.length; k++)
				assertEquals((60000 + k) & 0xffff, values[k]);
		}
	}

	@Test
	void cleaningReclaimsTheRoomOfRemovedData() throws IOException {
		Map<String, String> before = contents(file);
		long size = Files.size(file);
		EditReport removed = editor.edit(file, new Hdf5Edit.Remove(List.of(GROUP + "/phase")), CAREFUL, NONE);
		assertEquals(List.of(GROUP + "/phase"), removed.removed());
		assertTrue(Files.size(file) > size - 100_000, "removing alone does not make it smaller");
		before.remove(GROUP + "/phase");
		assertEquals(before, contents(file));
		EditReport report = editor.clean(file, CAREFUL, NONE);
		assertEquals(Files.size(file), report.after());
		assertTrue(report.after() < size - 790_000, report.toString());
		assertEquals(before, contents(file));
		assertScan();
		assertOnlyTheFile();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void cleaningKeepsAllKindsOfThings(boolean latest) throws IOException {
		Path other = directory.resolve("kinds.h5");
		byte[] numbers = NativeFixture.bytes(80, b -> {
			for (int k = 0; k < 20; k++)
				b.putInt(k);
		});
		try (NativeFixture fixture = new NativeFixture(other, latest, 512)) {
			fixture.put("/a/chunked", H5T_STD_I32LE_g(), Layout.chunked(2, 5).deflated(), numbers, 4, 5)
					.put("/a/plain", H5T_STD_I32LE_g(), Layout.contiguous(), numbers, 20)
					.put("/a/small", H5T_STD_I32LE_g(), Layout.contiguous().inHeader(), numbers, 20)
					.create("/a/unwritten", H5T_STD_I32LE_g(), Layout.chunked(2, 2).filledWith((byte) 7, (byte) 0, (byte) 0, (byte) 0), 6, 6)
					.hard("/a/chunked", "/same").hard("/a", "/a/circle").soft("/a/plain", "/soft").soft("/nowhere", "/dangling")
					.external("scan.cxi", DATA, "/external").virtual("/virtual", "scan.cxi", DATA, 5, 6, 8)
					.attribute("/a", "numbers", 1, 2, 3);
		}
		Map<String, String> before = contents(other);
		editor.clean(other, CAREFUL, NONE);
		assertEquals(before, contents(other));
		editor.edit(other, new Hdf5Edit.Move("/a/plain", "/new/group/plain"), CAREFUL, NONE);
		editor.edit(other, new Hdf5Edit.Copy("/soft", "/soft2"), CAREFUL, NONE);
		editor.edit(other, new Hdf5Edit.Copy("/a", "/b"), CAREFUL, NONE);
		Map<String, String> after = contents(other);
		assertEquals(before.get("/a/plain"), after.get("/new/group/plain"));
		assertEquals(before.get("/a/chunked"), after.get("/b/chunked"));
		try (StoredView view = new StoredView(new Hdf5File(other))) {
			assertEquals(Optional.of("/b"), view.tree("/b").stream().filter(entry -> entry.path().equals("/b/circle")).findAny()
					.orElseThrow().sameAs(), "the circle is closed in the copy");
		}
		assertFalse(after.containsKey("/a/plain"));
		assertTrue(after.get("/soft2").contains("Optional[/a/plain]"));
		assertEquals(List.of("kinds.h5", "scan.cxi"), Fixture.names(directory));
	}

	@Test
	void itemsOfTheScanNeedForce() throws IOException {
		String before = Fixture.checksum(file);
		for (String path : List.of(DATA, "/entry_1", "/entry_1/data_1", Fixture.TRANSLATION, Fixture.X_SIZE, "/frame_selector"))
			assertInvalid(file, () -> editor.edit(file, new Hdf5Edit.Remove(List.of(GROUP, path)), OVERWRITE, NONE), path,
					"cannot be measured again", "--force");
		assertInvalid(file, () -> editor.edit(file, new Hdf5Edit.Move(DATA, "/x"), CAREFUL, NONE), DATA, "--force");
		assertInvalid(file, () -> editor.edit(file, new Hdf5Edit.Move(GROUP + "/roi", DATA), OVERWRITE, NONE), DATA, "--force");
		assertInvalid(file, () -> editor.edit(file, new Hdf5Edit.Copy(GROUP + "/roi", Fixture.WAVELENGTH), OVERWRITE, NONE), "--force");
		assertInvalid(file, () -> editor.wipe(file, List.of(GROUP), CAREFUL, NONE), "--force");
		assertInvalid(file, () -> editor.write(file, CxiDataset.of(DATA, new long[] { 1 }, "", 1), OVERWRITE), "--force");
		assertEquals(before, Fixture.checksum(file));
		editor.edit(file, new Hdf5Edit.Remove(List.of(DATA)), FORCE, NONE);
		assertFalse(contents(file).containsKey(DATA));
		assertOnlyTheFile();
	}

	@Test
	void framesBehindALinkNeedForceToo() throws IOException {
		try (NativeFixture fixture = NativeFixture.reopen(file)) {
			fixture.hard(DATA, "/store").hard(DATA, GROUP + "/frames");
		}
		assertInvalid(file, () -> editor.edit(file, new Hdf5Edit.Remove(List.of("/store")), CAREFUL, NONE), "/store", "--force");
		assertInvalid(file, () -> editor.wipe(file, List.of(), CAREFUL, NONE), GROUP, "--force");
	}

	@Test
	void wipingRemovesResultsAndNothingElse() throws IOException {
		writer.addTo(file, "/other_name", List.of(CxiDataset.of("creator", new String[] { "PXST Workbench 0" }, "")));
		Map<String, String> before = contents(file);
		EditReport report = editor.wipe(file, List.of(), CAREFUL, NONE);
		assertEquals(List.of("/other_name", GROUP), report.removed());
		before.keySet().removeIf(path -> path.startsWith(GROUP) || path.startsWith("/other_name"));
		assertEquals(before, contents(file));
		assertTrue(report.after() < 20_000, report.toString());
		assertScan();
		assertOnlyTheFile();
		assertInvalid(file, () -> editor.wipe(file, List.of("/entry_1"), CAREFUL, NONE), "/frame_selector");
		editor.wipe(file, List.of("/entry_1"), FORCE, NONE);
		assertEquals(0, contents(file).keySet().stream().filter(path -> !path.startsWith("/entry_1") && !"/".equals(path)).count());
		assertScan();
	}

	@Test
	void anotherFileCanGetTheContents() throws IOException {
		String before = Fixture.checksum(file);
		Path output = directory.resolve("small.cxi");
		EditOptions to = new EditOptions(Optional.of(output), false, false, false);
		editor.wipe(file, List.of(), to, NONE);
		assertEquals(before, Fixture.checksum(file));
		assertFalse(contents(output).containsKey(GROUP));
		assertInvalid(output, () -> editor.clean(file, to, NONE), "exists", "--overwrite");
		editor.clean(file, new EditOptions(Optional.of(output), true, false, false), NONE);
		assertEquals(contents(file), contents(output));
		assertInvalid(directory, () -> editor.clean(file, new EditOptions(Optional.of(directory), true, false, false), NONE), "directory");
	}

	@Test
	void dryRunChangesNothing() throws IOException {
		String before = Fixture.checksum(file);
		EditOptions dry = new EditOptions(Optional.empty(), false, false, true);
		assertEquals(List.of(GROUP), editor.wipe(file, List.of(), dry, NONE).removed());
		editor.edit(file, new Hdf5Edit.Move(GROUP, "/x"), dry, NONE);
		editor.clean(file, dry, NONE);
		editor.write(file, CxiDataset.of("/x", new long[] { 1 }, "", 1), dry);
		assertInvalid(file, () -> editor.edit(file, new Hdf5Edit.Remove(List.of(DATA)), dry, NONE), "--force");
		assertEquals(before, Fixture.checksum(file));
		assertOnlyTheFile();
	}

	@Test
	void whatMakesNoSenseIsRefused() throws IOException {
		String before = Fixture.checksum(file);
		assertInvalid(file, () -> editor.edit(file, new Hdf5Edit.Remove(List.of("/nothing")), CAREFUL, NONE), "nothing at /nothing");
		assertInvalid(file, () -> editor.edit(file, new Hdf5Edit.Remove(List.of("/")), FORCE, NONE), "whole file");
		assertInvalid(file, () -> editor.edit(file, new Hdf5Edit.Move(GROUP, GROUP + "/x"), CAREFUL, NONE), "inside");
		assertInvalid(file, () -> editor.edit(file, new Hdf5Edit.Copy(GROUP, GROUP), CAREFUL, NONE), "name another place");
		assertInvalid(file, () -> editor.edit(file, new Hdf5Edit.Move(GROUP + "/roi", GROUP), OVERWRITE, NONE), "itself");
		assertInvalid(file, () -> editor.edit(file, new Hdf5Edit.Move(GROUP + "/roi", GROUP + "/phase"), CAREFUL, NONE), "--overwrite");
		assertInvalid(file, () -> editor.edit(file, new Hdf5Edit.Move(GROUP + "/roi", GROUP + "/phase/x"), CAREFUL, NONE), "no group");
		assertInvalid(file, () -> editor.wipe(file, List.of("/nothing"), CAREFUL, NONE), "/nothing");
		assertInvalid(file, () -> editor.write(file, CxiDataset.of(GROUP, new long[] { 1 }, "", 1), OVERWRITE), "is a group");
		assertInvalid(file, () -> editor.write(file, CxiDataset.of(GROUP + "/roi", new long[] { 1 }, "", 1), CAREFUL), "--overwrite");
		assertEquals(before, Fixture.checksum(file));
		Path text = Files.writeString(directory.resolve("notes.txt"), "no HDF5");
		assertInvalid(text, () -> editor.clean(text, CAREFUL, NONE), "not an HDF5 file");
		Path missing = directory.resolve("missing.h5");
		assertInvalid(missing, () -> editor.clean(missing, CAREFUL, NONE), "no such file");
	}

	@Test
	void linksOnTheWayAreNotFollowed() throws IOException {
		try (NativeFixture fixture = NativeFixture.reopen(file)) {
			fixture.soft("/entry_1", "/e");
		}
		assertInvalid(file, () -> editor.edit(file, new Hdf5Edit.Remove(List.of("/e/data_1")), FORCE, NONE), "/e on the way");
		editor.edit(file, new Hdf5Edit.Remove(List.of("/e")), CAREFUL, NONE);
		assertScan();
	}

	@Test
	void replacingAndWriting() {
		editor.edit(file, new Hdf5Edit.Move(GROUP + "/roi", GROUP + "/phase"), OVERWRITE, NONE);
		editor.write(file, CxiDataset.of(GROUP + "/roi", new double[] { 5 }, "pixel", 1), CAREFUL);
		editor.write(file, CxiDataset.of(GROUP + "/roi", new double[] { 6 }, "pixel", 1), OVERWRITE);
		try (CxiFile cxi = Fixture.open(file)) {
			assertEquals(4, cxi.read(GROUP + "/phase").getSize());
			assertEquals(6, cxi.read(GROUP + "/roi").getDouble(0));
		}
		Path fresh = directory.resolve("fresh.h5");
		editor.write(fresh, CxiDataset.of("/a/b", new double[] { 7 }, "m"), CAREFUL);
		assertTrue(contents(fresh).get("/a/b").contains("units, m"));
	}

	@Test
	void permissionsStay() throws IOException {
		assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
		editor.clean(file, CAREFUL, NONE);
		assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
		Files.createLink(directory.resolve("second.cxi"), file);
		assertInvalid(file, () -> editor.clean(file, CAREFUL, NONE), "hard links", "--output");
	}

	@Test
	void aFileInUseIsLeftAlone() throws IOException {
		String before = Fixture.checksum(file);
		try (CxiClaim claim = writer.claim(file)) {
			assertThrows(FileInUseException.class, () -> editor.clean(claim.file(), CAREFUL, NONE));
			assertThrows(FileInUseException.class, () -> editor.edit(file, new Hdf5Edit.Move(GROUP, "/x"), CAREFUL, NONE));
		}
		assertEquals(before, Fixture.checksum(file));
		editor.clean(file, CAREFUL, NONE);
		assertOnlyTheFile();
	}

	@Test
	void cancellingLeavesTheFileAlone() throws IOException {
		String before = Fixture.checksum(file);
		for (int after = 0; after < 12; after += 3) {
			int[] left = { after };
			IMonitor monitor = new IMonitor.Stub() {
				@Override
				public boolean isCancelled() {
					return left[0]-- <= 0;
				}
			};
			assertThrows(CancelledException.class, () -> editor.wipe(file, List.of(), CAREFUL, monitor));
			assertEquals(before, Fixture.checksum(file));
			assertOnlyTheFile();
		}
	}

	@Test
	void leftoversOfAKilledProcessAreRemoved() throws IOException {
		editor.edit(file, new Hdf5Edit.Move(GROUP + "/roi", "/roi"), CAREFUL, NONE);
		NativeHdf5Editor killed = new NativeHdf5Editor(writer, (plan, cancelled) -> {
			for (Path left : List.of(plan.made(), plan.changed()))
				Files.createFile(left.resolveSibling(left.getFileName().toString().replace(".tmp", "0.tmp")));
			throw new IOException("killed");
		});
		assertInvalid(file, () -> killed.clean(file, CAREFUL, NONE), "killed");
		assertEquals(3, Fixture.names(directory).size());
		editor.clean(file, CAREFUL, NONE);
		assertOnlyTheFile();
	}

	@Test
	void aProcessOfItsOwnDoesTheSame() throws IOException {
		NativeHdf5Editor outside = new NativeHdf5Editor(writer);
		Map<String, String> before = contents(file);
		outside.edit(file, new Hdf5Edit.Move(GROUP + "/roi", "/new/roi"), CAREFUL, NONE);
		outside.wipe(file, List.of(), CAREFUL, NONE);
		Map<String, String> after = contents(file);
		assertEquals(before.get(GROUP + "/roi"), after.get("/new/roi"));
		assertFalse(after.containsKey(GROUP));
		assertScan();
		IMonitor stopped = new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(CancelledException.class, () -> outside.clean(file, CAREFUL, stopped));
		try (NativeFixture fixture = NativeFixture.reopen(file)) {
			fixture.put("/reference", H5T_STD_REF_OBJ_g(), Layout.contiguous(), new byte[8], 1);
		}
		assertInvalid(file, () -> outside.clean(file, CAREFUL, NONE), "/reference", "references");
		assertScan();
		assertOnlyTheFile();
	}

	@Test
	void referencesAreNotRewritten() throws IOException {
		try (NativeFixture fixture = NativeFixture.reopen(file)) {
			fixture.put("/reference", H5T_STD_REF_OBJ_g(), Layout.contiguous(), new byte[8], 1);
		}
		String before = Fixture.checksum(file);
		assertInvalid(file, () -> editor.clean(file, CAREFUL, NONE), "/reference", "references");
		assertEquals(before, Fixture.checksum(file));
		editor.edit(file, new Hdf5Edit.Move(GROUP, "/renamed"), CAREFUL, NONE);
		assertOnlyTheFile();
	}

	@Test
	void relativeNamesOfOtherFilesMustStayRight() throws IOException {
		try (NativeFixture fixture = NativeFixture.reopen(file)) {
			fixture.external("raw.h5", "/data", "/external");
		}
		Path elsewhere = Files.createDirectory(directory.resolve("elsewhere")).resolve("out.cxi");
		assertInvalid(elsewhere, () -> editor.clean(file, new EditOptions(Optional.of(elsewhere), false, false, false), NONE), "raw.h5");
		editor.clean(file, new EditOptions(Optional.of(directory.resolve("out.cxi")), false, false, false), NONE);
	}

	/** A copy in which one byte of a value, a name or an attribute is another must not pass. */
	@Test
	void theComparisonFindsEveryDifference() throws IOException {
		try (NativeFixture fixture = NativeFixture.reopen(file)) {
			fixture.attribute("/notes", "numbers", 1.25, 2.5);
			fixture.put("/small", H5T_STD_I32LE_g(), Layout.contiguous().inHeader(), new byte[] { 11, 22, 33, 44 }, 1);
		}
		byte[] bytes = Files.readAllBytes(file);
		for (byte[] mark : List.of(new byte[] { 0x60, (byte) 0xea, 0x61, (byte) 0xea }, "mine".getBytes(), "PXST Work".getBytes(),
				new byte[] { 0, 0, 0, 0, 0, 0, (byte) 0xf4, 0x3f }, new byte[] { 11, 22, 33, 44 }, "good_frames".getBytes())) {
			int at = find(bytes, mark);
			assertTrue(at > 0, new String(mark));
			Path copy = directory.resolve("copy.cxi");
			Files.write(copy, bytes);
			assertEquals(Optional.empty(), difference(copy));
			try (RandomAccessFile change = new RandomAccessFile(copy.toFile(), "rw")) {
				change.seek(at + mark.length - 1);
				change.write(mark[mark.length - 1] ^ 1);
			}
			assertTrue(difference(copy).isPresent(), new String(mark));
		}
	}

	private Optional<String> difference(Path copy) throws IOException {
		synchronized (NativeHdf5.LOCK) {
			NativeHdf5.load();
			try (NativeFile a = NativeFile.openShared(file); NativeFile b = NativeFile.openShared(copy)) {
				new FileComparison(a, b, LinkChange.none(), true, () -> false).compare();
				return Optional.empty();
			} catch (IOException e) {
				return Optional.of(e.getMessage());
			}
		}
	}

	private static int find(byte[] bytes, byte[] mark) {
		for (int at = 0; at + mark.length <= bytes.length; at++)
			if (Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length))
				return at;
		return -1;
	}

	@Test
	void whatWasNotMeantToChangeIsFound() throws IOException {
		Path copy = directory.resolve("copy.cxi");
		Files.copy(file, copy);
		try (NativeFixture fixture = NativeFixture.reopen(copy)) {
			fixture.remove(GROUP + "/roi");
		}
		assertTrue(difference(copy).orElseThrow().contains("roi"));
		Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
		try (NativeFixture fixture = NativeFixture.reopen(copy)) {
			fixture.hard(DATA, "/more");
		}
		assertTrue(difference(copy).orElseThrow().contains("/more"));
		assertArrayEquals(new String[] { "copy.cxi", "scan.cxi" }, Fixture.names(directory).toArray());
	}
}
