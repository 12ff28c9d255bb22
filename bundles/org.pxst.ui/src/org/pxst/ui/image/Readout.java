// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.util.Locale;

/** Words for a place in a picture: pixel, position, value. */
final class Readout {
	private Readout() {
	}

	/** Something like "ss 12, fs 345 | 1.23 um, 4.56 um | 1234 counts"; "" outside of the picture. */
	static String of(Picture picture, double ss, double fs) {
		int i = (int) Math.round(ss);
		int j = (int) Math.round(fs);
		if (i < 0 || j < 0 || i >= picture.rows() || j >= picture.columns())
			return "";
		String place = picture.ss().unit().equals("px") && picture.ss().at(i) == i && picture.fs().at(j) == j ? ""
				: " \u2502 " + position(picture.ss(), ss, picture.rows()) + ", " + position(picture.fs(), fs, picture.columns());
		return "ss " + i + ", fs " + j + place + " \u2502 " + value(picture, picture.at(i, j));
	}

	private static String position(Picture.Axis axis, double index, int count) {
		double largest = Math.max(Math.abs(axis.at(0)), Math.abs(axis.at(count - 1.0)));
		UnitPrefix prefix = UnitPrefix.of(axis.unit(), largest);
		double step = Math.abs(axis.step() * prefix.factor());
		int decimals = Math.max(0, Math.min(9, (int) Math.ceil(1 - Math.log10(step))));
		return with(String.format(Locale.ROOT, "%." + decimals + "f", axis.at(index) * prefix.factor()), prefix.unit());
	}

	private static String value(Picture picture, float value) {
		if (Float.isNaN(value))
			return "no value";
		UnitPrefix prefix = UnitPrefix.of(picture.unit(), Math.abs(value));
		return with(number(value * prefix.factor()), prefix.unit());
	}

	/** A number with about six digits. */
	static String number(double value) {
		if (value == Math.rint(value) && Math.abs(value) < 1e7)
			return String.format(Locale.ROOT, "%.0f", value);
		double size = Math.abs(value);
		if (size >= 1e7 || size < 1e-4)
			return String.format(Locale.ROOT, "%.4e", value);
		return String.format(Locale.ROOT, "%." + Math.max(0, 5 - (int) Math.floor(Math.log10(size))) + "f", value);
	}

	private static String with(String number, String unit) {
		return unit.isEmpty() ? number : number + " " + unit;
	}
}
