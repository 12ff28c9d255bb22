// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.DatasetFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.compute.SearchWindow;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.literal.Literal;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.core.scan.Roi;

/** Declarations become descriptions, and text and data sets become values. */
class StepDescriptionTest {
	enum Kind {
		PLAIN, FANCY
	}

	@StepInfo(name = "example", aliases = "old_example", group = StepGroup.ANALYSIS, summary = "Shows.", outputs = {},
			obsolete = @StepInfo.Obsolete(name = "window", reason = "it is found from the data"))
	static final class Example implements Step {
		@Parameter(description = "d", min = 0, aboveMin = true, max = 2, aliases = "thresh")
		double threshold = 1.5;
		@Parameter(description = "d")
		Double optional;
		@Parameter(description = "d", min = 1)
		int count = 3;
		@Parameter(description = "d")
		boolean maskGaps;
		@Parameter(description = "d")
		String title = "it's";
		@Parameter(description = "d", advanced = true)
		Kind kind = Kind.PLAIN;
		@Parameter(description = "d", min = 0)
		double[] range;
		@Parameter(description = "d", path = "good_frames")
		int[] goodFrames;
		@Parameter(description = "d")
		SearchWindow searchWindow = new SearchWindow(10, 12);
		@Parameter(description = "d")
		Roi roi;
		@Parameter(description = "d", path = "mask", required = true)
		Mask mask;
		@Parameter(description = "d", path = "/elsewhere/whitefield")
		Image whitefield;
		@Parameter(description = "d")
		PixelMap pixelMap;
		@Parameter(description = "d")
		PixelTranslations pixelTranslations;

		@Override
		public StepResult run(StepContext context) {
			return new StepResult(List.of(), List.of());
		}
	}

	private final StepDescription step = StepDescription.of(Example.class);

	private ParameterDescription parameter(String name) {
		return step.parameter(name).orElseThrow();
	}

	@Test
	void namesTypesDefaults() {
		assertEquals("example", step.name());
		assertTrue(step.isCalled("old_example"));
		assertEquals(Map.of("window", "it is found from the data"), step.obsolete());
		assertEquals("--mask-gaps", parameter("mask_gaps").option());
		assertEquals("threshold", parameter("thresh").name());
		assertEquals("1.5", parameter("threshold").defaultText());
		assertEquals("None", parameter("optional").defaultText());
		assertEquals("'it\\'s'", parameter("title").defaultText());
		assertEquals("'plain'", parameter("kind").defaultText());
		assertEquals("[10, 12]", parameter("search_window").defaultText());
		assertEquals("/speckle_tracking/mask", parameter("mask").defaultText());
		assertEquals("/elsewhere/whitefield", parameter("whitefield").defaultText());
		assertEquals("above 0 and at most 2", parameter("threshold").range());
		assertEquals("at least 1", parameter("count").range());
		assertEquals("", parameter("mask_gaps").range());
	}

	@Test
	void literals() {
		assertEquals(0.25, parameter("threshold").value(Literal.parse("0.25")));
		assertEquals(2.0, parameter("optional").value(Literal.parse("2")));
		assertEquals(7, parameter("count").value(Literal.parse("7.0")));
		assertEquals(true, parameter("mask_gaps").value(Literal.parse("True")));
		assertEquals(Kind.FANCY, parameter("kind").value(Literal.parse("'fancy'")));
		assertArrayEquals(new double[] { 1, 2.5 }, (double[]) parameter("range").value(Literal.parse("[1, 2.5]")));
		assertArrayEquals(new int[] { 4 }, (int[]) parameter("good_frames").value(Literal.parse("4")));
		assertEquals(new SearchWindow(5, 5), parameter("search_window").value(Literal.parse("5")));
		assertEquals(new SearchWindow(5, 7), parameter("search_window").value(Literal.parse("(5, 7)")));
		assertEquals(new Roi(1, 2, 3, 4), parameter("roi").value(Literal.parse("[1, 2, 3, 4]")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "threshold|0|it is 0, but must be above 0 and at most 2",
			"threshold|2.5|it is 2.5, but must be above 0 and at most 2", "threshold|nan|it is nan, but must be",
			"optional|inf|it is inf, but must be finite", "optional|-inf|it is -inf, but must be finite",
			"threshold|'abc'|it is 'abc', but must be a number", "count|1.5|it is 1.5, but must be a whole number",
			"mask_gaps|1|it is 1, but must be True or False", "kind|'odd'|it is 'odd', but must be one of plain, fancy",
			"range|[1, -2]|it is -2, but must be at least 0", "roi|[4, 2, 3, 4]|it is [4, 2, 3, 4], but must be [ss0, ss1, fs0, fs1]",
			"roi|5|it is 5, but must be [ss0, ss1, fs0, fs1]", "search_window|300|it is 300, but must be at least 1 and at most 255",
			"search_window|[1, 2, 3]|it is [1, 2, 3], but must be a number of pixels, or [ss, fs]",
			"mask|3|it is 3, but must be a data set (M, L)" })
	void wrongOnes(String name, String text, String message) {
		InvalidDataException thrown = assertThrows(InvalidDataException.class, 
				() -> parameter(name).value(Literal.parse(text)));
		assertTrue(thrown.getMessage().startsWith(message), thrown.getMessage());
	}

	@Test
	void aLongValueIsShortenedInTheMessage() {
		Literal many = Literal.parse("[" + "1, ".repeat(5000) + "1]");
		String message = assertThrows(InvalidDataException.class, () -> parameter("roi").value(many)).getMessage();
		assertTrue(message.length() < 200 && message.endsWith("must be [ss0, ss1, fs0, fs1]"), message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "threshold", "count", "title", "kind", "search_window" })
	void defaultsAreReadBackFromTheirText(String name) {
		ParameterDescription parameter = parameter(name);
		assertEquals(parameter.defaultValue().get(), parameter.value(Literal.parse(parameter.defaultText())));
	}

	@Test
	void dataSets() {
		Dataset image = DatasetFactory.createFromObject(new double[] { 1, 0, 3, 4, 5, Double.NaN }).reshape(2, 3);
		assertEquals(1.5, parameter("threshold").value(DatasetFactory.createFromObject(1.5)));
		assertEquals(2, parameter("count").value(DatasetFactory.createFromObject(new long[] { 2 })));
		assertArrayEquals(new int[] { 3, 4 }, (int[]) parameter("good_frames").value(DatasetFactory.createFromObject(new long[] { 3, 4 })));
		Mask withNaN = (Mask) parameter("mask").value(DatasetFactory.createFromObject(new double[] { 1, Double.NaN }).reshape(1, 2));
		assertArrayEquals(new boolean[] { true, false }, withNaN.good());
		Mask mask = (Mask) parameter("mask").value(DatasetFactory.createFromObject(new boolean[] { true, false, true, true, true, true }).reshape(2, 3));
		assertEquals(5, mask.count());
		assertFalse(mask.isGood(0, 1));
		Image read = (Image) parameter("whitefield").value(image);
		assertEquals(4, read.at(1, 0));
		assertTrue(Float.isNaN(read.at(1, 2)));
		PixelMap map = (PixelMap) parameter("pixel_map").value(DatasetFactory.createRange(12).reshape(2, 2, 3));
		assertArrayEquals(new double[] { 6, 7, 8, 9, 10, 11 }, map.fs());
		PixelTranslations moves = (PixelTranslations) parameter("pixel_translations").value(DatasetFactory.createRange(6).reshape(3, 2));
		assertArrayEquals(new double[] { 1, 3, 5 }, moves.fs());
		assertEquals("a", parameter("title").value(DatasetFactory.createFromObject("a")));
		assertEquals(new Roi(0, 2, 0, 3), parameter("roi").value(DatasetFactory.createFromObject(new long[] { 0, 2, 0, 3 })));
	}

	@Test
	void dataSetsOfAnotherShape() {
		InvalidDataException thrown = assertThrows(InvalidDataException.class,
				() -> parameter("pixel_map").value(DatasetFactory.createRange(12).reshape(3, 4)));
		assertEquals("it is a data set of shape [3, 4], but must be a data set (2, M, L)", thrown.getMessage());
		assertThrows(InvalidDataException.class, () -> parameter("threshold").value(DatasetFactory.createRange(2)));
		assertThrows(InvalidDataException.class, () -> parameter("threshold").value(DatasetFactory.createFromObject("text")));
		assertThrows(InvalidDataException.class, () -> parameter("threshold").value(DatasetFactory.createFromObject(3.0)));
	}

	@Test
	void aStepIsSetUp() {
		Example example = (Example) step.with(Map.of("threshold", 0.5, "kind", Kind.FANCY, "roi", new Roi(0, 1, 0, 1)));
		assertEquals(0.5, example.threshold);
		assertEquals(Kind.FANCY, example.kind);
		assertEquals(new Roi(0, 1, 0, 1), example.roi);
		assertEquals(3, example.count);
		assertNull(example.optional);
	}

	@Test
	void notAStep() {
		assertThrows(IllegalArgumentException.class, () -> StepDescription.of(Step.class));
	}
}
