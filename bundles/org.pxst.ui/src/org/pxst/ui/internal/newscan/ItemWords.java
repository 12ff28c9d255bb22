// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.pxst.io.cxi.CxiFinding;
import org.pxst.io.cxi.CxiItem;
import org.pxst.processing.step.ScanParameter;
import org.pxst.ui.view.SiPrefix;

/** The items of a scan in words. */
final class ItemWords {
	private static final Pattern NUMBER = Pattern.compile("^(\\d+\\.?\\d*(?:[eE][+-]?\\d+)?) (m|J)\\b");
	private static final double JOULE_PER_KEV = 1.602176634e-16;

	private ItemWords() {
	}

	/** A short name. */
	static String name(CxiItem item) {
		return switch (item) {
		case DATA -> "frames";
		case MASK -> "detector mask";
		case BASIS_VECTORS -> "basis vectors";
		case DISTANCE -> "detector distance";
		case X_PIXEL_SIZE -> "pixel size, slow axis";
		case Y_PIXEL_SIZE -> "pixel size, fast axis";
		case WAVELENGTH -> "wavelength";
		case ENERGY -> "photon energy";
		case TRANSLATIONS -> "sample positions";
		case DEFOCUS -> "defocus";
		case GOOD_FRAMES -> "frames to use";
		};
	}

	/** What it is. */
	static String meaning(CxiItem item) {
		return switch (item) {
		case DATA -> "The stack of frames, shape (N, M, L)";
		case MASK -> "The detector's own mask of bad pixels, shape (M, L); none: do without";
		case BASIS_VECTORS -> "Steps along the slow and fast axis of the detector in m, shape (2, 3) or (N, 2, 3)";
		case DISTANCE -> "Distance of the detector from focus or sample; see below from which";
		case X_PIXEL_SIZE -> "Size of a detector pixel along the slow scan axis";
		case Y_PIXEL_SIZE -> "Size of a detector pixel along the fast scan axis";
		case WAVELENGTH -> "Wavelength of the light; the photon energy will do instead";
		case ENERGY -> "Photon energy, instead of the wavelength";
		case TRANSLATIONS -> "Recorded positions of the sample in m, one for each frame, shape (N, 3)";
		case DEFOCUS -> "Distance from focus to sample to start from, when the file knows it";
		case GOOD_FRAMES -> "The frames that were chosen in the Frames view; all when there is no choice";
		};
	}

	/** The parameter that replaces an item; empty when none does. */
	static Optional<ScanParameter> parameter(CxiItem item) {
		return Arrays.stream(ScanParameter.values()).filter(parameter -> parameter.item() == item).findFirst();
	}

	/** What can be typed. */
	static String example(ScanParameter parameter) {
		return switch (parameter) {
		case DISTANCE -> "0.7 m, or /path";
		case X_PIXEL_SIZE, Y_PIXEL_SIZE -> "55 um, or /path";
		case WAVELENGTH -> "0.1 nm, or /path";
		case ENERGY -> "17 keV, or /path";
		case DETECTOR_MASK -> "/path, or none";
		default -> "/path";
		};
	}

	/** What was found, with the prefixes and units that users think in. */
	static String value(CxiFinding finding) {
		Matcher number = NUMBER.matcher(finding.value());
		return number.replaceFirst(found -> Matcher.quoteReplacement(found.group(2).equals("J")
				? SiPrefix.of(1, "").number(Double.parseDouble(found.group(1)) / JOULE_PER_KEV) + " keV"
				: SiPrefix.text(Double.parseDouble(found.group(1)), "m")));
	}

	/** A problem without what is meant for the command line. */
	static String forReader(String problem) {
		return problem.replaceAll("name the (?:right one|wavelength in m) with --path \\S+", "type it here, or choose a data set")
				.replaceAll("correct --path \\S+", "type another one");
	}
}
