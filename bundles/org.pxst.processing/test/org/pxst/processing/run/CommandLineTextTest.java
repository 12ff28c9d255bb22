// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.compute.ComputeRequest;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.Text;
import org.pxst.core.scan.Geometry.DistanceFrom;
import org.pxst.io.cxi.CxiItem;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.processing.internal.step.DefaultStepCatalogue;
import org.pxst.processing.step.GivenValue;
import org.pxst.processing.step.StepCatalogue;

/** A request as a line to paste into a shell. */
class CommandLineTextTest {
	private final StepCatalogue catalogue = new DefaultStepCatalogue();
	@TempDir
	Path directory;

	private PipelineStep step(String name, Map<String, Literal> values) {
		Map<String, GivenValue> given = new LinkedHashMap<>();
		values.forEach((key, value) -> given.put(key, new GivenValue(value, "")));
		return new PipelineStep(catalogue.step(name).orElseThrow(), given);
	}

	private static PipelineRequest request(Path input, Target target, PipelineStep... steps) {
		return new PipelineRequest(input, CxiOptions.defaults(), List.of(steps), "/speckle_tracking", target,
				ComputeRequest.automatic(), Optional.of("does not matter"));
	}

	private List<List<String>> words(PipelineRequest request) throws IOException, InterruptedException {
		return Words.of(new CommandLineText(request).text());
	}

	@Test
	void aLineWithoutAnythingSpecialIsPlain() {
		PipelineRequest request = request(Path.of("/data/scan.cxi"), Target.automatic(),
				step("make_mask", Map.of("threshold", Literal.parse("5.0"))));
		assertEquals("pxst make_mask /data/scan.cxi --threshold 5.0", new CommandLineText(request).text());
	}

	@Test
	void aFileInTheCurrentDirectoryIsNamedInFull() {
		assertEquals("pxst make_mask " + Path.of("").toAbsolutePath().resolve("scan.cxi"),
				new CommandLineText(request(Path.of("./scan.cxi"), Target.automatic(), step("make_mask", Map.of()))).text());
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', value = { "a.cxi,a.cxi", "two words,'two words'", "don't,'don'\\''t'", "x=/a/b,x=/a/b", "~,'~'",
			"\"\",''" })
	void argumentsAreQuotedForTheShell(String argument, String quoted) {
		assertEquals(quoted, CommandLineText.quote(argument));
	}

	@Test
	void theShellTakesItApartAgain() throws IOException, InterruptedException {
		Path input = Path.of("/data/the user's \"scans\" [1] $HOME/ä;&|*.cxi");
		Map<String, Literal> given = new LinkedHashMap<>();
		given.put("threshold", Literal.parse("4"));
		given.put("mask_gaps", Literal.parse("False"));
		given.put("good_frames", Literal.parse("[0, 1, 5]"));
		given.put("wavelength", Literal.parse("1e-10"));
		given.put("z", Literal.parse("-1.5"));
		given.put("detector_mask", new Text("/speckle_tracking/mask"));
		given.put("distance_from", new Text("sample"));
		assertEquals(
				List.of(List.of("make_mask", input.toString(), "--threshold", "4", "--no-mask-gaps", "--good-frames", "[0, 1, 5]",
						"--wavelength", "1.0e-10", "--distance=-1.5", "--detector-mask", "/speckle_tracking/mask", "--distance-from", "sample")),
				words(request(input, Target.automatic(), step("make_mask", given))));
	}

	@Test
	void textThatCouldBeTakenForSomethingElseIsQuotedForPython() throws IOException, InterruptedException {
		Map<String, Literal> given = new LinkedHashMap<>();
		given.put("data", new Text("/frames"));
		given.put("threshold", new Text("5"));
		given.put("mask_gaps", Literal.parse("None"));
		given.put("translations", new Text("@x"));
		assertEquals(List.of("make_mask", "/s.cxi", "--data", "/frames", "--threshold", "'5'", "--set", "mask_gaps=None",
				"--translations=@x"), words(request(Path.of("/s.cxi"), Target.automatic(), step("make_mask", given))).get(0));
	}

	@Test
	void whatIsKnownOfTheScanAndTheDevice() throws IOException, InterruptedException {
		PipelineRequest request = new PipelineRequest(Path.of("/s.cxi"),
				new CxiOptions(Map.of(CxiItem.DATA, "/a b", CxiItem.MASK, "none", CxiItem.DISTANCE, "/z"), DistanceFrom.SAMPLE,
						OptionalDouble.empty()),
				List.of(step("make_mask", Map.of("z", Literal.parse("2.0")))), "/mine", Target.inPlace(),
				new ComputeRequest("opencl:1", OptionalLong.of(1 << 30)), Optional.empty());
		assertEquals(List.of("make_mask", "/s.cxi", "--distance", "2.0", "--data", "/a b", "--detector-mask", "none", "--distance-from",
				"sample", "--in-place", "--group", "/mine", "--backend", "opencl:1", "--device-memory", "1073741824"), words(request).get(0));
	}

	@Test
	void severalStepsGoOnInTheFileOfTheFirst() throws IOException, InterruptedException {
		PipelineRequest request = request(Path.of("/s.cxi"), Target.file(Path.of("/r.cxi"), true), step("make_mask", Map.of()),
				step("make_whitefield", Map.of()));
		assertEquals("pxst make_mask /s.cxi --output /r.cxi --overwrite && \\\npxst make_whitefield /r.cxi --in-place",
				new CommandLineText(request).text());
		assertEquals(2, words(request).size());
	}

	@Test
	void severalStepsOnAScanThatCannotBeWrittenNameTheFileOfTheirResults() throws IOException {
		Path input = Files.createFile(directory.resolve("s.cxi"));
		Path place = directory.resolve("s_pxst.cxi");
		PipelineStep mask = step("make_mask", Map.of());
		PipelineStep whitefield = step("make_whitefield", Map.of());
		PipelineRequest both = request(input, Target.automatic(), mask, whitefield);
		assertEquals("pxst make_mask " + input + " --output " + place + " && \\\npxst make_whitefield " + place + " --in-place",
				new CommandLineText(both, path -> !path.equals(input)).text());
		Path here = Path.of("s_pxst.cxi").toAbsolutePath();
		assertEquals("pxst make_mask " + input + " --output " + here + " && \\\npxst make_whitefield " + here + " --in-place",
				new CommandLineText(both, path -> !path.equals(directory)).text());
		assertEquals("pxst make_mask " + input + " && \\\npxst make_whitefield " + input, new CommandLineText(both, path -> true).text());
		assertEquals("pxst make_mask " + input + " && \\\npxst make_whitefield " + input, new CommandLineText(both, path -> false).text());
		assertEquals("pxst make_mask " + input,
				new CommandLineText(request(input, Target.automatic(), mask), path -> false).text(), "it is chosen when it is run");
	}

	@Test
	void aConfigurationFileBesideTheScanDoesNotInterfere() throws IOException, InterruptedException {
		Path input = directory.resolve("scan.cxi");
		Files.createFile(directory.resolve("make_mask.ini"));
		assertEquals(List.of("make_mask", input.toString(), "--config", "/dev/null"),
				words(request(input, Target.automatic(), step("make_mask", Map.of()))).get(0));
	}

	@Test
	void aGroupOfItsOwn() throws IOException, InterruptedException {
		PipelineStep step = new PipelineStep(catalogue.step("make_mask").orElseThrow(), Map.of(), Optional.of("/mine"));
		assertEquals(List.of("make_mask", "/s.cxi", "--set", "h5_group=/mine"),
				words(request(Path.of("/s.cxi"), Target.automatic(), step)).get(0));
	}
}
