// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An imported scan is reconstructed like the original, with the real services. */
class ImportWholeWayTest {
	private final TinyScan scan = new TinyScan();
	@TempDir
	Path directory;

	/** One grey image of 32-bit floats in one strip. */
	private static void tiff(Path file, float[] values, int from) throws IOException {
		int pixels = TinyScan.ROWS * TinyScan.COLUMNS;
		int[][] tags = { { 256, TinyScan.COLUMNS }, { 257, TinyScan.ROWS }, { 258, 32 }, { 259, 1 }, { 262, 1 },
				{ 273, 8 + 2 + 10 * 12 + 4 }, { 277, 1 }, { 278, TinyScan.ROWS }, { 279, 4 * pixels }, { 339, 3 } };
		ByteBuffer out = ByteBuffer.allocate(tags[5][1] + 4 * pixels).order(ByteOrder.LITTLE_ENDIAN);
		out.putShort((short) 0x4949).putShort((short) 42).putInt(8).putShort((short) tags.length);
		// a SHORT fills the first half of its place, and these are all small and little endian
		for (int[] tag : tags)
			out.putShort((short) tag[0]).putShort((short) (tag[1] > 0xffff ? 4 : 3)).putInt(1).putInt(tag[1]);
		out.putInt(0);
		out.asFloatBuffer().put(values, from, pixels);
		Files.write(file, out.array());
	}

	private static String defocus(Path file, Path result) throws InterruptedException {
		return Run.pxst("reconstruct", file, "--output", result, "--iterations", 1).succeeds().out().lines()
				.filter(line -> line.startsWith("defocus")).findFirst().orElseThrow();
	}

	@Test
	void tiffFilesAndATable() throws Exception {
		Path frames = Files.createDirectory(directory.resolve("frames"));
		StringBuilder table = new StringBuilder("# frame\tsamx (um)\tsamy (um)\n");
		double[] xyz = scan.doubles(TinyScan.TRANSLATION);
		for (int n = 0; n < TinyScan.COUNT; n++) {
			tiff(frames.resolve("f" + n + ".tif"), scan.frames(), n * TinyScan.ROWS * TinyScan.COLUMNS);
			table.append(String.format(Locale.ROOT, "%d\t%.12g\t%.12g%n", n, 1e6 * xyz[3 * n], 1e6 * xyz[3 * n + 1]));
		}
		Path log = Files.writeString(directory.resolve("log.txt"), table);
		Path imported = directory.resolve("imported.cxi");
		Run.pxst("import", frames, "-o", imported).isBadInput("no detector distance", "--set distance='VALUE UNIT'");
		assertFalse(Files.exists(imported));
		Path mapping = Files.writeString(directory.resolve("beamline.pxst"), """
				based_on     = tiff
				distance     = %s m
				x_pixel_size = 55 um
				y_pixel_size = 55 um
				wavelength   = %s m
				fast         = x
				translations = log.txt[samx,samy]
				""".formatted(scan.doubles(TinyScan.DISTANCE)[0], scan.doubles(TinyScan.WAVELENGTH)[0]));
		Run run = Run.pxst("import", frames, "-o", imported, "--protocol", mapping).succeeds();
		assertTrue(run.out().contains("25 frames of 96 x 128 in " + imported + ", copied: TIFF files cannot be linked"), run.out());
		assertEquals(defocus(scan.write(directory.resolve("scan.cxi")), directory.resolve("a.cxi")),
				defocus(imported, directory.resolve("b.cxi")));
		assertTrue(Files.exists(log));
	}

	@Test
	void aLinkedScanLeavesTheSourceAlone() throws Exception {
		Path source = scan.write(directory.resolve("scan.cxi"));
		byte[] before = Files.readAllBytes(source);
		Path imported = directory.resolve("imported.cxi");
		Run.pxst("import", source, "-o", source, "--overwrite").isBadInput("was not made by pxst import");
		Run run = Run.pxst("import", source, "-o", imported).succeeds();
		assertTrue(run.out().contains("linked, not copied; protocol cxi"), run.out());
		assertEquals(defocus(source, directory.resolve("a.cxi")), defocus(imported, directory.resolve("b.cxi")));
		assertArrayEquals(before, Files.readAllBytes(source));
		Run.pxst("import", source, "-o", imported).isBadInput("--overwrite");
		Run.pxst("import", source, "-o", imported, "--overwrite").succeeds();
	}
}
