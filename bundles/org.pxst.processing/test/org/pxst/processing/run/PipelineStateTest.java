// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.None;
import org.pxst.core.literal.Text;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.processing.config.HandEdit;
import org.pxst.processing.internal.step.DefaultStepCatalogue;
import org.pxst.processing.run.StepState.Kind;
import org.pxst.processing.step.ParameterDescription;
import org.pxst.processing.step.RecordedRun;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;

/** What a file has of each step, and what makes that stale. */
class PipelineStateTest {
	private static final String GROUP = "/speckle_tracking";

	private final StepCatalogue catalogue = new DefaultStepCatalogue();
	private final MemoryFiles files = new MemoryFiles();
	@TempDir
	Path directory;
	private Path file;

	@BeforeEach
	void makeFile() throws IOException {
		file = Files.createFile(directory.resolve("scan.cxi"));
	}

	/** As if a step had been run, with literals in Python's notation by name. */
	private void ran(String name, String... given) {
		StepDescription step = catalogue.step(name).orElseThrow();
		Map<String, Literal> values = new LinkedHashMap<>();
		for (int k = 0; k < given.length; k += 2)
			values.put(given[k], Literal.parse(given[k + 1]));
		Map<String, Literal> used = new LinkedHashMap<>();
		for (ParameterDescription parameter : step.parameters()) {
			String path = GROUP + "/" + parameter.path();
			used.put(parameter.name(), values.containsKey(parameter.name()) ? values.get(parameter.name())
					: files.at(file, path).isPresent() ? new Text(path)
							: parameter.defaultValue().map(parameter::literal).orElse(new None()));
		}
		List<CxiDataset> outputs = step.outputs().stream().filter(output -> !output.optional())
				.map(output -> CxiDataset.of(output.path(), new double[1], "")).toList();
		try (Destination destination = new DestinationChoice(files, files, text -> {
		}).again(file)) {
			files.put(file, GROUP, new StepRecord(files).with(
					List.of(new StepRecord.Run(name, file, "", new RecordedRun(used, values), "Java")), outputs, destination, GROUP));
		}
	}

	private void edited(String path) {
		files.put(file, GROUP, HandEdit.marked(List.of(CxiDataset.of(path, new double[1], "")), files.open(file), GROUP));
	}

	private Map<String, StepState> states(Map<String, Map<String, Literal>> given) {
		return PipelineState.of(files.open(file), GROUP, catalogue, given);
	}

	private StepState state(String step) {
		return states(Map.of()).get(step);
	}

	private StepState state(String step, String... given) {
		Map<String, Literal> values = new LinkedHashMap<>();
		for (int k = 0; k < given.length; k += 2)
			values.put(given[k], Literal.parse(given[k + 1]));
		return states(Map.of(step, values)).get(step);
	}

	private void assertStale(String reason, StepState state) {
		assertEquals(reason, state.reason());
		assertEquals(Kind.STALE, state.kind());
	}

	private void assertDone(StepState state) {
		assertEquals("", state.reason());
		assertEquals(Kind.DONE, state.kind());
	}

	@Test
	void nothingIsThere() {
		Map<String, StepState> states = states(Map.of());
		assertEquals(catalogue.steps().stream().map(StepDescription::name).toList(), List.copyOf(states.keySet()));
		assertTrue(states.values().stream().allMatch(state -> state.kind() == Kind.MISSING));
	}

	@Test
	void whatWasRunIsDone() {
		ran("frame_check");
		ran("make_mask");
		StepState mask = state("make_mask");
		assertDone(mask);
		assertEquals(OptionalInt.of(2), mask.process());
		assertEquals(Optional.of("make_mask"), mask.by());
		assertFalse(mask.date().isEmpty());
		assertFalse(mask.edited());
		assertEquals(Kind.MISSING, state("make_whitefield").kind());
	}

	@Test
	void aPartOfTheResultsIsNotEnough() {
		files.put(file, GROUP, List.of(CxiDataset.of("defocus", new double[1], "m")));
		assertEquals(Kind.MISSING, state("fit_thon_rings").kind());
	}

	@Test
	void aRunOfAnOlderVersionIsWhole() {
		ran("pixel_map_from_data");
		files.remove(file, GROUP + "/error_iteration");
		assertDone(state("pixel_map_from_data"));
		files.remove(file, GROUP + "/mask");
		assertEquals(Kind.MISSING, state("pixel_map_from_data").kind());
	}

	@Test
	void severalInputsThatAreNewer() {
		ran("pixel_map_from_data");
		ran("make_whitefield");
		ran("guess_roi");
		ran("make_whitefield");
		edited("mask");
		edited("good_frames");
		assertStale("mask, good_frames were edited by hand since; whitefield is newer: make_whitefield was run after it; "
				+ "roi is newer: guess_roi was run after it", state("update_translations"));
	}

	@Test
	void aStepWhoseResultsAreAllOptional() {
		assertEquals(Kind.MISSING, state("calculate_sample_thickness").kind());
		files.put(file, GROUP, List.of(CxiDataset.of("sample_thickness_ctf", new double[1], "m")));
		assertDone(state("calculate_sample_thickness"));
	}

	@Test
	void theMainStepDoesTheOthers() {
		ran("pixel_map_from_data");
		for (String step : List.of("make_mask", "make_whitefield", "guess_roi", "generate_pixel_map", "make_reference",
				"update_translations", "calc_error")) {
			assertDone(state(step));
			assertEquals(Optional.of("pixel_map_from_data"), state(step).by());
			assertEquals(OptionalInt.of(1), state(step).process());
		}
		// what it does not make
		assertEquals(Kind.MISSING, state("update_pixel_map").kind());
		assertEquals(Kind.MISSING, state("frame_check").kind());
	}

	@Test
	void aStartIsNoUpdate() {
		ran("generate_pixel_map");
		assertDone(state("generate_pixel_map"));
		files.put(file, GROUP, List.of(CxiDataset.of("error_pixel_search", new double[1], "")));
		assertFalse(state("update_pixel_map").by().equals(Optional.of("update_pixel_map")));
		assertEquals(Kind.MISSING, state("generate_pixel_map_poly").kind());
	}

	@Test
	void anInputThatIsNewer() {
		ran("make_mask");
		ran("make_whitefield");
		assertDone(state("make_whitefield"));
		ran("make_mask");
		assertStale("mask is newer: make_mask was run after it", state("make_whitefield"));
		ran("make_whitefield");
		assertDone(state("make_whitefield"));
	}

	@Test
	void anInputThatWasNotThere() {
		ran("make_mask");
		ran("frame_check");
		assertDone(state("frame_check"));
		ran("make_mask");
		ran("frame_check");
		assertStale("good_frames is newer: frame_check was run after it", state("make_mask"));
	}

	@Test
	void anInputThatWasGivenIsNoMatter() {
		ran("make_mask", "good_frames", "[0, 1]");
		ran("frame_check");
		assertDone(state("make_mask"));
		assertDone(state("make_mask", "good_frames", "[0, 1]"));
		// but one that was named is
		ran("make_mask", "good_frames", "'/speckle_tracking/good_frames'");
		ran("frame_check");
		assertStale("good_frames is newer: frame_check was run after it", state("make_mask"));
	}

	@Test
	void theMainLoopGoesRound() {
		for (String step : List.of("make_mask", "make_whitefield", "fit_defocus_registration", "generate_pixel_map", "make_reference",
				"update_pixel_map", "update_translations", "fit_whitefield", "calc_error"))
			ran(step);
		for (String step : List.of("make_whitefield", "generate_pixel_map", "update_pixel_map", "update_translations", "calc_error"))
			assertDone(state(step));
		ran("generate_pixel_map");
		assertStale("dss, dfs, pixel_map, pixel_translations are newer: generate_pixel_map was run after it", state("update_pixel_map"));
	}

	@Test
	void aParameterThatWasChanged() {
		ran("make_mask", "threshold", "3.5");
		assertDone(state("make_mask"));
		assertDone(state("make_mask", "threshold", "3.50"));
		assertDone(state("make_mask", "thresh", "3.5", "mask_gaps", "False"));
		assertStale("threshold was changed to 5.0 since", state("make_mask", "threshold", "5.0"));
		assertStale("threshold was changed back to its default since", state("make_mask", new String[0]));
		assertStale("threshold was changed to 5 since; mask_gaps was changed to True since",
				state("make_mask", "threshold", "5", "mask_gaps", "True"));
		assertStale("threshold was changed to nonsense since", state("make_mask", "threshold", "'nonsense'"));
	}

	@Test
	void whatIsFoundByItselfIsNotChanged() {
		ran("make_mask");
		ran("make_whitefield");
		assertDone(state("make_whitefield", new String[0]));
		assertDone(state("make_whitefield", "mask", "'auto'"));
		assertDone(state("make_whitefield", "mask", "'/speckle_tracking/mask'"));
		assertStale("mask was changed to /other since", state("make_whitefield", "mask", "'/other'"));
	}

	@Test
	void parametersOfTheScan() {
		ran("make_mask", "wavelength", "1e-10");
		assertDone(state("make_mask", "wavelength", "1.0e-10"));
		assertStale("wavelength was changed to 2.0e-10 since", state("make_mask", "wavelength", "2e-10"));
		assertStale("wavelength was changed back to its default since", state("make_mask", new String[0]));
	}

	@Test
	void editsByHand() {
		ran("make_mask");
		ran("make_whitefield");
		edited("mask");
		assertStale("mask was edited by hand since", state("make_whitefield"));
		StepState mask = state("make_mask");
		assertDone(mask);
		assertTrue(mask.edited());
		assertEquals(OptionalInt.of(1), mask.process());
		ran("make_whitefield");
		assertDone(state("make_whitefield"));
		ran("make_mask");
		assertFalse(state("make_mask").edited());
		assertStale("mask is newer: make_mask was run after it", state("make_whitefield"));
	}

	@Test
	void aMaskThatWasOnlyDrawn() {
		edited("mask");
		assertDone(state("make_mask"));
		assertTrue(state("make_mask").edited());
		ran("make_whitefield");
		assertDone(state("make_whitefield"));
	}

	@Test
	void anEditedMaskThatTheMainStepIsToTake() {
		ran("pixel_map_from_data");
		ran("calculate_phase");
		edited("mask");
		assertDone(state("pixel_map_from_data"));
		assertEquals("mask was edited by hand since", state("make_whitefield").reason());
		assertStale("detector_mask was edited by hand since; detector_mask was changed to /speckle_tracking/mask since",
				state("pixel_map_from_data", "detector_mask", "'/speckle_tracking/mask'"));
		ran("pixel_map_from_data", "detector_mask", "'/speckle_tracking/mask'");
		assertDone(state("pixel_map_from_data", "detector_mask", "'/speckle_tracking/mask'"));
	}

	@Test
	void goodFramesOfTheScanCountWhereTheResultsHaveNone() {
		ran("make_mask");
		edited("/frame_selector/good_frames");
		assertStale("good_frames was edited by hand since", state("make_mask"));
		ran("make_mask");
		assertDone(state("make_mask"));
		assertDone(state("make_mask", new String[0]));
	}

	@Test
	void resultsOfOtherProgramsAreDoneAndOfUnknownAge() {
		files.put(file, GROUP, List.of(CxiDataset.of("mask", new double[1], ""), CxiDataset.of("whitefield", new double[1], "")));
		assertDone(state("make_mask"));
		assertEquals(OptionalInt.empty(), state("make_mask").process());
		ran("make_mask");
		assertDone(state("make_whitefield"));
	}

	@Test
	void howLongTheLoopWentOnIsNoChange() {
		ran("pixel_map_from_data", "iterations", "3");
		assertDone(state("pixel_map_from_data", "iterations", "20"));
		assertDone(state("pixel_map_from_data", "resume", "True"));
		assertStale("tolerance was changed to 0.5 since", state("pixel_map_from_data", "tolerance", "0.5"));
	}

	@Test
	void whatWasChangedWhileTheLoopRanIsNoChangeSince() {
		ran("pixel_map_from_data", "iterations", "3", "roi", "[1, 9, 1, 9]", "tolerance", "0.25");
		ran("pixel_map_from_data", "iterations", "2", "resume", "True", "tolerance", "0.5");
		ran("pixel_map_from_data", "iterations", "2", "resume", "True", "tolerance", "0.125");
		assertDone(state("pixel_map_from_data", "roi", "[1, 9, 1, 9]", "tolerance", "0.25"));
		assertEquals(OptionalInt.of(3), state("pixel_map_from_data").process());
		assertStale("roi was changed back to its default since", state("pixel_map_from_data", "tolerance", "0.25"));
	}
}
