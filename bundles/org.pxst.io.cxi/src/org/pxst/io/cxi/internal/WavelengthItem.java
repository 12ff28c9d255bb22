// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.util.Optional;

import org.pxst.io.cxi.CxiItem;

/** Finds the wavelength, or works it out from the photon energy: lambda = h c / E. */
final class WavelengthItem {
	/** Planck constant times speed of light in J m (SI, exact). */
	private static final double HC = 6.62607015e-34 * 299792458;
	/** No synchrotron photon has this energy in J; a number this large is in eV. */
	private static final double NOT_JOULE = 1e-9;

	private WavelengthItem() {
	}

	/**
	 * Wavelength and energy.
	 *
	 * @param wavelength in m
	 * @param energy     in J; only its line is of interest
	 */
	record Light(Found<Double> wavelength, Found<Double> energy) {
	}

	/**
	 * Looks for both. An energy that the user named wins over a wavelength that nobody named.
	 *
	 * @param locator   where to look
	 * @param reader    the file's reader
	 * @param preferred path of the frames
	 */
	static Light find(ItemLocator locator, ItemReader reader, Optional<String> preferred) {
		boolean byEnergy = locator.override(CxiItem.ENERGY).isPresent()
				&& locator.override(CxiItem.WAVELENGTH).isEmpty();
		Optional<Found<Double>> wavelength = byEnergy ? Optional.empty()
				: reader.positive(CxiItem.WAVELENGTH, preferred, "m");
		Optional<Found<Double>> energy = reader.positive(CxiItem.ENERGY, preferred, "J");
		if (wavelength.isPresent())
			return new Light(wavelength.get(), notNeeded(energy, wavelength.get().value()));
		if (energy.isEmpty())
			return new Light(reader.missing(CxiItem.WAVELENGTH, "wavelength or energy"),
					Found.none(CxiItem.ENERGY, "missing"));
		Found<Double> e = energy.get();
		if (e.value().isEmpty())
			return new Light(Found.none(CxiItem.WAVELENGTH, "to come from the energy"), e);
		if (e.value().get() > NOT_JOULE)
			return new Light(Found.none(CxiItem.WAVELENGTH, "to come from the energy"),
					Found.wrong(CxiItem.ENERGY, e.finding().path().orElseThrow(), e.finding().value(),
							e.finding().path().orElseThrow() + " is " + NumberText.of(e.value().get())
									+ ", which is no photon energy in J (eV?); name the wavelength in m with --path "
									+ CxiItem.WAVELENGTH.key() + "=PATH"));
		double lambda = HC / e.value().get();
		return new Light(Found.instead(CxiItem.WAVELENGTH,
				NumberText.of(lambda) + " m, from the energy", lambda), e);
	}

	/** The energy's line when there is a wavelength: nothing that is wrong with it does harm. */
	private static Found<Double> notNeeded(Optional<Found<Double>> energy, Optional<Double> wavelength) {
		if (energy.isEmpty())
			return Found.none(CxiItem.ENERGY, "missing, not needed");
		Found<Double> e = energy.get();
		boolean agrees = e.value().isPresent() && wavelength.isPresent()
				&& Math.abs(HC / e.value().get() - wavelength.get()) <= 0.01 * wavelength.get();
		return Found.of(CxiItem.ENERGY, e.finding().path().get(),
				e.finding().value() + (agrees ? "" : ", does not agree with the wavelength, which is used"), 0.0);
	}
}
