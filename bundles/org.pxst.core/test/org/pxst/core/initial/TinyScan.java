// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import java.util.Arrays;

import org.eclipse.january.IMonitor;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.MemoryFrameSource;
import org.pxst.core.simulation.SimulatedScan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Builder;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Simulator;
import org.pxst.core.simulation.Truth;

/** Simulated scan for tests, with what the tested classes need of it, computed the plain way. */
record TinyScan(SimulatedScan simulated, float[][] goodFrames) {
	/** The smallest preset, sampled coarsely: a tenth of a second. */
	static Builder settings() {
		return SimulationSettings.builder(Size.TINY).oversampling(1).padding(16);
	}

	static TinyScan of(Builder settings) {
		SimulatedScan scan = new Simulator(1).simulate(settings.build(), new IMonitor.Stub());
		float[][] frames = ((MemoryFrameSource) scan.scan().frames()).values();
		return new TinyScan(scan, Arrays.stream(scan.truth().goodFrames()).mapToObj(n -> frames[n]).toArray(float[][]::new));
	}

	Truth truth() {
		return simulated.truth();
	}

	/** Good pixels with at least this part of the light of the middle. */
	Mask lit(double part) {
		Image whitefield = truth().whitefield();
		boolean[] lit = new boolean[whitefield.values().length];
		for (int p = 0; p < lit.length; p++)
			lit[p] = truth().mask().good()[p] && whitefield.values()[p] > part * simulated.settings().counts();
		return new Mask(whitefield.rows(), whitefield.columns(), lit);
	}

	/** Mean, variance and mean squared deviation from the median of 3 x 3 pixels, over frames. */
	record Statistics(Image mean, Image variance, Image deviation) {
		static Statistics of(int rows, int columns, float[][] frames) {
			float[] mean = new float[rows * columns];
			float[] variance = new float[mean.length];
			float[] deviation = new float[mean.length];
			for (int p = 0; p < mean.length; p++) {
				double sum = 0;
				for (float[] frame : frames)
					sum += frame[p];
				double average = sum / frames.length;
				double squares = 0;
				double away = 0;
				for (float[] frame : frames) {
					squares += Math.pow(frame[p] - average, 2);
					away += Math.pow(frame[p] - median(rows, columns, frame, p), 2);
				}
				mean[p] = (float) average;
				variance[p] = (float) (squares / frames.length);
				deviation[p] = (float) (away / frames.length);
			}
			return new Statistics(new Image(rows, columns, mean), new Image(rows, columns, variance),
					new Image(rows, columns, deviation));
		}

		private static double median(int rows, int columns, float[] frame, int p) {
			float[] around = new float[9];
			int n = 0;
			for (int i = Math.max(0, p / columns - 1); i <= Math.min(rows - 1, p / columns + 1); i++)
				for (int j = Math.max(0, p % columns - 1); j <= Math.min(columns - 1, p % columns + 1); j++)
					around[n++] = frame[i * columns + j];
			Arrays.sort(around, 0, n);
			return n % 2 == 1 ? around[n / 2] : (around[n / 2 - 1] + around[n / 2]) / 2;
		}

		Mask makeMask() {
			return new MakeMask().apply(mean, variance, deviation, new IMonitor.Stub());
		}
	}
}
