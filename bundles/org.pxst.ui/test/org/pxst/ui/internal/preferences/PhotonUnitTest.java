// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PhotonUnitTest {
	/** CODATA: h c / e = 12.398 419 84 keV Angstrom. */
	@Test
	void oneAngstrom() {
		assertEquals("12.3984 keV", PhotonUnit.ENERGY.text(1e-10));
		assertEquals("1 \u00c5", PhotonUnit.WAVELENGTH.text(1e-10));
		assertEquals("0.729 \u00c5", PhotonUnit.WAVELENGTH.text(7.29e-11));
	}

	@Test
	void noLight() {
		for (double wavelength : new double[] { 0, -1, Double.NaN, Double.POSITIVE_INFINITY })
			assertEquals("unknown", PhotonUnit.ENERGY.text(wavelength));
	}
}
