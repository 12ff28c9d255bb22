// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.compute.ComputeRequest;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.Dict;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.Text;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.processing.run.CommandLineText;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.run.PipelineStep;
import org.pxst.processing.run.Target;
import org.pxst.processing.step.GivenValue;

/** {@code pxst run}: the steps of a configuration file in a row; and command lines that do what a request does. */
class RunCommandTest {
	private final FakeServices services = new FakeServices();
	@TempDir
	Path directory;
	private Path scan;
	private Path pipeline;

	@BeforeEach
	void makeFiles() throws IOException {
		scan = Files.createFile(directory.resolve("scan.cxi"));
		pipeline = directory.resolve("pipeline.ini");
		pipeline("[polish]\npressure = 1\n[sand]\n[polish-advanced]\nedge = sharp\n");
	}

	private void pipeline(String text) throws IOException {
		Files.writeString(pipeline, text);
	}

	private int run(String... options) {
		List<String> arguments = new ArrayList<>(List.of("run", scan.toString(), "-c", pipeline.toString()));
		arguments.addAll(List.of(options));
		return services.run(arguments.toArray(String[]::new));
	}

	private Map<String, String> given() {
		Map<String, String> given = new TreeMap<>();
		services.steps.request.given().forEach((key, value) -> given.put(key, value.value().text()));
		return given;
	}

	@Test
	void allStepsInTheOrderOfTheirSections() {
		assertEquals(ExitCode.OK, run(), services.err());
		assertEquals(List.of("polish", "sand"), services.steps.names);
		assertEquals(List.of(scan, scan), services.addedTo);
		assertEquals(List.of(scan, scan), services.givenBack);
		assertTrue(services.out().startsWith("pxst: 1 of 2: polish\nshine               50 %\nresult              " + scan
				+ ", group /speckle_tracking\ncomputed on         Java\nwall time "), services.out());
		assertTrue(services.out().contains("s\npxst: 2 of 2: sand\n"), services.out());
	}

	@Test
	void aSectionForAdvancedParametersIsNoStepOfItsOwn() {
		assertEquals(ExitCode.OK, run("--to", "polish"), services.err());
		assertEquals("{edge='sharp', pressure=1}", given().toString());
		assertTrue(services.out().startsWith("pxst: 1 of 1: polish\n"), services.out());
	}

	@Test
	void aPartOfThem() {
		assertEquals(ExitCode.OK, run("--from", "sand"), services.err());
		assertEquals(List.of("sand"), services.steps.names);
	}

	@Test
	void assignmentsComeBeforeTheFile() {
		assertEquals(ExitCode.OK, run("--to", "polish", "--set", "polish.pressure=7", "--set", "polish.h5_group=mine"), services.err());
		assertEquals("{edge='sharp', pressure=7}", given().toString());
		assertTrue(services.out().contains("group /mine"), services.out());
	}

	@Test
	void laterStepsGoOnInTheFileOfTheFirst() throws IOException {
		Path output = Files.createFile(directory.resolve("r.cxi"));
		assertEquals(ExitCode.OK, run("--output", output.toString()), services.err());
		assertEquals(List.of(output), services.written);
		assertEquals(List.of(output), services.addedTo);
		assertEquals(output, services.steps.request.input());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "--from grind|--from grind: |no section [grind]", "--to x|--to x: |no section [x]",
			"--from sand --to polish|has polish before sand|nothing would be run", "--set pressure=1|is not STEP.KEY=VALUE|polish.roi",
			"--set grind.x=1|--set grind.x=1: |no section [grind]", "--set polish.unknown=1|--set polish.unknown|no parameter unknown",
			"--set polish.h5_group='r.h5/x'|--set polish.h5_group|--output" })
	void mistakesAreToldBeforeAnythingIsRun(String options, String where, String what) {
		assertEquals(ExitCode.BAD_INPUT, run(options.split(" ")));
		assertTrue(services.err().contains(where) && services.err().contains(what), services.err());
		assertEquals(List.of(), services.steps.names);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "''|there is no step in this file", "[polish]\\n[grind]|line 2: [grind]",
			"[polish]\\n[sand]\\nunknown = 1|line 3: no parameter unknown", "[polish]\\nh5_group = r.h5/x|line 2: h5_group" })
	void mistakesInTheFileAreToldBeforeAnythingIsRun(String text, String message) throws IOException {
		pipeline(text.replace("\\n", "\n"));
		assertEquals(ExitCode.BAD_INPUT, run());
		assertTrue(services.err().contains(message), services.err());
		assertEquals(List.of(), services.steps.names);
	}

	@Test
	void usage() {
		assertEquals(ExitCode.USAGE, services.run("run", scan.toString()));
		assertTrue(services.err().contains("--config"), services.err());
		assertEquals(ExitCode.USAGE, run("--output", "x", "--in-place"));
		assertEquals(ExitCode.BAD_INPUT, services.run("run", directory.resolve("none").toString(), "-c", pipeline.toString()));
	}

	@Test
	void whatEndedBeforeAFailureStays() throws IOException {
		pipeline("[sand]\n[polish]\n");
		services.steps.failure = new InvalidDataException("too rough");
		assertEquals(ExitCode.BAD_INPUT, run());
		assertEquals(List.of(scan), services.addedTo);
		assertTrue(services.err().endsWith("pxst: too rough\n"), services.err());
	}

	@Test
	void whenItIsStoppedItSaysWhatThereIs() throws IOException {
		pipeline("[sand]\n[polish]\n");
		services.steps.failure = new CancelledException("polish");
		assertEquals(ExitCode.INTERRUPTED, run());
		assertTrue(services.err().endsWith("pxst: polish was cancelled; what the steps before it found is in " + scan + "\n"),
				services.err());
		pipeline("[polish]\n[sand]\n");
		assertEquals(ExitCode.INTERRUPTED, run());
		assertTrue(services.err().endsWith("pxst: polish was cancelled; nothing was written\n"), services.err());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'pressure': 3, 'wet': False, 'roi': [1, 2, 3, 4], 'edge': 'sharp'}",
			"{'pressure': -0.0, 'wet': True, 'roi': '/a b/r', 'edge': '5'}", "{'wet': None, 'roi': None, 'edge': '@it\\'s $HOME'}",
			"{'wavelength': 1e-10, 'data': '/x/\"y\" z', 'distance_from': 'sample', 'z': '-x'}" })
	void aCommandLineGivesTheStepWhatTheRequestGives(String text) throws Exception {
		Map<String, GivenValue> given = new LinkedHashMap<>();
		((Dict) Literal.parse(text)).entries().forEach((key, value) -> given
				.put(((Text) key).value(), new GivenValue(value, "")));
		Path odd = Files.createFile(directory.resolve("the user's [1] scan;.cxi"));
		PipelineRequest request = new PipelineRequest(odd, CxiOptions.defaults(),
				List.of(new PipelineStep(services.steps.catalogue().step("polish").orElseThrow(), given)), "/mine", Target.inPlace(),
				new ComputeRequest("java", OptionalLong.of(1 << 20)), Optional.empty());
		Process shell = new ProcessBuilder("sh", "-c", "pxst() { for word; do printf '%s\\001' \"$word\"; done; }\n"
				+ new CommandLineText(request).text()).start();
		String[] words = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\u0001");
		assertEquals(ExitCode.OK, services.run(words), services.err());
		Map<String, Literal> expected = new TreeMap<>();
		given.forEach((key, value) -> expected.put(key.equals("z") ? "distance" : key, value.value()));
		Map<String, Literal> found = new TreeMap<>();
		services.steps.request.given().forEach((key, value) -> found.put(key, value.value()));
		assertEquals(expected, found);
		assertEquals(odd, services.steps.request.input());
		assertEquals("/mine", services.steps.request.group());
		assertEquals(request.compute(), services.steps.request.compute());
		assertEquals(List.of(odd), services.addedTo);
	}
}
