// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.Step;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepDescription;
import org.pxst.processing.step.StepGroup;
import org.pxst.processing.step.StepInfo;
import org.pxst.processing.step.StepResult;

class StepPageTest {
	@StepInfo(name = "make_tea", group = StepGroup.ANALYSIS, summary = "Makes tea.", description = "With water.",
			outputs = @StepInfo.Output(path = "tea", shape = "L", unit = "m", description = "the tea"))
	private static final class Tea implements Step {
		@Parameter(description = "How long it draws", unit = "s", min = 0)
		private double time = 180;

		@Parameter(description = "The water", path = "water", advanced = true)
		private Double water;

		@Override
		public StepResult run(StepContext context) {
			throw new UnsupportedOperationException(time + " " + water);
		}
	}

	@Test
	void aPageSaysWhatTheDeclarationSays() {
		HelpText page = HelpText.of(new StepPage(StepDescription.of(Tea.class)).markdown());
		assertEquals("make_tea", page.title());
		String text = page.text();
		assertTrue(text.startsWith("make_tea\nMakes tea. With water.\n"), text);
		assertTrue(text.contains("Process > Analysis"), text);
		assertTrue(text.contains("pxst make_tea scan.cxi"), text);
		assertTrue(text.contains("(time, a number in s): How long it draws, at least 0. Default: 180"), text);
		assertTrue(text.indexOf("Advanced parameters") < text.indexOf("From water where that is there."), text);
		assertTrue(text.contains("tea (L): the tea, in m"), text);
	}
}
