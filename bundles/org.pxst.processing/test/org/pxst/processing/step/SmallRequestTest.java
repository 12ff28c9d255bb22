// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.pxst.compute.ComputeRequest;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.LongLiteral;
import org.pxst.core.scan.Roi;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.processing.internal.step.DefaultStepCatalogue;

class SmallRequestTest {
	private static final PreviewFacts FACTS = new PreviewFacts(121, IntStream.range(1, 120).toArray(), new Roi(10, 210, 5, 305));

	private static SmallRequest of(String step, Map<String, Literal> given, PreviewFacts facts) {
		Map<String, GivenValue> values = new HashMap<>();
		given.forEach((name, value) -> values.put(name, new GivenValue(value, "test")));
		return SmallRequest.of(new StepRequest(new DefaultStepCatalogue().step(step).orElseThrow(), Path.of("scan.cxi"), CxiOptions.defaults(),
				"/speckle_tracking", values, ComputeRequest.automatic()), facts);
	}

	private static String given(SmallRequest small, String name) {
		GivenValue value = small.request().given().get(name);
		return value == null ? "" : value.value().text();
	}

	@Test
	void framesAreEvenlySpreadOverThoseInUse() {
		SmallRequest small = of("fit_thon_rings", Map.of(), FACTS);
		assertEquals("[1, 14, 27, 40, 53, 66, 79, 92, 105, 119]", given(small, "good_frames"));
		assertEquals("from 10 of 119 frames", small.part());
	}

	@Test
	void stepsThatLookAtEachFrameOnceTakeAllOfThemUnlessTheyAreVeryLarge() {
		assertEquals("", of("make_mask", Map.of(), FACTS).part());
		assertEquals("from 25 of 119 frames", of("make_mask", Map.of(), new PreviewFacts(121, FACTS.good(), Roi.full(2000, 2000))).part());
		assertEquals("from 10 of 119 frames", of("make_mask", Map.of(), new PreviewFacts(121, FACTS.good(), Roi.full(9000, 9000))).part());
	}

	@Test
	void aFewFramesAreTakenAsTheyAre() {
		SmallRequest small = of("fit_thon_rings", Map.of(), new PreviewFacts(9, new int[] { 0, 4, 8 }, FACTS.region()));
		assertEquals("", given(small, "good_frames"));
		assertEquals("", small.part());
	}

	@Test
	void aStripIsInTheMiddleOfTheRegion() {
		SmallRequest small = of("make_reference", Map.of(), FACTS);
		assertEquals("[78, 142, 5, 305]", given(small, "roi"));
		assertEquals("from 64 of 200 rows", small.part());
		assertEquals("", of("make_reference", Map.of(), new PreviewFacts(3, new int[] { 0 }, new Roi(0, 64, 0, 9))).part());
	}

	@Test
	void theMapIsSearchedOnAGridUnlessTheUserHasOne() {
		assertEquals("[10, 10]", given(of("update_pixel_map", Map.of(), FACTS), "grid"));
		SmallRequest own = of("update_pixel_map", Map.of("grid", Literal.parse("[5, 5]")), FACTS);
		assertEquals("[5, 5]", given(own, "grid"));
		assertEquals("", own.part());
	}

	@Test
	void theLoopStopsSoon() {
		SmallRequest small = of("pixel_map_from_data", Map.of(), FACTS);
		assertEquals("2", given(small, "iterations"));
		assertEquals("from 64 of 200 rows and 2 iterations", small.part());
		assertEquals("1", given(of("pixel_map_from_data", Map.of("iterations", new LongLiteral(1)), FACTS), "iterations"));
		assertEquals("25", given(of("defocus_sweep", Map.of(), FACTS), "n"));
		assertEquals("7", given(of("defocus_sweep", Map.of("n", new LongLiteral(7)), FACTS), "n"));
	}

	@Test
	void everyStepHasTheParametersThatItsPartIsSaidWith() {
		Map<PreviewPart, List<String>> needed = Map.of(PreviewPart.WHOLE, List.of(), PreviewPart.FRAMES, List.of("good_frames"),
				PreviewPart.MANY_FRAMES, List.of("good_frames"),
				PreviewPart.STRIP, List.of("roi"), PreviewPart.SWEEP, List.of("roi", "n"), PreviewPart.GRID, List.of("grid", "interpolate"),
				PreviewPart.LOOP, List.of("roi", "iterations"));
		for (StepDescription step : new DefaultStepCatalogue().steps()) {
			for (String name : needed.get(step.preview()))
				assertTrue(step.parameter(name).isPresent(), step.name() + " has no " + name);
			// the part must be what the step itself would take
			of(step.name(), Map.of(), FACTS).request().given()
					.forEach((name, value) -> step.parameter(name).orElseThrow().value(value.value()));
		}
	}
}
