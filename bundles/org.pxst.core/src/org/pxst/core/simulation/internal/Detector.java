// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.simulation.internal;

import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.FrameType;

/** Turns intensities into counts: flux, background, photon noise, defects, rounding. Immutable. */
public final class Detector {
	private final SimulationSettings settings;
	private final DetectorDefects defects;

	/**
	 * @param settings what to simulate
	 * @param defects  pixels that do not work
	 */
	public Detector(SimulationSettings settings, DetectorDefects defects) {
		this.settings = settings;
		this.defects = defects;
	}

	/**
	 * Records a frame.
	 *
	 * @param frame  its number
	 * @param values relative intensity, replaced by counts
	 * @param flux   brightness of the beam
	 * @param random for this frame alone
	 */
	public void record(int frame, float[] values, double flux, RandomStream random) {
		double beam = 1;
		if (settings.badFrames().contains(frame))
			beam = settings.badFrames().get(0) == frame ? 0 : 0.3;
		for (int k = 0; k < values.length; k++) {
			double mean = beam * (values[k] * settings.counts() * flux + settings.background());
			values[k] = (float) (settings.noise() ? random.poisson(Math.max(mean, 0)) : mean);
		}
		for (int k : defects.dead())
			values[k] = 0;
		for (int h = 0; h < defects.hot().length; h++) {
			double level = defects.hotLevel()[h];
			values[defects.hot()[h]] = (float) (settings.noise() ? random.poisson(level) : level);
		}
		if (settings.frameType() == FrameType.FLOAT32)
			return;
		double largest = settings.frameType() == FrameType.UINT16 ? 65535 : Integer.MAX_VALUE;
		for (int k = 0; k < values.length; k++)
			values[k] = (float) Math.min(largest, Math.max(0, Math.rint(values[k])));
	}
}
