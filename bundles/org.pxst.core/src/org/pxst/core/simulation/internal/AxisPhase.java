// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.simulation.internal;

/**
 * Phase factors along one axis of a spectrum. Free-space propagation and shifts by parts of a sample are products of one
 * such factor for each axis. Values are interleaved (re, im), in the order of a discrete Fourier transform.
 */
final class AxisPhase {
	private AxisPhase() {
	}

	/**
	 * Fresnel propagation exp(-i pi lambda distance q^2) together with a shift exp(-2 pi i q shift / pitch).
	 *
	 * @param length            number of samples
	 * @param pitch             sample pitch in m
	 * @param wavelengthTimesZ  wavelength times distance in m^2; negative to go back
	 * @param shift             towards larger indices, samples
	 * @param factor            real factor on all values
	 */
	static float[] of(int length, double pitch, double wavelengthTimesZ, double shift, double factor) {
		float[] values = new float[2 * length];
		for (int k = 0; k < length; k++) {
			double cycles = (double) (k < (length + 1) / 2 ? k : k - length) / length;
			double q = cycles / pitch;
			double phase = -Math.PI * wavelengthTimesZ * q * q - 2 * Math.PI * cycles * shift;
			values[2 * k] = (float) (factor * Math.cos(phase));
			values[2 * k + 1] = (float) (factor * Math.sin(phase));
		}
		return values;
	}

	/**
	 * Multiplies a spectrum by the factors of both axes.
	 *
	 * @param source  spectrum, flat (ss, fs), interleaved
	 * @param target  receives the product; may be the source
	 * @param alongSs factors along the slow scan axis
	 * @param alongFs factors along the fast scan axis
	 */
	static void multiply(float[] source, float[] target, float[] alongSs, float[] alongFs) {
		int rows = alongSs.length / 2;
		int columns = alongFs.length / 2;
		for (int i = 0; i < rows; i++) {
			float a = alongSs[2 * i];
			float b = alongSs[2 * i + 1];
			int start = 2 * i * columns;
			for (int j = 0; j < 2 * columns; j += 2) {
				float re = a * alongFs[j] - b * alongFs[j + 1];
				float im = a * alongFs[j + 1] + b * alongFs[j];
				float x = source[start + j];
				float y = source[start + j + 1];
				target[start + j] = x * re - y * im;
				target[start + j + 1] = x * im + y * re;
			}
		}
	}
}
