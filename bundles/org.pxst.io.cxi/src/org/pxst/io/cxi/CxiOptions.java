// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi;

import java.util.Map;
import java.util.OptionalDouble;

import org.pxst.core.scan.Geometry.DistanceFrom;

/**
 * What the user knows better than the file.
 *
 * @param paths        data set paths that replace the ones PXST would look at, by item; for {@link CxiItem#MASK} and
 *                     {@link CxiItem#GOOD_FRAMES} also "none": do without what the file has; for distance, pixel sizes,
 *                     wavelength and energy also the number itself in SI units
 * @param distanceFrom the point from which the file's detector distance is counted
 * @param defocus      focus-to-sample distance in m to start from, if known
 */
public record CxiOptions(Map<CxiItem, String> paths, DistanceFrom distanceFrom, OptionalDouble defocus) {
	/** Takes a copy of the paths. */
	public CxiOptions {
		paths = Map.copyOf(paths);
	}

	/** No overrides, distance counted from the focus, defocus unknown. */
	public static CxiOptions defaults() {
		return new CxiOptions(Map.of(), DistanceFrom.FOCUS, OptionalDouble.empty());
	}
}
