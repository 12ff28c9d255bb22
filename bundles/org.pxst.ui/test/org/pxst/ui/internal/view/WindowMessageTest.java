// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.Step;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepDescription;
import org.pxst.processing.step.StepGroup;
import org.pxst.processing.step.StepInfo;
import org.pxst.processing.step.StepInfo.Output;
import org.pxst.processing.step.StepResult;

class WindowMessageTest {
	private final WindowMessage words = new WindowMessage(List.of(StepDescription.of(Shine.class), StepDescription.of(Dim.class)));

	@StepInfo(name = "shine", group = StepGroup.ANALYSIS, summary = "Shines.", outputs = @Output(path = "light", description = "light"))
	private static final class Shine implements Step {
		@Parameter(description = "Where", unit = "m")
		private Double defocus;

		@Parameter(description = "Frames to use, counted from 0")
		private int[] goodFrames;

		@Parameter(description = "Whether")
		private boolean gauge = true;

		@Parameter(description = "How much")
		private double power = 1;

		@Override
		public StepResult run(StepContext context) {
			return new StepResult(List.of(), List.of());
		}
	}

	@StepInfo(name = "dim_it", group = StepGroup.ANALYSIS, summary = "Dims.", outputs = @Output(path = "dark", description = "dark"))
	private static final class Dim implements Step {
		@Parameter(description = "How little", label = "Darkness")
		private double power = 1;

		@Override
		public StepResult run(StepContext context) {
			return new StepResult(List.of(), List.of());
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
			"no light; run pxst dim_it first, or give --defocus VALUE | no light; run dim_it first, or give \"Defocus\"",
			"give another --defocus, please | give another \"Defocus\", please",
			"2 frames; give more with --good-frames, or none | 2 frames; give more with \"Good frames\", or none",
			"run pxst dim_it, or give --no-gauge | run dim_it, or switch off \"Gauge\"", "give --gauge | switch on \"Gauge\"",
			"do without --gauge | do without \"Gauge\"", "give that which pxst shine has made | give that which shine has made" })
	void stepsAndParametersAreNamedAsInForms(String said, String shown) {
		assertEquals(shown, words.of(said));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a file of pxst", "run pxst recover", "pxst shine --help lists them", "name another file with --output",
			"give --power VALUE", "use --path mask=none", "a--defocus", "$1 \\ pxst nothing --no-defocus" })
	void whatIsNoStepAndNoParameterOrHasTwoNamesStays(String said) {
		assertEquals(said, words.of(said));
	}

	@Test
	void allOfAMessageIsReworded() {
		assertEquals("run shine, then dim_it with \"Defocus\" and \"Good frames\"",
				words.of("run pxst shine, then pxst dim_it with --defocus and --good-frames PATH"));
	}
}
