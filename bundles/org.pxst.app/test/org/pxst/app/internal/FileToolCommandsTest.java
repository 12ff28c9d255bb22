// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.io.cxi.tools.EditOptions;
import org.pxst.io.cxi.tools.ExportRequest;
import org.pxst.io.cxi.tools.ExportRequest.Format;

class FileToolCommandsTest {
	private final FakeServices services = new FakeServices();
	private final FakeFileTools tools = services.fileTools;

	@TempDir
	Path directory;

	private String file;

	@BeforeEach
	void makeFile() throws IOException {
		file = Files.writeString(directory.resolve("scan.cxi"), "a scan").toString();
	}

	private String run(String... arguments) {
		services.out.reset();
		services.err.reset();
		assertEquals(0, services.run(arguments), services.err());
		return services.out();
	}

	private void assertRefused(int code, String part, String... arguments) {
		services.err.reset();
		assertEquals(code, services.run(arguments), services.err());
		assertTrue(services.err().startsWith("pxst: ") && services.err().contains(part), services.err());
	}

	@Test
	void showsTheTree() {
		String tree = run("show", file);
		assertTrue(tree.startsWith("/\n  a/\n    image"), tree);
		assertTrue(tree.contains("float64 (3, 4)  96 B"), tree);
		assertTrue(tree.contains("= 2.5 m"), tree);
		assertTrue(tree.contains("-> raw.h5:/data  ! there is no such file"), tree);
		assertFalse(tree.contains("\u001b"), "text in the file steers the terminal");
		assertFalse(tree.contains("@units"), tree);
		assertTrue(run("show", "-a", file + "/a").contains("      @units = \"m\""), services.out());
	}

	@Test
	void showsSmallDataInFullAndLargeDataByItsEnds() {
		assertTrue(run("show", file + "/a/image").endsWith("[[0.0 1.0 2.0 3.0]\n [4.0 5.0 6.0 7.0]\n [8.0 9.0 10.0 11.0]]\n"), services.out());
		String large = run("show", file + "/a/large");
		assertTrue(large.contains("[[0.0 1.0 2.0 ... 97.0 98.0 99.0]\n"), large);
		assertTrue(large.contains("\n ...\n"), large);
		assertTrue(large.endsWith("[4900.0 4901.0 4902.0 ... 4997.0 4998.0 4999.0]]\n"
				+ "5000 elements, min 0, max 4999, mean 2499.500, 2 nan\n"), large);
		assertTrue(run("show", file + "/a/large", "--full").contains("[2500.0 "), services.out());
		assertTrue(run("show", file + "/a/text").endsWith("a ?[2J text\n"), services.out());
		assertTrue(run("show", file + "/a/number").endsWith("2.5\n"), services.out());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "image[1] | [4.0 5.0 6.0 7.0]", "image[1,2] | 6.0", "image[:2,1:3] | [[1.0 2.0]# [5.0 6.0]]",
			"image[-1,-2:] | [10.0 11.0]", "image[0,::2] | [0.0 2.0]", "stack[2,3] | [55.0 56.0 57.0 58.0 59.0]" })
	void showsSlices(String path, String expected) {
		assertTrue(run("show", file + "/a/" + path).endsWith("\n" + expected.replace("#", "\n") + "\n"), services.out());
	}

	@ParameterizedTest
	@ValueSource(strings = { "image[3]", "image[0,0,0]", "image[x]", "image[2:2]", "image[-4]", "image[0,,]", "image[::0]", "[1]", "nothing" })
	void slicesThatSelectNothingAreRefused(String path) {
		assertRefused(3, "", "show", file + "/a/" + path);
		assertEquals(1, services.err().lines().count(), services.err());
	}

	@Test
	void pathsAreTakenApartAtTheLongestFileName() throws IOException {
		Path odd = Files.writeString(Files.createDirectory(directory.resolve("a.cxi")).resolve("b[1].h5"), "x");
		assertEquals(new InsideFile(odd, "/", Optional.empty()), InsideFile.existing(odd.toString()));
		assertEquals(new InsideFile(odd, "/c/d", Optional.of("1,2")), InsideFile.existing(odd + "//c/d/[1,2]"));
		assertEquals(new InsideFile(directory.resolve("new.h5"), "/x.h5/y", Optional.empty()),
				InsideFile.existingOrNew(directory + "/new.h5/x.h5/y"));
		assertRefused(3, "no such file", "show", directory + "/missing.h5/a");
		assertRefused(3, "a directory", "show", directory.toString());
		assertRefused(3, "no such file", "write_h5", directory + "/missing/a", "3");
	}

	@ParameterizedTest
	@ValueSource(strings = { "image", "large[3]", "positions", "stack", "stack[1]" })
	void drawsPictures(String path) throws IOException {
		Path png = directory.resolve("out.png");
		assertTrue(run("show", file + "/a/" + path, "--png", png.toString()).startsWith(png.toString()), services.out());
		BufferedImage image = ImageIO.read(png.toFile());
		assertTrue(image.getWidth() > 300 && image.getHeight() > 300);
		assertTrue(!path.equals("stack") || services.out().contains("frame 1"), services.out());
	}

	@Test
	void onlyNumbersAreDrawn() {
		Path png = directory.resolve("out.png");
		assertRefused(3, "only numbers", "show", file + "/a/text", "--png", png.toString());
		assertRefused(3, "no data set", "show", file, "--png", png.toString());
		assertFalse(Files.exists(png));
	}

	@Test
	void writesLiteralsAndFiles() throws IOException {
		assertTrue(run("write_h5", file + "/g/roi", "[[1, 2], [3, 4]]", "--units", "pixel").contains("int64 (2, 2) written"), services.out());
		assertEquals("/g/roi", tools.written.path());
		assertArrayEquals(new int[] { 2, 2 }, tools.written.shape());
		assertArrayEquals(new long[] { 1, 2, 3, 4 }, (long[]) tools.written.values());
		assertEquals(Map.of("units", "pixel"), tools.written.attributes());
		run("write_h5", file + "/g/roi", "1e-3", "--dtype", "float32", "--overwrite", "--force");
		assertArrayEquals(new float[] { 1e-3f }, (float[]) tools.written.values());
		assertEquals(new EditOptions(Optional.empty(), true, true, false), tools.options);
		run("write_h5", file + "/g/roi", "--", "-1.5");
		assertArrayEquals(new double[] { -1.5 }, (double[]) tools.written.values());
		run("write_h5", file + "/g/roi", "--from", "in.npy", "--dry-run");
		assertArrayEquals(new int[] { 1, 2 }, (int[]) tools.written.values());
		assertTrue(tools.options.dryRun());
	}

	@Test
	void wrongValuesAreRefused() {
		assertRefused(3, "character 5: ", "write_h5", file + "/x", "[1, x]");
		assertRefused(3, "no value", "write_h5", file + "/x", "__import__('os').getcwd()");
		assertRefused(3, "FILE/path", "write_h5", file, "3");
		assertRefused(3, "no value of type uint8", "write_h5", file + "/x", "300", "--dtype", "uint8");
		assertRefused(2, "either", "write_h5", file + "/x");
		assertRefused(2, "either", "write_h5", file + "/x", "3", "--from", "a.npy");
		assertRefused(2, "complex", "write_h5", file + "/x", "3", "--dtype", "complex");
		assertNull(tools.written);
	}

	@Test
	void operationsReachTheEditor() {
		assertTrue(run("h5_operations", "rm", file + "/a", "/b").contains("removed /gone"), services.out());
		assertTrue(services.out().contains("1.0 kB, was 2.5 MB"), services.out());
		run("h5_operations", "mv", file + "/a", file + "/b", "--force", "--overwrite");
		assertEquals(new EditOptions(Optional.empty(), true, true, false), tools.options);
		run("h5_operations", "cp", file + "/a", "/b/c", "-o", "out.cxi");
		assertEquals(new EditOptions(Optional.of(Path.of("out.cxi")), false, false, false), tools.options);
		assertEquals(List.of("scan.cxi Remove[paths=[/a, /b]]", "scan.cxi Move[from=/a, to=/b]", "scan.cxi Copy[from=/a, to=/b/c]"),
				tools.calls);
		assertTrue(run("h5_operations", "rm", file + "/a", "--dry-run").contains("would remove /gone"), services.out());
		assertTrue(services.out().contains("nothing was changed"), services.out());
	}

	@Test
	void cleaningAndWiping() {
		run("clean_cxi", file);
		run("wipe_cxi", file);
		run("wipe_cxi", file, "--keep", "/entry_1", "--keep", "/notes", "--force");
		assertEquals(List.of("scan.cxi clean", "scan.cxi wipe []", "scan.cxi wipe [/entry_1, /notes]"), tools.calls);
		assertTrue(tools.options.force());
	}

	@Test
	void wrongOperationsAreRefused() {
		assertRefused(2, "two paths", "h5_operations", "mv", file + "/a");
		assertRefused(2, "", "h5_operations", "ln", file + "/a", "/b");
		assertRefused(2, "", "h5_operations", "rm");
		assertRefused(3, "no place in", "h5_operations", "cp", file + "/a", "other.cxi/b");
		assertRefused(3, "part of a data set", "h5_operations", "rm", file + "/a[0]");
		assertRefused(3, "no such file", "clean_cxi", directory + "/missing.cxi");
		assertRefused(2, "", "wipe_cxi", file, "--keep", "entry_1");
		assertEquals(List.of(), tools.calls);
	}

	@Test
	void theFileThatIsReadIsNeverReplaced() throws IOException {
		Path link = Files.createSymbolicLink(directory.resolve("link.cxi"), Path.of(file));
		for (String output : List.of(file, link.toString())) {
			assertRefused(3, "is the file that is read", "export", file, "-o", output, "--overwrite");
			assertRefused(3, "is the file that is read", "report", file, "-o", output, "--overwrite");
			assertRefused(3, "is the file that is read", "show", file + "/a/image", "--png", output);
		}
		assertEquals("a scan", Files.readString(Path.of(file)));
	}

	@Test
	void exports() {
		assertEquals("out.nxs\n", run("export", file, "-o", "out.nxs"));
		assertEquals(new ExportRequest(Path.of(file), "/speckle_tracking", List.of(), Format.NEXUS, Path.of("out.nxs"), false), tools.request);
		run("export", file, "-o", "dir", "--format", "tiff", "--datasets", "phase,/a/image", "--group", "/g", "--overwrite");
		assertEquals(new ExportRequest(Path.of(file), "/g", List.of("phase", "/a/image"), Format.TIFF, Path.of("dir"), true), tools.request);
		assertRefused(2, "--output", "export", file);
		assertRefused(2, "format", "export", file, "-o", "x", "--format", "png");
	}

	@ParameterizedTest
	@CsvSource({ "0.1, false, 0.1", "1e-9, false, 1e-9", "-2.5e20, false, -2.5e20", "NaN, false, nan", "0, false, 0.0", "4.4e-8, false, 4.4e-8",
			"123456789, false, 123456789.0", "0.0001, false, 0.0001" })
	void numbersAreShort(double value, boolean isFloat, String expected) {
		assertEquals(expected, PrintableText.number(value, isFloat));
	}

	@Test
	void floatsHaveTheirOwnDigits() {
		assertEquals("0.1", PrintableText.number(0.1f, true));
		assertEquals("999 B", PrintableText.bytes(999));
		assertEquals("1.0 kB", PrintableText.bytes(1000));
		assertEquals("1.0 GB", PrintableText.bytes(999_960_000));
	}

	@Test
	void aTextOfSeveralLinesKeepsThem() {
		assertTrue(run("show", file + "/a/lines").contains("[zernike]\norders = 15\n"));
	}

	@Test
	void aPictureReplacesNothingButAPicture() throws IOException {
		Path other = Files.writeString(directory.resolve("other.cxi"), "raw data");
		assertEquals(ExitCode.BAD_INPUT, services.run("show", file + "/a/image", "--png", other.toString()));
		assertTrue(services.err().contains("is no picture"), services.err());
		assertEquals("raw data", Files.readString(other));
		Path picture = directory.resolve("a.png");
		assertEquals(ExitCode.OK, services.run("show", file + "/a/image", "--png", picture.toString()), services.err());
		assertEquals(ExitCode.OK, services.run("show", file + "/a/image", "--png", picture.toString()), services.err());
	}
}
