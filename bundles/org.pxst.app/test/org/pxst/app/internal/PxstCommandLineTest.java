// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.compute.ComputeRequest;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Geometry.DistanceFrom;
import org.pxst.core.scan.Roi;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiItem;
import org.pxst.io.cxi.CxiLink;
import org.pxst.io.cxi.CxiRecovery;
import org.pxst.processing.LoopSettings;
import org.pxst.processing.ReconstructionSettings;

class PxstCommandLineTest {
	private final FakeServices services = new FakeServices();

	@TempDir
	Path directory;

	private String input;
	private String output;

	@BeforeEach
	void makeInput() throws IOException {
		input = Files.writeString(directory.resolve("scan.cxi"), "a scan").toString();
		output = directory.resolve("result.cxi").toString();
	}

	@Test
	void versionAndHelp() {
		assertEquals(0, services.run("--version"));
		assertTrue(services.out().startsWith("pxst "), services.out());
		assertEquals(0, services.run("--help"));
		assertTrue(services.out().contains("reconstruct"), services.out());
		assertEquals("", services.err());
	}

	@ParameterizedTest
	@ValueSource(strings = { "info", "reconstruct", "recover", "simulate", "demo", "devices", "show", "write_h5",
			"h5_operations", "clean_cxi", "wipe_cxi", "export" })
	void everyCommandHasHelp(String command) {
		assertEquals(0, services.run(command, "--help"));
		assertTrue(services.out().contains("Usage: pxst " + command), services.out());
		assertTrue(services.out().contains("--debug"), services.out());
	}

	@Test
	void noCommandIsAUsageError() {
		assertEquals(2, services.run());
		assertTrue(services.err().startsWith("pxst: no command"), services.err());
	}

	@ParameterizedTest
	@ValueSource(strings = { "frobnicate", "info", "info a b", "reconstruct", "reconstruct a --output b --in-place",
			"reconstruct a --output b --roi 1,2,3", "reconstruct a --output b --good-frames x",
			"reconstruct a --output b --iterations 0", "reconstruct a --output b --iterations many",
			"reconstruct a --output b --tolerance -1", "reconstruct a --output b --search-window 2",
			"reconstruct a --output b --filter -1", "reconstruct a --output b --defocus 0",
			"reconstruct a --output b --distance-from lens", "reconstruct a --output b --path frames=/x",
			"reconstruct a --output b --path data=x", "reconstruct a --output b --group relative",
			"reconstruct a --output b --progress sometimes", "reconstruct a --device-memory lots",
			"reconstruct a --device-memory 0", "demo --device-memory 1.5g", "reconstruct a --backend", "reconstruct a --backend=",
			"devices a", "recover", "recover a b", "simulate a", "simulate a b --size huge" })
	void wrongUsageIsExitCodeTwoAndNothingHappens(String line) {
		assertEquals(2, services.run(line.split(" ")), line);
		assertTrue(services.err().startsWith("pxst: "), services.err());
		assertTrue(services.err().contains("--help"), services.err());
		assertNull(services.settings);
		assertEquals(List.of(), services.written);
	}

	@Test
	void reconstructsWithDefaults() {
		assertEquals(0, services.run("reconstruct", input, "--output", output), services.err());
		assertEquals(ReconstructionSettings.defaults(), services.settings);
		assertEquals(DistanceFrom.FOCUS, services.options.distanceFrom());
		assertArrayEquals(new int[] { 0, 1, 2, 3 }, services.goodFrames);
		assertEquals(List.of(Path.of(output)), services.written);
		assertEquals(List.of(), services.addedTo);
		assertTrue(services.out().contains("1.5000 mm (ss 2.0000, fs 1.0000)"), services.out());
		assertTrue(services.out().contains(output), services.out());
		assertTrue(services.err().contains("iteration 2: error 0.12500"), services.err());
	}

	@Test
	void optionsReachTheReconstruction() {
		assertEquals(0, services.run("reconstruct", input, "-o", output, "--path", "translations=/entry_1/t", "--path",
				"data=/d", "--distance-from", "sample", "--defocus", "3.6e-3", "--roi", "0,3,1,4", "--good-frames", "0-1,3",
				"--iterations", "7", "--tolerance", "1e-4", "--search-window", "9", "--filter", "2.5",
				"--no-pixel-map-refinement", "--no-whitefield-refinement", "--no-position-refinement", "--irrotational", "--progress", "none", "--backend", "java",
				"--device-memory", "512m"), services.err());
		assertEquals(Map.of(CxiItem.TRANSLATIONS, "/entry_1/t", CxiItem.DATA, "/d"), services.options.paths());
		assertEquals(DistanceFrom.SAMPLE, services.options.distanceFrom());
		assertEquals(OptionalDouble.of(3.6e-3), services.options.defocus());
		assertArrayEquals(new int[] { 0, 1, 3 }, services.goodFrames);
		assertEquals(new ReconstructionSettings(new LoopSettings(7, 1e-4, 9, 2.5, false, false, false, true),
				OptionalDouble.of(3.6e-3), Optional.of(new Roi(0, 3, 1, 4)), new ComputeRequest("java", OptionalLong.of(512 << 20))), services.settings);
		assertEquals("", services.err());
	}

	@Test
	void theVariableHoldsWithoutTheOption() {
		services.devices.variable = Optional.of("java");
		services.run("reconstruct", input, "--output", output);
		assertEquals("java", services.settings.compute().backEnd());
		services.run("reconstruct", input, "--output", output, "--backend", "auto");
		assertEquals("auto", services.settings.compute().backEnd());
		services.devices.variable = Optional.of("nonsense");
		services.written.clear();
		assertBadInput("PXST_BACKEND: no device 'nonsense'", "reconstruct", input, "--output", output);
	}

	@Test
	void anUnknownDeviceIsBadInput() {
		assertBadInput("no device 'xyz'; there are: ", "reconstruct", input, "--output", output, "--backend", "xyz");
		assertBadInput("no device 'xyz'; there are: ", "demo", "--directory", directory + "/demo", "--backend", "xyz");
		assertFalse(Files.exists(directory.resolve("demo")));
		assertNull(services.settings);
	}

	@Test
	void saysOnceWhyItIsJava() {
		services.devices.remarks.add("there is no driver; install one");
		services.run("reconstruct", input, "--output", output, "--progress", "none");
		assertEquals("", services.err());
		services.devices.there.remove(FakeDevices.GPU);
		services.run("reconstruct", input, "--output", output, "--progress", "none");
		assertEquals("pxst: computing in Java: there is no driver; install one\n", services.err());
		services.err.reset();
		services.run("reconstruct", input, "--output", output, "--progress", "none", "--backend", "java");
		assertEquals("", services.err());
	}

	@Test
	void theResultTellsWhereItIsFrom() {
		services.run("reconstruct", input, "--output", output);
		assertEquals("scan.cxi", text("input"));
		assertTrue(text("creator").startsWith("PXST Workbench "), text("creator"));
		assertEquals("pxst reconstruct " + input + " --output " + output, text("command"));
		assertEquals("Java, 2 threads", text("computed_on"));
		assertTrue(services.out().contains("computed on         Java, 2 threads\n"), services.out());
	}

	@Test
	void inPlaceAddsToTheInput() {
		assertEquals(0, services.run("reconstruct", input, "--in-place"), services.err());
		assertEquals(List.of(Path.of(input)), services.addedTo);
		assertEquals(List.of(Path.of(input)), services.givenBack);
		assertEquals(List.of(), services.written);
		assertEquals(List.of(), services.content.stream().filter(CxiLink.class::isInstance).toList());
	}

	@Test
	void infoTellsOfAResult() {
		services.results.add(Path.of(input));
		services.resultsHaveFrames = true;
		assertEquals(0, services.run("info", input), services.err());
		assertTrue(services.out().contains("in /speckle_tracking, by PXST Workbench 0"), services.out());
		assertTrue(services.out().contains("pxst ?[2J reconstruct"), services.out());
	}

	@Test
	void recoverSaysWhatWasDone() {
		assertEquals(0, services.run("recover", input));
		assertEquals("nothing to do\n", services.out());
		assertFalse(services.recoveryForced);
		services.recovery = new CxiRecovery(CxiRecovery.Outcome.REFUSED, input + ": was changed since");
		assertBadInput("was changed since", "recover", "--force", input);
		assertTrue(services.recoveryForced);
		assertBadInput("there is no such file", "recover", output);
	}

	@Test
	void aMissingInputIsBadInput() {
		assertBadInput("there is no such file", "reconstruct", directory.resolve("none.cxi").toString(), "--output", output);
		assertBadInput("there is no such file", "info", directory.resolve("none.cxi").toString());
		assertBadInput("is a directory", "info", directory.toString());
	}

	@Test
	void theInputIsNoOutputWhateverItIsCalled() throws IOException {
		Path hard = Files.createLink(directory.resolve("hard.cxi"), Path.of(input));
		Path soft = Files.createSymbolicLink(directory.resolve("soft.cxi"), Path.of(input));
		for (String name : List.of(input, hard.toString(), soft.toString(), directory + "/./scan.cxi"))
			assertBadInput("is the input file", "reconstruct", input, "--output", name);
		assertBadInput("is the input file", "reconstruct", input, "--overwrite", "--output", hard.toString());
		assertEquals("a scan", Files.readString(Path.of(input)));
	}

	@Test
	void anOutputPlaceThatDoesNotExistIsBadInput() {
		assertBadInput("does not exist", "reconstruct", input, "--output", directory + "/none/result.cxi");
		assertBadInput("is a directory", "reconstruct", input, "--output", directory.toString());
		assertBadInput("is a device", "reconstruct", input, "--output", "/dev/null");
		assertBadInput("is a device", "reconstruct", input, "--overwrite", "--output", "/dev/null");
		assertBadInput("cannot be made", "reconstruct", input, "--output", output, "--images", input);
	}

	@Test
	void aFileThatIsNoResultIsNotReplaced() throws IOException {
		Files.writeString(Path.of(output), "other data");
		assertBadInput("--overwrite", "reconstruct", input, "--output", output);
		services.results.add(Path.of(output));
		assertEquals(0, services.run("reconstruct", input, "--output", output), services.err());
	}

	@Test
	void overwriteReplacesAnyFile() throws IOException {
		Files.writeString(Path.of(output), "other data");
		assertEquals(0, services.run("reconstruct", input, "--overwrite", "--output", output), services.err());
		assertEquals(List.of(Path.of(output)), services.written);
	}

	@Test
	void simulateReplacesNothingUnasked() {
		assertBadInput("--overwrite", "simulate", input, output);
		assertBadInput("two files", "simulate", output, output);
		assertFalse(Files.exists(Path.of(output)));
	}

	@Test
	void framesAndRegionMustBeInsideTheScan() {
		assertBadInput("there are 4 frames", "reconstruct", input, "--output", output, "--good-frames", "0-4");
		assertBadInput("3 x 5", "reconstruct", input, "--output", output, "--roi", "0,4,0,5");
		assertNull(services.settings);
	}

	@Test
	void whatTheUserCanMendIsOneLineAndExitCodeThree() {
		services.failure = new InvalidDataException("scan.cxi: no\n  frames");
		assertBadInput("scan.cxi: no; frames", "reconstruct", input, "--output", output);
		services.failure = new CompletionException(new InvalidDataException("from another thread"));
		assertBadInput("from another thread", "reconstruct", input, "--output", output);
	}

	@Test
	void outOfMemorySaysWhatToDo() {
		services.failure = new OutOfMemoryError("Java heap space");
		assertBadInput("PXST_VMARGS", "reconstruct", input, "--output", output);
		services.failure = new IllegalStateException(new OutOfMemoryError("Java heap space"));
		assertBadInput("PXST_VMARGS", "reconstruct", input, "--output", output);
	}

	@Test
	void aBugIsExitCodeOneAndPointsToDebug() {
		services.failure = new IllegalStateException("broken");
		assertEquals(1, services.run("reconstruct", input, "--output", output));
		assertTrue(services.err().contains("internal error: java.lang.IllegalStateException: broken"), services.err());
		assertTrue(services.err().contains("--debug"), services.err());
		assertFalse(services.err().contains("\tat "), services.err());
		assertEquals(List.of(), services.written);
	}

	@Test
	void aCancelledLoopIsWrittenAndExitCode130() {
		services.cancelled = true;
		assertEquals(130, services.run("reconstruct", input, "--output", output));
		assertEquals(List.of(Path.of(output)), services.written);
		assertTrue(services.out().contains("interrupted"), services.out());
	}

	@Test
	void cancelledBeforeThereIsAResultWritesNothing() {
		services.failure = new CancelledException("make_mask");
		assertEquals(130, services.run("reconstruct", input, "--output", output));
		assertTrue(services.err().contains("nothing was written"), services.err());
		assertEquals(List.of(), services.written);
	}

	@Test
	void imagesAreDrawn() throws IOException {
		Path images = directory.resolve("new/images");
		assertEquals(0, services.run("reconstruct", input, "--output", output, "--images", images.toString()), services.err());
		try (var files = Files.list(images)) {
			assertTrue(files.anyMatch(f -> f.toString().endsWith(".png")));
		}
	}

	@Test
	void infoListsFindingsAndDerivedNumbers() {
		assertEquals(0, services.run("info", input), services.err());
		assertTrue(services.out().contains("/entry_1/data_1/data"), services.out());
		assertTrue(services.out().contains("12.3984 keV"), services.out());
		assertTrue(services.out().contains("3.000 x 5.000 um"), services.out());
		assertTrue(services.out().contains("0.300 x 0.500 mm"), services.out());
	}

	private String text(String path) {
		return services.content.stream().filter(d -> d.path().equals(path)).map(CxiDataset.class::cast).map(CxiDataset::values)
				.map(v -> ((String[]) v)[0]).findFirst().orElseThrow();
	}

	private void assertBadInput(String words, String... arguments) {
		services.err.reset();
		assertEquals(3, services.run(arguments), services.err());
		List<String> lines = services.err().lines().toList();
		assertEquals(1, lines.size(), services.err());
		assertTrue(lines.get(0).startsWith("pxst: ") && lines.get(0).contains(words), lines.get(0));
		assertEquals(List.of(), services.written);
		assertEquals(List.of(), services.addedTo);
	}
}
