// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.phase;

/** Units of a phase. */
public enum PhaseUnit {
	/** Radians. */
	RAD("rad"),
	/** Wavelengths: 2 pi rad each. */
	WAVES("waves"),
	/** Optical path in nm: phase times wavelength / 2 pi. */
	NM("nm");

	private static final double NM_PER_M = 1e9;

	private final String symbol;

	PhaseUnit(String symbol) {
		this.symbol = symbol;
	}

	/** As it is written behind numbers. */
	public String symbol() {
		return symbol;
	}

	/**
	 * What 1 rad is in this unit.
	 *
	 * @param wavelength m; counts for {@link #NM} only
	 */
	public double perRad(double wavelength) {
		return switch (this) {
		case RAD -> 1;
		case WAVES -> 1 / (2 * Math.PI);
		case NM -> wavelength * NM_PER_M / (2 * Math.PI);
		};
	}
}
