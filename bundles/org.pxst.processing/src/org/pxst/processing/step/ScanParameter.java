// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.pxst.io.cxi.CxiItem;

/**
 * Parameters that all steps have: what the scan is. Each is a path in the scan's file; those that are single numbers can be
 * given as such. Beside them there is {@link #DISTANCE_FROM}.
 */
public enum ScanParameter {
	/** Frames. */
	DATA("data", CxiItem.DATA, false, "frames (N, M, L)"),
	/** Steps along the detector's axes. */
	BASIS_VECTORS("basis_vectors", CxiItem.BASIS_VECTORS, false, "steps along the detector's axes in m", "basis"),
	/** Detector distance. */
	DISTANCE("distance", CxiItem.DISTANCE, true, "detector distance in m", "z"),
	/** Pixel size along the slow scan axis. */
	X_PIXEL_SIZE("x_pixel_size", CxiItem.X_PIXEL_SIZE, true, "pixel size along the slow scan axis in m"),
	/** Pixel size along the fast scan axis. */
	Y_PIXEL_SIZE("y_pixel_size", CxiItem.Y_PIXEL_SIZE, true, "pixel size along the fast scan axis in m"),
	/** Wavelength. */
	WAVELENGTH("wavelength", CxiItem.WAVELENGTH, true, "wavelength in m"),
	/** Photon energy. */
	ENERGY("energy", CxiItem.ENERGY, true, "photon energy in J, instead of the wavelength"),
	/** Sample positions. */
	TRANSLATIONS("translations", CxiItem.TRANSLATIONS, false, "recorded sample positions (N, 3) in m"),
	/** The detector's own mask. */
	DETECTOR_MASK("detector_mask", CxiItem.MASK, false, "mask of the detector itself (M, L), or none to do without");

	/** Parameter of all steps that says where the detector's distance is counted from: focus or sample. */
	public static final String DISTANCE_FROM = "distance_from";

	private final String key;
	private final CxiItem item;
	private final boolean number;
	private final String description;
	private final List<String> names;

	ScanParameter(String key, CxiItem item, boolean number, String description, String... aliases) {
		this.key = key;
		this.item = item;
		this.number = number;
		this.description = description;
		names = Stream.concat(Stream.of(key), Arrays.stream(aliases)).toList();
	}

	/** Its name. */
	public String key() {
		return key;
	}

	/** What it is. */
	public String description() {
		return description;
	}

	/** What of the scan it stands for. */
	public CxiItem item() {
		return item;
	}

	/** Whether it can be given as a number. */
	public boolean isNumber() {
		return number;
	}

	/** The one that goes by a name. */
	public static Optional<ScanParameter> called(String name) {
		return Arrays.stream(values()).filter(parameter -> parameter.names.contains(name)).findFirst();
	}
}
