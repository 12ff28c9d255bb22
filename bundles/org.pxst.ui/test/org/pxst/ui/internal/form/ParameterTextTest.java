// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.DoubleLiteral;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.LongLiteral;
import org.pxst.core.literal.None;
import org.pxst.core.literal.Text;
import org.pxst.processing.step.StepDescription;

class ParameterTextTest {
	private static ParameterText of(String name) {
		return new ParameterText(TryStep.parameter(name));
	}

	private static Optional<Literal> parsed(String name, String typed) {
		return of(name).parse(typed);
	}

	private static Optional<Literal> literal(String text) {
		return Optional.of(Literal.parse(text));
	}

	@Test
	void emptyAndTheDefaultItselfAreTheDefault() {
		assertEquals(Optional.empty(), parsed("threshold", "  "));
		assertEquals(Optional.empty(), parsed("threshold", "4"));
		assertEquals(Optional.empty(), parsed("threshold", "4.0"));
		assertEquals(Optional.empty(), parsed("iterations", "30"));
		assertEquals(Optional.empty(), parsed("formula", "x"));
		assertEquals(Optional.empty(), parsed("search_window", "None"));
	}

	@Test
	void whatDiffersIsGivenInTheNotationOfTheFile() {
		assertEquals(Optional.of(new DoubleLiteral(5)), parsed("threshold", "5"));
		assertEquals(Optional.of(new LongLiteral(7)), parsed("iterations", "7"));
		assertEquals(Optional.of(new DoubleLiteral(1.2e-3)), parsed("defocus", "1.2 mm"));
		assertEquals(literal("[20, 10]"), parsed("search_window", "20, 10"));
		assertEquals(literal("[20, 20]"), parsed("search_window", "20"));
		assertEquals(literal("[1, 9, 2, 8]"), parsed("roi", "1, 9, 2, 8"));
		assertEquals(literal("[-0.001, 2e-06, 0.5]"), parsed("planes", "[-1 mm, 2 um, 0.5]"));
		assertEquals(literal("[0, 1, 2, 5]"), parsed("good_frames", "0-2,5"));
		assertEquals(literal("[3, 4]"), parsed("good_frames", "[3, 4]"));
		assertEquals(Optional.of(new Text("2*x")), parsed("formula", "2*x"));
		assertEquals(Optional.of(new None()), parsed("roi", "None"));
	}

	@Test
	void pathsOfDataSetsAreTaken() {
		assertEquals(Optional.of(new Text("/speckle_tracking/roi")), parsed("roi", "/speckle_tracking/roi"));
		assertEquals(Optional.of(new Text("other.h5/results/defocus")), parsed("defocus", "other.h5/results/defocus"));
		assertEquals(Optional.of(new Text("x/2.5")), parsed("formula", "x/2.5"), "a formula, no path");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "threshold | 1 | It is 1, but must be above 1.", "threshold | abc | It is abc, but must be a number.",
			"iterations | 0 | It is 0, but must be at least 1.", "iterations | 1.5 | It is 1.5, but must be a whole number.",
			"defocus | 1.2 kg | It is 1.2 kg, but must be a number with or without a unit, such as 1.2 mm.",
			"defocus | -1 mm | It is -0.001, but must be above 0.", "defocus | None | It cannot be None: the step cannot do without.",
			"roi | 1, 2, 3 | It is [1, 2, 3], but must be [ss0, ss1, fs0, fs1].",
			"search_window | 300 | It is 300, but must be at least 1 and at most 255.",
			"good_frames | 5-2 | '5-2' runs backwards; give the smaller frame first." })
	void whatIsWrongIsSaidInASentence(String name, String typed, String problem) {
		assertEquals(problem, assertThrows(InvalidDataException.class, () -> parsed(name, typed)).getMessage());
	}

	@Test
	void givenIsShownAsItIsTyped() {
		assertEquals("1.2 mm", of("defocus").text(new DoubleLiteral(1.2e-3)));
		assertEquals("4", of("threshold").text(new DoubleLiteral(4)));
		assertEquals("0-2,5", of("good_frames").text(Literal.parse("[0, 1, 2, 5]")));
		assertEquals("20", of("search_window").text(Literal.parse("[20, 20]")));
		assertEquals("[20, 10]", of("search_window").text(Literal.parse("[20, 10]")));
		assertEquals("/a/b", of("mask").text(new Text("/a/b")));
		assertEquals(Optional.of("30"), of("iterations").defaultText());
		assertEquals(Optional.empty(), of("search_window").defaultText());
	}

	@Test
	void everyDefaultIsReadAsTheDefault() {
		for (var parameter : StepDescription.of(TryStep.class).parameters()) {
			ParameterText text = new ParameterText(parameter);
			text.defaultText().ifPresent(shown -> assertEquals(Optional.empty(), text.parse(shown), parameter.name()));
		}
	}

	@Test
	void saysHowMuchItIs() {
		assertEquals("4 frames", of("good_frames").understood("0-2,5"));
		assertEquals("8 x 6 pixels: rows 1 to 8, columns 2 to 7", of("roi").understood("[1, 9, 2, 8]"));
		assertEquals("= [-0.001, 0.002] m", of("planes").understood("-1 mm, 2 mm"));
		assertEquals("taken from this data set", of("roi").understood("/a/b"));
	}

	@Test
	void theTooltipHasAllThatIsDeclared() {
		String tooltip = of("threshold").tooltip();
		for (String part : new String[] { "How much.", "above 1", "Default: 4.0", "threshold" })
			assertTrue(tooltip.contains(part), tooltip);
		assertTrue(of("mask").tooltip().contains("Taken from /speckle_tracking/mask, which make_mask makes"), of("mask").tooltip());
	}
}
