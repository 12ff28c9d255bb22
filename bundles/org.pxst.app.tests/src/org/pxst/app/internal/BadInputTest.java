// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong: one line, exit code 3, nothing under the output's name, the input as it was. */
class BadInputTest {
	private static TinyScan scan;

	@TempDir
	Path directory;

	private Path input;
	private Path output;
	private byte[] before;

	@BeforeAll
	static void simulate() {
		scan = new TinyScan();
	}

	@BeforeEach
	void name() {
		input = directory.resolve("scan.cxi");
		output = directory.resolve("result.cxi");
	}

	@AfterEach
	void nothingIsLeftBehind() throws IOException, NoSuchAlgorithmException {
		assertFalse(Files.exists(output));
		assertArrayEquals(before, checksum());
		try (var files = Files.list(directory)) {
			assertEquals(List.of(input), files.filter(f -> !Files.isDirectory(f)).toList());
		}
	}

	@Test
	void notHdf5() throws Exception {
		Files.writeString(input, "ceci n'est pas un CXI\n".repeat(1000));
		refuses("scan.cxi");
		assertEquals(3, Run.pxst("info", input).code());
	}

	@Test
	void empty() throws Exception {
		Files.createFile(input);
		refuses("scan.cxi");
	}

	@Test
	void truncated() throws Exception {
		byte[] whole = Files.readAllBytes(scan.write(input));
		Files.write(input, Arrays.copyOf(whole, whole.length / 2));
		refuses("scan.cxi");
	}

	@Test
	void noFrames() throws Exception {
		scan.writeWithout(input, TinyScan.FRAMES);
		refuses("scan.cxi");
		Run.pxst("info", input).isBadInput("scan.cxi");
	}

	@Test
	void framesOfTheWrongRank() throws Exception {
		scan.writeWith(input, TinyScan.dataset(TinyScan.FRAMES, new float[96 * 128], 96, 128));
		refuses("scan.cxi", TinyScan.FRAMES, "96");
	}

	@Test
	void framesThatAreNotANumber() throws Exception {
		float[] frames = scan.frames();
		Arrays.fill(frames, Float.NaN);
		scan.writeWith(input, TinyScan.dataset(TinyScan.FRAMES, frames, TinyScan.COUNT, TinyScan.ROWS, TinyScan.COLUMNS));
		refuses("scan.cxi");
	}

	@Test
	void negativeFrames() throws Exception {
		float[] frames = scan.frames();
		for (int k = 0; k < frames.length; k++)
			frames[k] = -frames[k] - 1;
		scan.writeWith(input, TinyScan.dataset(TinyScan.FRAMES, frames, TinyScan.COUNT, TinyScan.ROWS, TinyScan.COLUMNS));
		refuses("scan.cxi");
	}

	@Test
	void oneFrame() throws Exception {
		int pixels = TinyScan.ROWS * TinyScan.COLUMNS;
		scan.writeWith(input,
				TinyScan.dataset(TinyScan.FRAMES, Arrays.copyOf(scan.frames(), pixels), 1, TinyScan.ROWS, TinyScan.COLUMNS),
				TinyScan.dataset(TinyScan.TRANSLATION, Arrays.copyOf(scan.doubles(TinyScan.TRANSLATION), 3), 1, 3),
				TinyScan.dataset(TinyScan.BASIS, Arrays.copyOf(scan.doubles(TinyScan.BASIS), 6), 1, 2, 3));
		refuses("scan.cxi");
	}

	@Test
	void noPositions() throws Exception {
		scan.writeWithout(input, TinyScan.TRANSLATION);
		refuses("scan.cxi", "translations");
		Run.pxst("info", input).isBadInput("translations");
	}

	@Test
	void positionsOfAnotherLength() throws Exception {
		scan.writeWith(input,
				TinyScan.dataset(TinyScan.TRANSLATION, Arrays.copyOf(scan.doubles(TinyScan.TRANSLATION), 24 * 3), 24, 3));
		refuses("scan.cxi", TinyScan.TRANSLATION, "24");
	}

	@Test
	void noWavelength() throws Exception {
		scan.writeWith(input, TinyScan.dataset(TinyScan.WAVELENGTH, new double[1]),
				TinyScan.dataset(TinyScan.ENERGY, new double[1]));
		refuses("scan.cxi", TinyScan.WAVELENGTH);
	}

	@Test
	void noDistance() throws Exception {
		scan.writeWith(input, TinyScan.dataset(TinyScan.DISTANCE, new double[1]));
		refuses("scan.cxi", TinyScan.DISTANCE);
	}

	@Test
	void aMaskThatKillsEverything() throws Exception {
		scan.writeWith(input, TinyScan.dataset(TinyScan.MASK, new boolean[TinyScan.ROWS * TinyScan.COLUMNS], TinyScan.ROWS,
				TinyScan.COLUMNS));
		refuses("scan.cxi");
	}

	@Test
	void aRegionOutsideTheFrame() throws Exception {
		scan.write(input);
		refusesWith(List.of("scan.cxi", "96 x 128"), "--roi", "0,97,0,128");
	}

	@Test
	void framesThatAreNotThere() throws Exception {
		scan.write(input);
		refusesWith(List.of("scan.cxi", "25"), "--good-frames", "0-25");
	}

	@Test
	void anItemThatIsNotWhereTheUserSays() throws Exception {
		scan.write(input);
		refusesWith(List.of("scan.cxi", "/nowhere"), "--path", "translations=/nowhere");
	}

	@Test
	void anOutputDirectoryThatIsMissing() throws Exception {
		scan.write(input);
		before = checksum();
		Run.pxst("reconstruct", input, "--output", directory.resolve("none/result.cxi")).isBadInput("none", "does not exist");
	}

	@Test
	void anOutputDirectoryThatTakesNoFiles() throws Exception {
		scan.write(input);
		before = checksum();
		Run.pxst("reconstruct", input, "--output", "/proc/result.cxi").isBadInput("/proc");
	}

	@Test
	void theOutputIsTheInput() throws Exception {
		scan.write(input);
		before = checksum();
		Run.pxst("reconstruct", input, "--output", input).isBadInput("scan.cxi", "is the input file");
	}

	@Test
	void tooLittleToReconstruct() throws Exception {
		scan.write(input);
		refusesWith(List.of("scan.cxi"), "--good-frames", "3");
	}

	private void refuses(String... words) throws Exception {
		refusesWith(List.of(words));
	}

	private void refusesWith(List<String> words, String... options) throws Exception {
		before = checksum();
		Object[] arguments = new Object[4 + options.length];
		arguments[0] = "reconstruct";
		arguments[1] = input;
		arguments[2] = "--output";
		arguments[3] = output;
		System.arraycopy(options, 0, arguments, 4, options.length);
		Run.pxst(arguments).isBadInput(words.toArray(String[]::new));
	}

	private byte[] checksum() throws IOException, NoSuchAlgorithmException {
		return MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(input));
	}
}
