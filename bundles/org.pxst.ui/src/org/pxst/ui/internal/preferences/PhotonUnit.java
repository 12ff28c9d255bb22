// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.preferences;

import java.util.Locale;

/** How the light of a scan is named. */
public enum PhotonUnit {
	/** By the energy of its photons. */
	ENERGY("Photon energy", "keV") {
		@Override
		double value(double wavelength) {
			return KEV_METRES / wavelength;
		}
	},
	/** By its wavelength. */
	WAVELENGTH("Wavelength", "\u00c5") {
		@Override
		double value(double wavelength) {
			return wavelength * ANGSTROM_PER_M;
		}
	};

	/** Planck constant times speed of light over the elementary charge, in keV m (exact SI values). */
	private static final double KEV_METRES = 6.62607015e-34 * 299792458 / 1.602176634e-16;
	private static final double ANGSTROM_PER_M = 1e10;

	private final String label;
	private final String symbol;

	PhotonUnit(String label, String symbol) {
		this.label = label;
		this.symbol = symbol;
	}

	abstract double value(double wavelength);

	/** What is named. */
	public String label() {
		return label;
	}

	/** The unit. */
	public String symbol() {
		return symbol;
	}

	/** The light with this wavelength in m, with the unit: "9.5 keV"; "unknown" when it is not above 0. */
	public String text(double wavelength) {
		if (!(wavelength > 0) || Double.isInfinite(wavelength))
			return "unknown";
		return String.format(Locale.ROOT, "%.6g", value(wavelength)).replaceAll("(\\.\\d*?)0+$", "$1").replaceAll("\\.$", "") + " "
				+ symbol;
	}
}
