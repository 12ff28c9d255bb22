// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jfree.chart.axis.TickUnitSource;
import org.junit.jupiter.api.Test;

class RoundTicksTest {
	private static String text(TickUnitSource ticks, double step, double value) {
		return ticks.getCeilingTickUnit(step).valueToString(value);
	}

	@Test
	void numbersAreWrittenAsOnTheAxesOfImages() {
		TickUnitSource ticks = RoundTicks.all();
		assertEquals("12000", text(ticks, 1500, 12000));
		assertEquals("0.25", text(ticks, 0.04, 0.25));
		assertEquals("0.0002", text(ticks, 0.00015, 0.0002));
		assertEquals("3E-8", text(ticks, 1e-8, 3e-8));
		assertEquals("0", text(ticks, 5, 0));
	}

	@Test
	void stepsAreRound() {
		assertEquals(2, RoundTicks.all().getCeilingTickUnit(1.5).getSize());
		assertEquals(0.5, RoundTicks.all().getCeilingTickUnit(0.3).getSize(), 1e-12);
		assertEquals(1, RoundTicks.whole().getCeilingTickUnit(0.3).getSize());
	}
}
