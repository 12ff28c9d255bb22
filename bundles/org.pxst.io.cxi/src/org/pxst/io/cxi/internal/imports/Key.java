// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a mapping file can say something about. */
enum Key {
	/** The stack of frames. */
	DATA("data"),
	/** Detector mask. */
	MASK("mask"),
	/** Steps from pixel to pixel along both axes of a frame. */
	BASIS_VECTORS("basis_vectors"),
	/** Direction of the slow scan axis: from row to row. */
	SLOW("slow"),
	/** Direction of the fast scan axis: from column to column. */
	FAST("fast"),
	/** Detector distance. */
	DISTANCE("distance"),
	/** Pixel size along the slow scan axis. */
	X_PIXEL_SIZE("x_pixel_size"),
	/** Pixel size along the fast scan axis. */
	Y_PIXEL_SIZE("y_pixel_size"),
	/** Wavelength. */
	WAVELENGTH("wavelength"),
	/** Photon energy. */
	ENERGY("energy"),
	/** Sample positions, all axes at once. */
	TRANSLATIONS("translations"),
	/** Sample positions along x. */
	X("x"),
	/** Sample positions along y. */
	Y("y"),
	/** Sample positions along z. */
	Z("z"),
	/** Focus to sample. */
	DEFOCUS("defocus"),
	/** Frames to be used. */
	GOOD_FRAMES("good_frames"),
	/** Frames to be imported. */
	FRAMES("frames");

	private final String name;

	Key(String name) {
		this.name = name;
	}

	/** Its name in mapping files. */
	String text() {
		return name;
	}

	/** The key of this name. */
	static Optional<Key> of(String name) {
		return Arrays.stream(values()).filter(key -> key.name.equals(name)).findFirst();
	}

	/** All names, for messages. */
	static String names() {
		return Arrays.stream(values()).map(Key::text).collect(Collectors.joining(", "));
	}

	/** The other ways to say the same thing, which no longer count when somebody says this. */
	Set<Key> replaces() {
		return switch (this) {
		case BASIS_VECTORS -> EnumSet.of(SLOW, FAST);
		case SLOW, FAST -> EnumSet.of(BASIS_VECTORS);
		case WAVELENGTH -> EnumSet.of(ENERGY);
		case ENERGY -> EnumSet.of(WAVELENGTH);
		case TRANSLATIONS -> EnumSet.of(X, Y, Z);
		case X, Y, Z -> EnumSet.of(TRANSLATIONS);
		default -> EnumSet.noneOf(Key.class);
		};
	}
}
