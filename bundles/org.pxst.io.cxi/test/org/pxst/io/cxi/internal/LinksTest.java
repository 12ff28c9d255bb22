// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5T_STD_U16LE_g;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.io.cxi.internal.NativeFixture.Layout;

/** Links lead where they should, into other files too, and those that lead nowhere or in circles end with a line. */
class LinksTest {
	@TempDir
	Path directory;
	private Path file;

	@BeforeEach
	void name() {
		file = directory.resolve("scan.h5");
	}

	private static byte[] number(int value) {
		return NativeFixture.bytes(2, b -> b.putShort((short) value));
	}

	private static void put(NativeFixture hdf, String path, int value) {
		hdf.put(path, H5T_STD_U16LE_g(), Layout.contiguous(), number(value));
	}

	private static Optional<Double> value(Hdf5File hdf, String path) {
		return hdf.dataset(path).map(dataset -> dataset.doubles()[0]);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void otherFiles(boolean latest) throws IOException {
		Path below = Files.createDirectory(directory.resolve("below"));
		try (NativeFixture hdf = new NativeFixture(below.resolve("one.h5"), latest, 512)) {
			put(hdf, "/a/b", 1);
			hdf.external("../two.h5", "/c", "/next").external("two.h5", "/c", "/wrong").soft("b", "/a/soft");
		}
		try (NativeFixture hdf = new NativeFixture(directory.resolve("two.h5"), latest, 0)) {
			put(hdf, "/c/d", 2);
			hdf.external("scan.h5", "/home", "/c/back");
		}
		try (NativeFixture hdf = new NativeFixture(file, latest, 0)) {
			put(hdf, "/home/e", 3);
			hdf.external("below/one.h5", "/a", "/relative").external(below.resolve("one.h5").toString(), "/", "/absolute")
					.external("/no/such/directory/two.h5", "/c/d", "/moved").external("gone.h5", "/x", "/gone")
					.external("two.h5", "/x", "/nothing").external("text.h5", "/x", "/text");
		}
		Files.writeString(directory.resolve("text.h5"), "no HDF5 at all");
		try (Hdf5File hdf = new Hdf5File(file)) {
			assertEquals(Optional.of(1.0), value(hdf, "/relative/b"));
			assertEquals(Optional.of(1.0), value(hdf, "/relative/soft"));
			assertEquals(Optional.of(1.0), value(hdf, "/absolute/a/b"));
			assertEquals(Optional.of(2.0), value(hdf, "/absolute/next/d"));
			assertEquals(Optional.of(3.0), value(hdf, "/absolute/next/back/e"));
			assertEquals(Optional.of(2.0), value(hdf, "/moved"));
			assertEquals(List.of("b", "soft"), hdf.children("/relative").stream().sorted().toList());
			assertEquals(below.resolve("one.h5").toRealPath(), hdf.dataset("/relative/b").orElseThrow().home());
			assertEquals(hdf.dataset("/home/e").orElseThrow().object(),
					hdf.dataset("/absolute/next/back/e").orElseThrow().object());
			assertTrue(hdf.unreadable().isEmpty(), hdf.unreadable().toString());
			for (String path : List.of("/gone", "/nothing", "/text", "/absolute/wrong"))
				assertFalse(hdf.dataset(path).isPresent());
			assertEquals(List.of("link /gone to gone.h5:/x cannot be followed: there is no such file",
					"link /nothing to two.h5:/x cannot be followed: there is no /x in that file",
					"link /text to text.h5:/x cannot be followed: is not an HDF5 file; CXI files are HDF5",
					"link /absolute/wrong to two.h5:/c cannot be followed: there is no such file"), hdf.unreadable());
		}
	}

	@Test
	void circles() {
		try (NativeFixture hdf = new NativeFixture(directory.resolve("two.h5"))) {
			hdf.external("scan.h5", "/there", "/back");
		}
		try (NativeFixture hdf = new NativeFixture(file)) {
			put(hdf, "/sound", 1);
			hdf.soft("/b", "/a").soft("/a", "/b").soft("self", "/self").external("two.h5", "/back", "/there");
			hdf.group("/round").hard("/round", "/round/again");
			// each link leads through the next one twice
			hdf.hard("/", "/top");
			for (int k = 0; k < 40; k++)
				hdf.soft("/twice" + (k + 1) + "/top/twice" + (k + 1), "/twice" + k);
			hdf.soft("/", "/twice40");
		}
		try (Hdf5File hdf = new Hdf5File(file)) {
			for (String path : List.of("/a", "/self", "/there", "/twice0"))
				assertFalse(hdf.dataset(path).isPresent());
			assertTrue(hdf.unreadable().toString().contains("links in a circle"), hdf.unreadable().toString());
			assertEquals(Optional.of(1.0), value(hdf, "/sound"));
			assertEquals(Optional.of(1.0), value(hdf, "/top/top/sound"));
			assertTrue(hdf.isGroup("/round/again/again"));
			assertTrue(new ItemLocator(hdf, Map.of()).stacks().isEmpty());
		}
	}

	/** A group, a data set or a link that is damaged hides nothing else. */
	@Test
	void oneDamagedObject() throws IOException {
		long address;
		try (NativeFixture hdf = new NativeFixture(file)) {
			put(hdf, "/entry/a", 1);
			put(hdf, "/entry/b", 2);
			put(hdf, "/entry/c", 3);
		}
		try (Hdf5File hdf = new Hdf5File(file)) {
			address = hdf.dataset("/entry/b").orElseThrow().address();
		}
		byte[] bytes = Files.readAllBytes(file);
		bytes[(int) address] = 99;
		Files.write(file, bytes);
		try (Hdf5File hdf = new Hdf5File(file)) {
			assertEquals(List.of("a", "b", "c"), hdf.children("/entry"));
			assertEquals(Optional.of(1.0), value(hdf, "/entry/a"));
			assertFalse(hdf.dataset("/entry/b").isPresent());
			assertEquals(Optional.of(3.0), value(hdf, "/entry/c"));
			assertEquals(1, hdf.unreadable().size());
			assertTrue(hdf.unreadable().get(0).startsWith("/entry/b cannot be read: "), hdf.unreadable().toString());
		}
	}

	/** Attributes are in the header, or, when there are many, in a heap. One that cannot be read hides no other. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void attributes(boolean latest) {
		try (NativeFixture hdf = new NativeFixture(file, latest, 0)) {
			put(hdf, "/few", 1);
			hdf.attribute("/few", "vector", 1, 0, -2).attribute("/few", "number", 7).group("/many");
			for (int k = 0; k < 40; k++)
				hdf.attribute("/many", "attribute_" + k, k);
			if (latest)
				hdf.attribute("/many", "large", new double[6000]);
		}
		try (Hdf5File hdf = new Hdf5File(file)) {
			Map<String, Object> few = hdf.attributes("/few");
			assertEquals(List.of("number", "vector"), few.keySet().stream().sorted().toList());
			assertArrayEquals(new double[] { 1, 0, -2 }, (double[]) few.get("vector"));
			assertEquals(7.0, few.get("number"));
			Map<String, Object> many = hdf.attributes("/many");
			for (int k = 0; k < 40; k++)
				assertEquals((double) k, many.get("attribute_" + k));
			assertTrue(hdf.attributes("/nowhere").isEmpty());
			assertTrue(hdf.attributes("/").isEmpty());
		}
	}

	/** Opening a pipe would wait for somebody to write into it. */
	@Test
	void aPipe() throws IOException, InterruptedException {
		Path pipe = directory.resolve("pipe.h5");
		int made;
		try {
			made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
		} catch (IOException e) {
			made = -1;
		}
		assumeTrue(made == 0, "the system has no pipes with names");
		try (NativeFixture hdf = new NativeFixture(file)) {
			hdf.external("pipe.h5", "/x", "/pipe");
		}
		Fixture.assertInvalid(pipe, () -> Fixture.open(pipe), "is not a file");
		try (Hdf5File hdf = new Hdf5File(file)) {
			assertFalse(hdf.dataset("/pipe").isPresent());
			assertTrue(hdf.unreadable().get(0).contains("is not a file"), hdf.unreadable().toString());
		}
	}

	/** What links lead to is never written: the directory has the same files with the same bytes and times afterwards. */
	@Test
	void nothingIsWritten() throws IOException {
		try (NativeFixture hdf = new NativeFixture(directory.resolve("two.h5"))) {
			put(hdf, "/x", 2);
		}
		try (NativeFixture hdf = new NativeFixture(file)) {
			hdf.external("two.h5", "/x", "/x").external("new.h5", "/x", "/y");
		}
		List<String> names = Fixture.names(directory);
		String before = Fixture.checksum(directory.resolve("two.h5"));
		FileState state = FileState.of(directory.resolve("two.h5"));
		try (Hdf5File hdf = new Hdf5File(file)) {
			assertEquals(Optional.of(2.0), value(hdf, "/x"));
			assertFalse(hdf.dataset("/y").isPresent());
		}
		assertEquals(names, Fixture.names(directory));
		assertEquals(before, Fixture.checksum(directory.resolve("two.h5")));
		assertEquals(state, FileState.of(directory.resolve("two.h5")));
	}
}
