// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.jtransforms.fft.FloatFFT_2D;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Geometry.DistanceFrom;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.MemoryFrameSource;
import org.pxst.core.scan.Roi;

/** Frames of random contrast whose power spectrum is known in closed form: a background times rings. */
record ThonField(MemoryFrameSource source, Geometry geometry) {
	/** What to make; the rings are those of sin(x) + bd cos(x). */
	record Recipe(int rows, int columns, double pixelSs, double pixelFs, double defocusSs, double defocusFs,
			double oblique, double bd, DoubleUnaryOperator background, DistanceFrom from) {
		static final double WAVELENGTH = 7.29e-11;
		static final double DISTANCE = 1;

		static Recipe of(int rows, int columns, double defocusSs, double defocusFs) {
			return new Recipe(rows, columns, 55e-6, 55e-6, defocusSs, defocusFs, 0, 0.1, q -> Math.exp(-6 * q),
					DistanceFrom.FOCUS);
		}

		Recipe pixels(double ss, double fs) {
			return new Recipe(rows, columns, ss, fs, defocusSs, defocusFs, oblique, bd, background, from);
		}

		/** Off-diagonal element of the matrix of curvatures 1 / R, 1 / m. */
		Recipe oblique(double value) {
			return new Recipe(rows, columns, pixelSs, pixelFs, defocusSs, defocusFs, value, bd, background, from);
		}

		Recipe bd(double value) {
			return new Recipe(rows, columns, pixelSs, pixelFs, defocusSs, defocusFs, oblique, value, background, from);
		}

		Recipe from(DistanceFrom value) {
			return new Recipe(rows, columns, pixelSs, pixelFs, defocusSs, defocusFs, oblique, bd, background, value);
		}

		Geometry geometry() {
			return new Geometry(DISTANCE, from, pixelSs, pixelFs, WAVELENGTH, OptionalDouble.empty());
		}

		/** Contrast transfer at a frequency on the detector, cycles per m. */
		double transfer(double ss, double fs) {
			double z2 = geometry().sampleToDetector((defocusSs + defocusFs) / 2);
			double x = Math.PI * WAVELENGTH * z2 * ((1 + z2 / defocusSs) * ss * ss + (1 + z2 / defocusFs) * fs * fs
					+ 2 * z2 * oblique * ss * fs);
			return Math.sin(x) + bd * Math.cos(x);
		}
	}

	/** Frames of mean 100 with a contrast of a tenth rms and no noise. */
	static ThonField of(Recipe recipe, int frames, long seed) {
		return of(recipe.rows, recipe.columns, recipe.geometry(), frames, seed, (ss, fs) -> recipe.transfer(ss, fs)
				* recipe.background.applyAsDouble(Math.hypot(ss * recipe.pixelSs, fs * recipe.pixelFs)));
	}

	/** Amplitude of a frequency in cycles per m. */
	interface Amplitude {
		double at(double ss, double fs);
	}

	static ThonField of(int rows, int columns, Geometry geometry, int frames, long seed, Amplitude amplitude) {
		float[][] values = new float[frames][rows * columns];
		Random random = new Random(seed);
		for (float[] frame : values) {
			float[] work = new float[2 * frame.length];
			for (int k = 0; k < frame.length; k++)
				work[2 * k] = (float) random.nextGaussian();
			FloatFFT_2D fft = new FloatFFT_2D(rows, columns);
			fft.complexForward(work);
			for (int i = 0; i < rows; i++)
				for (int j = 0; j < columns; j++) {
					double ss = (i <= rows / 2 ? i : i - rows) / (rows * geometry.pixelSizeSs());
					double fs = (j <= columns / 2 ? j : j - columns) / (columns * geometry.pixelSizeFs());
					float a = i == 0 && j == 0 ? 0 : (float) amplitude.at(ss, fs);
					work[2 * (i * columns + j)] *= a;
					work[2 * (i * columns + j) + 1] *= a;
				}
			fft.complexInverse(work, true);
			double squares = 0;
			for (int k = 0; k < frame.length; k++)
				squares += work[2 * k] * work[2 * k];
			double rms = Math.sqrt(squares / frame.length);
			for (int k = 0; k < frame.length; k++)
				frame[k] = (float) (100 + 10 * work[2 * k] / rms);
		}
		return new ThonField(new MemoryFrameSource(rows, columns, values), geometry);
	}

	ThonRings fit(FitThonRingsSettings settings) {
		int rows = source.rows();
		int columns = source.columns();
		return new FitThonRings(settings).fit(source, Mask.allGood(rows, columns), Image.constant(rows, columns, 100),
				Roi.full(rows, columns), geometry, IntStream.range(0, source.frames()).toArray(), new IMonitor.Stub());
	}

	ThonRings fit() {
		return fit(FitThonRingsSettings.DEFAULT);
	}
}
