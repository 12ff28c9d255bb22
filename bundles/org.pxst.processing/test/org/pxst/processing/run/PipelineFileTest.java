// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.Text;
import org.pxst.processing.config.ConfigFile;
import org.pxst.processing.config.ProcessRecord;
import org.pxst.processing.internal.step.DefaultStepCatalogue;
import org.pxst.processing.step.GivenValue;
import org.pxst.processing.step.StepCatalogue;

/** A pipeline as a configuration file, and back. */
class PipelineFileTest {
	private final StepCatalogue catalogue = new DefaultStepCatalogue();

	private PipelineStep step(String name, Map<String, Literal> values) {
		Map<String, GivenValue> given = new LinkedHashMap<>();
		values.forEach((key, value) -> given.put(key, new GivenValue(value, "")));
		return new PipelineStep(catalogue.step(name).orElseThrow(), given);
	}

	private List<PipelineStep> read(String text) {
		return PipelineFile.steps(ConfigFile.parse("p.ini", text), catalogue);
	}

	private static Map<String, Literal> values(PipelineStep step) {
		Map<String, Literal> values = new LinkedHashMap<>();
		step.given().forEach((key, value) -> values.put(key, value.value()));
		return values;
	}

	@Test
	void sectionsInOrderWithTheGivenValues() {
		assertEquals("[make_whitefield]\n\n[make_mask]\nthreshold = 5.0\n", PipelineFile
				.text(List.of(step("make_whitefield", Map.of()), step("make_mask", Map.of("threshold", Literal.parse("5.0"))))));
	}

	@Test
	void whatIsWrittenIsRead() {
		Map<String, Literal> odd = new LinkedHashMap<>();
		for (String text : List.of("it's; here", "50 % \"of\" it; #1", "\\", "\\'; x", "[a]", " blanks ", "", "line\nend", "%%", "5"))
			odd.put("key" + odd.size(), new Text(text));
		for (String literal : List.of("[1, 2.5]", "(1,)", "None", "True", "-1e-300", "nan"))
			odd.put("key" + odd.size(), Literal.parse(literal));
		odd.put("detector_mask", new Text("/speckle_tracking/mask"));
		PipelineStep mine = new PipelineStep(catalogue.step("zernike").orElseThrow(), Map.of(), Optional.of("/mine"));
		List<PipelineStep> steps = List.of(step("pixel_map_from_data", odd), mine, step("frame_check", Map.of()));
		List<PipelineStep> read = read(PipelineFile.text(steps));
		assertEquals(steps.stream().map(PipelineStep::step).toList(), read.stream().map(PipelineStep::step).toList());
		assertEquals(steps.stream().map(PipelineFileTest::values).toList(), read.stream().map(PipelineFileTest::values).toList());
		assertEquals(steps.stream().map(PipelineStep::results).toList(), read.stream().map(PipelineStep::results).toList());
	}

	@Test
	void advancedSectionsBelongToTheirStep() {
		List<PipelineStep> steps = read("[frame_check-advanced]\nmask = /m\n[make_mask]\nthreshold = 3\n[frame_check]\ngood_frames = 1\n");
		assertEquals(List.of("frame_check", "make_mask"), steps.stream().map(s -> s.step().name()).toList());
		assertEquals("{mask='/m', good_frames=1}", texts(steps.get(0)).toString().replace("\"", ""));
	}

	private static Map<String, String> texts(PipelineStep step) {
		return ProcessRecord.texts(values(step));
	}

	@Test
	void whereTheResultsGo() {
		assertEquals(Optional.of("/mine"), read("[make_mask]\nh5_group = mine\n").get(0).results());
		InvalidDataException wrong = assertThrows(InvalidDataException.class, () -> read("[make_mask]\nh5_group = 'r.h5/mine'\n"));
		assertTrue(wrong.getMessage().startsWith("p.ini, line 2: h5_group: "), wrong.getMessage());
	}

	@Test
	void mistakes() {
		assertTrue(assertThrows(InvalidDataException.class, () -> read("[make_mask]\n[grind]\n")).getMessage()
				.contains("line 2: [grind] is for no step"));
		assertTrue(assertThrows(InvalidDataException.class,
				() -> PipelineFile.text(List.of(step("make_mask", Map.of()), step("make_mask", Map.of())))).getMessage()
				.contains("twice"));
	}
}
