// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Geometry.DistanceFrom;

/**
 * The mean focus-to-sample distance that a step was given.
 *
 * @param defocus m, above 0; null: none
 */
record FocusToSample(Double defocus) {
	/**
	 * The distance, known to fit the detector.
	 *
	 * @throws InvalidDataException when the sample would not be before the detector
	 */
	double in(Geometry geometry) {
		if (!(geometry.sampleToDetector(defocus) > 0))
			throw new InvalidDataException("the defocus is " + defocus + " m, but the detector is only " + geometry.distance()
					+ " m from the focus; give another --defocus, or --distance-from sample");
		return defocus;
	}

	/**
	 * The same for what does not need to know the sample, if only the distance of the detector is counted from the focus.
	 *
	 * @return 0 when there is none, and none is needed
	 * @throws InvalidDataException when it is needed and there is none
	 */
	double ifNeededIn(Geometry geometry) {
		if (geometry.distanceFrom() == DistanceFrom.FOCUS)
			return 0;
		if (defocus == null)
			throw new InvalidDataException("the detector's distance is counted from the sample, and there is no defocus to count it"
					+ " from the focus; run pxst fit_defocus_registration first, or give --defocus VALUE");
		return in(geometry);
	}
}
