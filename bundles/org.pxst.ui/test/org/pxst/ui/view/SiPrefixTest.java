// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SiPrefixTest {
	@Test
	void writesFourDigitsWithThePrefixThatFits() {
		assertEquals("43.12 nm", SiPrefix.text(4.3118e-8, "m"));
		assertEquals("-1.5 \u00b5rad", SiPrefix.text(-1.5e-6, "rad"));
		assertEquals("1 mm", SiPrefix.text(0.99999e-3, "m"));
		assertEquals("12 px", SiPrefix.text(12, "px"));
		assertEquals("1.000e-05", SiPrefix.text(1e-5, ""));
		assertEquals("0 m", SiPrefix.text(0, "m"));
		assertEquals("unknown", SiPrefix.text(Double.NaN, "m"));
		assertEquals("1234", SiPrefix.text(1234, ""));
	}

	@Test
	void labelsAxes() {
		SiPrefix prefix = SiPrefix.of(8.7e-6, "m");
		assertEquals("slow scan axis (\u00b5m)", prefix.label("slow scan axis"));
		assertEquals("0.5", prefix.number(5e-7));
		assertEquals("error", SiPrefix.of(1, "").label("error"));
	}
}
