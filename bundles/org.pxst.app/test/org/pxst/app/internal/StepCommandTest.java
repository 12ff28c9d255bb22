// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.core.CancelledException;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiDataset;

import sun.misc.Signal;

/** A step becomes a command, and what a user gives gets to it. */
class StepCommandTest {
	private final FakeServices services = new FakeServices();
	@TempDir
	Path directory;
	private Path scan;

	@BeforeEach
	void makeScan() throws IOException {
		scan = Files.createFile(directory.resolve("scan.cxi"));
	}

	private Map<String, String> given() {
		Map<String, String> given = new TreeMap<>();
		services.steps.request.given().forEach((key, value) -> given.put(key, value.value().text()));
		return given;
	}

	@Test
	void helpComesFromTheDeclarations() {
		assertEquals(ExitCode.OK, services.run("polish", "--help"));
		String help = services.out().replaceAll("\\s+", " ");
		for (String part : List.of("Polishes the result.", "--pressure=X How hard, in N, at least 0 and at most 10 (default: 2.5).",
				"--[no-]wet Whether to use water (default: True).",
				"--roi=SS0,SS1,FS0,FS1 Where (default: from roi, if it is there).", "--edge=round|sharp", "--wavelength=VALUE|PATH"))
			assertTrue(help.contains(part), part + " in " + help);
	}

	@Test
	void configurationWithAllDefaults() {
		assertEquals(ExitCode.OK, services.run("polish", "--write-config"));
		assertEquals("""
				# Polishes the result.
				[polish]
				pressure = 2.5 ;How hard, in N, at least 0 and at most 10
				wet = True ;Whether to use water
				roi = /speckle_tracking/roi ;Where

				[polish-advanced]
				edge = 'round' ;How the edges become, one of round, sharp
				""", services.out());
		assertNull(services.steps.request);
	}

	@Test
	void options() {
		assertEquals(ExitCode.OK, services.run("polish", scan.toString(), "--pressure", "3", "--no-wet", "--roi", "1,2,3,4", "--edge",
				"sharp", "--wavelength", "1e-10", "--data", "/frames", "--distance-from", "sample"), services.err());
		assertEquals("{data='/frames', distance_from='sample', edge='sharp', pressure=3, roi=(1, 2, 3, 4), wavelength=1.0e-10, wet=False}",
				given().toString());
		assertEquals("/speckle_tracking", services.steps.request.group());
	}

	@Test
	void aFlagSaysWhatItSays() {
		assertEquals(ExitCode.OK, services.run("polish", scan.toString(), "--wet"));
		assertEquals(Map.of("wet", "True"), given());
	}

	@Test
	void optionsBeforeAssignmentsBeforeFileBeforeNothing() throws IOException {
		Files.writeString(directory.resolve("polish.ini"), "[polish]\npressure = 1\nwet = False\n[polish-advanced]\nedge = sharp\n"
				+ "[sand]\nunknown = 3\n");
		assertEquals(ExitCode.OK, services.run("polish", scan.toString(), "--set", "pressure=4", "--set", "polish.wet=True", "--set",
				"sand.unknown=1", "--pressure", "7"));
		assertEquals("{edge='sharp', pressure=7, wet=True}", given().toString());
		assertTrue(services.err().contains("polish.ini"), services.err());
	}

	@Test
	void aNamedFileTakesThePlaceOfTheOneBeside() throws IOException {
		Files.writeString(directory.resolve("polish.ini"), "[polish]\npressure = 1\n");
		Path other = directory.resolve("other.ini");
		Files.writeString(other, "[polish]\nwet = False\n");
		assertEquals(ExitCode.OK, services.run("polish", scan.toString(), "-c", other.toString()));
		assertEquals(Map.of("wet", "False"), given());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "[polish]\\nunknown = 3|line 2: no parameter unknown", "[grind]\\nx = 3|line 1: [grind]",
			"x = 3|line 1: 'x = 3' comes before", "[polish]\\nwhat?|line 2: 'what?'",
			"[polish]\\nwet = True\\nwet = False|line 3: wet was given in line 2" })
	void mistakesInAFileNameFileAndLine(String text, String message) throws IOException {
		Path config = directory.resolve("my.ini");
		Files.writeString(config, text.replace("\\n", "\n"));
		assertEquals(ExitCode.BAD_INPUT, services.run("polish", scan.toString(), "-c", config.toString()));
		assertTrue(services.err().contains("my.ini, " + message), services.err());
		assertTrue(services.written.isEmpty() && services.addedTo.isEmpty());
	}

	@Test
	void theResultSaysWhereItIsFrom() {
		assertEquals(ExitCode.OK, services.run("polish", scan.toString(), "--pressure", "3"), services.err());
		assertEquals(List.of(scan), services.addedTo);
		CxiDataset shine = dataset("shine");
		assertEquals("polish", shine.attributes().get("step"));
		assertEquals("process_1", shine.attributes().get("process"));
		assertEquals("[polish]\npressure = 3\n", ((String[]) dataset("process_1/configuration").values())[0]);
		assertEquals("3", ((String[]) dataset("process_1/parameters/pressure").values())[0]);
		assertTrue(((String[]) dataset("process_1/command").values())[0].startsWith("pxst polish "));
		assertTrue(services.out().contains("shine               50 %"), services.out());
	}

	private CxiDataset dataset(String path) {
		for (CxiContent item : services.content)
			if (item.path().equals(path))
				return (CxiDataset) item;
		throw new AssertionError(path + " was not written");
	}

	@Test
	void theGroupOfAnOldFile() throws IOException {
		Path config = directory.resolve("polish.ini");
		Files.writeString(config, "[polish]\nh5_group = polish ;where\n");
		assertEquals(ExitCode.OK, services.run("polish", scan.toString()), services.err());
		assertTrue(services.out().contains("group /polish"), services.out());
		assertEquals("/speckle_tracking", services.steps.request.group());
		assertFalse(services.content.stream().anyMatch(item -> item.path().equals("polish/dust")));
		dataset("dust");
	}

	@Test
	void aGroupThatIsAssigned() {
		assertEquals(ExitCode.OK, services.run("polish", scan.toString(), "--set", "h5_group=/mine", "--pressure", "3"), services.err());
		assertTrue(services.out().contains("group /mine"), services.out());
		assertEquals(Map.of("pressure", "3"), given());
	}

	@Test
	void aCancelledStepWritesNothing() {
		services.steps.failure = new CancelledException("polish");
		assertEquals(ExitCode.INTERRUPTED, services.run("polish", scan.toString()));
		assertTrue(services.written.isEmpty() && services.addedTo.isEmpty());
		assertEquals(List.of(scan), services.givenBack);
	}

	@Test
	void whatAnInterruptedStepKeepsIsWrittenAndExitCode130() {
		services.steps.meanwhile = monitor -> {
			Signal.raise(new Signal("TERM"));
			while (!monitor.isCancelled())
				Thread.onSpinWait();
		};
		assertEquals(ExitCode.INTERRUPTED, services.run("polish", scan.toString()));
		assertEquals(List.of(scan), services.addedTo);
		assertTrue(services.out().contains("result              " + scan), services.out());
		assertTrue(services.err().contains("interrupted; stopping"), services.err());
	}

	@Test
	void noFile() {
		assertEquals(ExitCode.USAGE, services.run("polish"));
		assertTrue(services.err().contains("FILE"), services.err());
	}

	@Test
	void assignmentsThatAreNone() {
		assertEquals(ExitCode.BAD_INPUT, services.run("polish", scan.toString(), "--set", "pressure"));
		assertTrue(services.err().contains("--set pressure"), services.err());
		assertEquals(ExitCode.BAD_INPUT, services.run("polish", scan.toString(), "--set", "grind.x=3"));
		assertTrue(services.err().contains("no step grind"), services.err());
	}

	@Test
	void thereIsNothingToRunAgain() {
		assertEquals(ExitCode.BAD_INPUT, services.run("rerun", scan.toString()));
		assertTrue(services.err().contains("nothing that was run is recorded"), services.err());
	}
}
