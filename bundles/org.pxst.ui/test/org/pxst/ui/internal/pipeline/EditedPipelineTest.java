// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.pxst.compute.ComputeRequest;
import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.DoubleLiteral;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.LongLiteral;
import org.pxst.core.literal.Text;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.run.Target;
import org.pxst.processing.step.StepDescription;

class EditedPipelineTest {
	private static final Path FILE = Path.of("/scans/scan.cxi");

	private final FakeCatalogue catalogue = new FakeCatalogue();
	private final List<StepDescription> steps = StepOrder.of(catalogue.steps());
	private final PipelineText text = new PipelineText(catalogue);
	private final SettingsMemory memory = new SettingsMemory(steps, text);
	private final StepDescription mask = step("make_mask");
	private final StepDescription map = step("pixel_map_from_data");
	private final StepDescription zernike = step("zernike");
	private final EditedPipeline pipeline = pipeline(memory.first());

	private StepDescription step(String name) {
		return catalogue.step(name).orElseThrow();
	}

	private EditedPipeline pipeline(PipelineSettings settings) {
		return new EditedPipeline(FILE, steps, text, ComputeRequest::automatic, EditedPipelineTest::check, settings);
	}

	private static void check(PipelineRequest request) {
		if (request.steps().stream().anyMatch(step -> step.given().containsKey("wrong")))
			throw new InvalidDataException("wrong");
	}

	@Test
	void theWholeMainLoopComesBeforeItsSteps() {
		assertEquals(List.of("make_mask", "pixel_map_from_data", "calc_error", "zernike"),
				steps.stream().map(StepDescription::name).toList());
	}

	@Test
	void atFirstTheMainLoopAndTheAnalysisTakePart() {
		assertEquals(List.of(map, zernike), steps.stream().filter(pipeline::isIncluded).toList());
		assertEquals("/speckle_tracking", pipeline.group());
		assertEquals(Target.automatic(), pipeline.target());
	}

	@Test
	void aRequestHasWhatIsSet() {
		pipeline.setGiven(map, Map.of("iterations", new LongLiteral(7)));
		pipeline.setScanGiven(Map.of("distance", new DoubleLiteral(0.6)));
		PipelineRequest request = pipeline.request(List.of(map, zernike));
		assertEquals(FILE, request.input());
		assertEquals(new LongLiteral(7), request.steps().get(0).given().get("iterations").value());
		assertEquals(new DoubleLiteral(0.6), request.steps().get(0).given().get("distance").value());
		assertEquals(List.of("distance"), List.copyOf(request.steps().get(1).given().keySet()));
	}

	@Test
	void whatWasSavedIsLoadedAgain() {
		pipeline.setIncluded(mask, true);
		pipeline.setIncluded(zernike, false);
		pipeline.setGiven(mask, Map.of("threshold", new DoubleLiteral(5)));
		pipeline.setGiven(map, Map.of("iterations", new LongLiteral(7)));
		pipeline.setScanGiven(Map.of("data", new Text("/other/data")));
		pipeline.setGroup("/second");
		EditedPipeline other = pipeline(memory.first());
		other.configure("pipeline.ini", pipeline.configuration());
		assertEquals(pipeline.settings(), other.settings());
		assertEquals(pipeline.configuration(), other.configuration());
	}

	@Test
	void namesOfTheOlderSuiteBecomeThoseOfTheDeclarations() {
		pipeline.configure("old.ini", "[pixel_map_from_data]\nmaxiters = 3\n");
		assertEquals(Map.of("iterations", new LongLiteral(3)), pipeline.given(map));
		assertFalse(pipeline.isIncluded(zernike));
	}

	@Test
	void aWrongFileChangesNothing() {
		PipelineSettings before = pipeline.settings();
		assertThrows(InvalidDataException.class, () -> pipeline.configure("a.ini", "[no_step]\n"));
		assertThrows(InvalidDataException.class, () -> pipeline.configure("a.ini", "# nothing\n"));
		assertThrows(InvalidDataException.class, () -> pipeline.configure("a.ini", "[zernike]\nwrong = 1\n"));
		assertEquals(before, pipeline.settings());
	}

	@Test
	void listenersHearOfChangesOnly() {
		int[] heard = new int[1];
		Runnable listener = () -> heard[0]++;
		pipeline.addListener(listener);
		pipeline.addListener(listener);
		Map<String, Literal> given = Map.of("orders", new LongLiteral(10));
		pipeline.setGiven(zernike, given);
		pipeline.setGiven(zernike, given);
		assertEquals(1, heard[0]);
		pipeline.removeListener(listener);
		pipeline.setGiven(zernike, Map.of());
		assertEquals(1, heard[0]);
	}

	@Test
	void everythingIsKeptForTheNextSession() {
		pipeline.setIncluded(zernike, false);
		pipeline.setGiven(zernike, Map.of("orders", new LongLiteral(10)));
		pipeline.setScanGiven(Map.of("distance", new DoubleLiteral(0.6)));
		pipeline.setTarget(Target.file(Path.of("/results/a b.h5"), true));
		pipeline.setGroup("/second");
		PipelineSettings again = memory.settings(memory.texts(pipeline.settings()));
		assertEquals(pipeline.settings().included(), again.included());
		assertEquals(pipeline.settings().given(zernike), again.given(zernike));
		assertEquals(pipeline.settings().scanGiven(), again.scanGiven());
		assertEquals(pipeline.settings().target(), again.target());
		assertEquals("/second", again.group());
	}

	@Test
	void whatIsNotUnderstoodAnyMoreIsForgotten() {
		assertEquals(memory.first(), memory.settings(Map.of("configuration", "[gone]\n", "included", "gone")));
		assertTrue(memory.first().given().isEmpty());
	}
}
