// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.steps;

import java.util.Locale;
import java.util.OptionalDouble;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.initial.Defocus;
import org.pxst.core.initial.PairRegistration;
import org.pxst.core.initial.PairRegistration.Magnification;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.core.scan.SamplePositions;

/** fit_defocus_registration (paper, section 4.1): the defocus of both axes from frames and recorded positions. */
public final class FitDefocusRegistration {
	/** Below this the best magnification does not stand out: frames at shuffled positions reach 6, good scans over 100. */
	private static final double LEAST_SIGNIFICANCE = 10;
	/** A start value may be wrong by this factor. */
	private static final double START_RANGE = 1.5;

	/**
	 * @param defocus      focus to sample along both axes
	 * @param significance see {@link Magnification#significance()}
	 */
	public record Fit(Defocus defocus, double significance) {
	}

	/**
	 * @param scan       frames
	 * @param whitefield W, positive at every pixel that counts
	 * @param mask       pixels that count: good, lit, in the region of interest
	 * @param roi        region of interest
	 * @param positions  recorded positions
	 * @param geometry   detector
	 * @param start      defocus to start from, m; empty: the whole range is searched
	 * @param monitor    for cancelling
	 * @throws InvalidDataException when the frames do not overlap at any defocus and there is no start value
	 */
	public Fit fit(ComputeScan scan, Image whitefield, Mask mask, Roi roi, SamplePositions positions,
			Geometry geometry, OptionalDouble start, IMonitor monitor) {
		Image mean = scan.meanContrast(whitefield, mask, monitor);
		PairRegistration registration = new PairRegistration(
				(n, target) -> scan.contrast(n, mean, whitefield, mask, target), mask, roi, positions, geometry,
				scan.goodFrames(), monitor);
		Magnification best;
		if (start.isPresent()) {
			double magnification = 1 + geometry.sampleToDetector(start.getAsDouble()) / start.getAsDouble();
			best = registration.fit(magnification / START_RANGE, magnification * START_RANGE);
		} else {
			best = registration.fit();
		}
		if (best.significance() < LEAST_SIGNIFICANCE || best.ss() <= 1 || best.fs() <= 1) {
			if (start.isEmpty())
				throw new InvalidDataException(String.format(Locale.ROOT,
						"no defocus at which the %d frames overlap stands out (significance %.1f, at least %.0f needed);"
								+ " check positions and basis vectors, or give the focus-to-sample distance",
						scan.goodFrames().length, best.significance(), LEAST_SIGNIFICANCE));
			return new Fit(new Defocus(start.getAsDouble(), start.getAsDouble()), best.significance());
		}
		return new Fit(Defocus.of(geometry, best.ss(), best.fs()), best.significance());
	}
}
