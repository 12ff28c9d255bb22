// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.InvalidDataException;

class MappingReaderTest {
	private final ProtocolLibrary library = new ProtocolLibrary();
	@TempDir
	Path directory;

	private Mapping read(String text) {
		return new MappingReader(library::mapping).read("p25.pxst", "p25.pxst", directory, text);
	}

	private static Expression only(Mapping mapping, Key key) {
		List<Expression> all = mapping.entry(key).orElseThrow().alternatives();
		assertEquals(1, all.size());
		return all.get(0);
	}

	private Expression only(String text) {
		Key key = Key.of(text.substring(0, text.indexOf('=')).strip()).orElseThrow();
		return only(read(text), key);
	}

	@Test
	void values() {
		for (String text : List.of("distance = 1.5 mm", "distance=1.5mm", "distance = 1.5 mm # from the log", "distance = 1.5 in mm",
				"distance = +15e-1mm")) {
			Expression e = only(text);
			assertArrayEquals(new double[] { 1.5 }, ((Place.Constant) e.place()).values());
			assertEquals(Unit.of("mm"), e.unit());
			assertEquals(1, e.factor());
		}
		assertEquals(Optional.empty(), only("distance = 1.5").unit());
		assertEquals(-2, only("x = pos.txt[1] in um * -2").factor());
		assertEquals(6, only("x = pos.txt[1] * 2 in um * 3").factor());
	}

	@Test
	void placesInFiles() {
		Place.InHdf5 place = (Place.InHdf5) only("data = \"run 1/*.h5\":/a/:NXdata/@signal as ss,fs,frame").place();
		assertEquals(Optional.of("run 1/*.h5"), place.file());
		assertEquals(List.of("a", ":NXdata", "@signal"), place.path().steps());
		assertEquals(List.of("ss", "fs", "frame"), only("data = a.h5:/b as ss,fs,frame").as());
		assertEquals(Optional.empty(), ((Place.InHdf5) only("data = /a/b").place()).file());
		assertEquals(Optional.empty(), ((Place.InHdf5) only("data = {sources}:/a/b").place()).file());
		assertEquals("/data/raw.h5", ((Place.InHdf5) only("data = /data/raw.h5:/a/b").place()).file().get());
		assertEquals("frames/*.tif", ((Place.InTiff) only("data = frames/*.tif").place()).file().get());
		assertEquals("/abs/*.TIFF", ((Place.InTiff) only("data = /abs/*.TIFF").place()).file().get());
		assertEquals(Optional.empty(), ((Place.InTiff) only("data = {sources}").place()).file());
	}

	@Test
	void tables() {
		Place.InTable place = (Place.InTable) only("translations = log.txt[sam x, 3] in um as y,-x").place();
		assertEquals("log.txt", place.file());
		assertEquals(List.of("sam x", "3"), place.columns());
		assertEquals(List.of(), ((Place.InTable) only("translations = /abs/log.txt").place()).columns());
		assertEquals("my log.txt", ((Place.InTable) only("x = \"my log.txt\"[2] in mm").place()).file());
	}

	@Test
	void alternatives() {
		List<Expression> all = read("distance = /a/b in mm | c.h5:/d | 3 mm").entry(Key.DISTANCE).orElseThrow().alternatives();
		assertEquals(3, all.size());
		assertEquals(Unit.of("mm"), all.get(0).unit());
		assertEquals(Optional.empty(), all.get(1).unit());
		assertEquals(List.of(), read("mask = none").entry(Key.MASK).orElseThrow().alternatives());
	}

	@Test
	void directionsAndFrames() {
		assertArrayEquals(new double[] { 0, -1, 0 }, ((Place.Constant) only("slow = -y").place()).values());
		assertArrayEquals(new double[] { 1, 0, 0 }, ((Place.Constant) only("fast = +x").place()).values());
		assertArrayEquals(new double[] { 0.5, 0, -1e-3 }, ((Place.Constant) only("fast = .5,0,-1e-3").place()).values());
		assertArrayEquals(new double[] { 0, 1, 2, 7, 9, 10 }, ((Place.Constant) only("frames = 0-2,7,9-10").place()).values());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '!', value = { "distance 0.5 m ! this is no line of a mapping file",
			"distanse = 0.5 m ! 'distanse' is no item of a scan; one of data, mask,", "distance = ! nothing is said here",
			"distance = 0.5 furlong ! 'furlong' is no unit", "distance = 0.5 m | ! nothing is said here",
			"distance = somewhere ! 'somewhere' is no place", "distance = /a/b into m ! 'into' makes no sense here",
			"distance = /a/b in ! something is missing after 'in'", "distance = /a/b * two ! 'two' is no factor",
			"data = \"a b.h5:/x ! a double quote is not closed", "x = pos.txt[1 ! a bracket is not closed",
			"frames = 5-3 ! does not ascend", "frames = 1,,2 ! is no frame or range",
			"data = a.h5:/x//y ! is no path inside a file", "based_on = spec ! there is no protocol 'spec'; there are cxi" })
	void mistakesNameTheLine(String line, String part) {
		String message = assertThrows(InvalidDataException.class, () -> read("# a comment\n\n" + line + "\nmask = none\n"))
				.getMessage();
		assertTrue(message.startsWith("p25.pxst:3: "), message);
		assertTrue(message.contains(part.strip()), message);
		assertEquals(1, message.lines().count());
	}

	@Test
	void saidTwice() {
		String message = assertThrows(InvalidDataException.class, () -> read("x = a.txt[1] in um\nx = a.txt[2] in um")).getMessage();
		assertTrue(message.startsWith("p25.pxst:2: ") && message.contains("was said before"), message);
	}

	@Test
	void basedOnAProtocol() {
		Mapping mapping = read("based_on = nexus\nslow = y\nwavelength = 1 angstrom\nx = a.txt[1] in um\n");
		assertArrayEquals(new double[] { 0, 1, 0 }, ((Place.Constant) only(mapping, Key.SLOW).place()).values());
		assertEquals(library.mapping("nexus").entry(Key.DISTANCE), mapping.entry(Key.DISTANCE));
		// what is said in one way takes away the other ways
		assertEquals(Optional.empty(), mapping.entry(Key.ENERGY));
		assertEquals(Optional.empty(), mapping.entry(Key.TRANSLATIONS));
		assertEquals(library.mapping("nexus").entry(Key.Y), mapping.entry(Key.Y));
	}

	@ParameterizedTest
	@ValueSource(strings = { "cxi", "eiger", "nexus", "tiff" })
	void protocolsAreSound(String name) {
		Mapping mapping = library.mapping(name);
		assertTrue(mapping.entry(Key.DATA).isPresent() && !mapping.detect().isEmpty());
	}

	@Test
	void noText() throws Exception {
		Path file = Files.write(directory.resolve("p.pxst"), new byte[] { (byte) 0xff, (byte) 0xfe, 0, 1 });
		String message = assertThrows(InvalidDataException.class, () -> new MappingReader(library::mapping).read(file)).getMessage();
		assertTrue(message.contains("no text in UTF-8"), message);
		Path large = Files.write(directory.resolve("q.pxst"), "# ".repeat(600_000).getBytes(StandardCharsets.UTF_8));
		assertThrows(InvalidDataException.class, () -> new MappingReader(library::mapping).read(large));
	}
}
