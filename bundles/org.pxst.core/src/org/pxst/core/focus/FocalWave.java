// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.focus;

import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.jtransforms.fft.FloatFFT_1D;
import org.pxst.core.CancelledException;
import org.pxst.core.image.Image;

/**
 * The wave in planes near the focus, {@code sum_ij P exp(-i (c_ss x_i^2 + c_fs x_j^2)) exp(2 pi i (x_i s + x_j t))}, s and t
 * the place as parts of the field of view. Uses all cores, with the same result on every run.
 */
final class FocalWave {
	/** Columns that are transformed together, so that whole cache lines are read. */
	private static final int BLOCK = 8;

	private final Pupil pupil;
	private final Optics optics;

	FocalWave(Pupil pupil, Optics optics) {
		this.pupil = pupil;
		this.optics = optics;
	}

	/** Factors exp(-i c x^2 + 2 pi i x t) of an axis, real parts first. */
	private double[][] factors(Axis axis, double position, double place) {
		double c = optics.curvature(axis, position);
		double[][] factors = new double[2][pupil.length(axis)];
		for (int k = 0; k < factors[0].length; k++) {
			double x = k + pupil.first(axis);
			double angle = -c * x * x + 2 * Math.PI * x * place;
			factors[0][k] = Math.cos(angle);
			factors[1][k] = Math.sin(angle);
		}
		return factors;
	}

	/** Squared modulus at one point, no more than {@code modulus^2} of the pupil. */
	double intensity(double position, double s, double t) {
		double[][] alongSs = factors(Axis.SS, position, s);
		double[][] line = summedOverFs(position, t);
		double re = 0;
		double im = 0;
		for (int i = 0; i < line[0].length; i++) {
			re += line[0][i] * alongSs[0][i] - line[1][i] * alongSs[1][i];
			im += line[0][i] * alongSs[1][i] + line[1][i] * alongSs[0][i];
		}
		return re * re + im * im;
	}

	/** Intensity on the line along ss at place t of fs. */
	LineProfile cutAlongSs(double position, double t) {
		double[][] line = summedOverFs(position, t);
		return LineProfile.of(turned(line, factors(Axis.SS, position, 0)));
	}

	/** Intensity on the line along fs at place s of ss. */
	LineProfile cutAlongFs(double position, double s) {
		double[][] alongSs = factors(Axis.SS, position, s);
		double[][] line = new double[2][pupil.columns()];
		for (int p = 0; p < pupil.re().length; p++) {
			int i = p / pupil.columns();
			int j = p % pupil.columns();
			line[0][j] += pupil.re()[p] * alongSs[0][i] - pupil.im()[p] * alongSs[1][i];
			line[1][j] += pupil.re()[p] * alongSs[1][i] + pupil.im()[p] * alongSs[0][i];
		}
		return LineProfile.of(turned(line, factors(Axis.FS, position, 0)));
	}

	private static double[][] turned(double[][] line, double[][] factors) {
		double[][] turned = new double[2][line[0].length];
		for (int k = 0; k < line[0].length; k++) {
			turned[0][k] = line[0][k] * factors[0][k] - line[1][k] * factors[1][k];
			turned[1][k] = line[0][k] * factors[1][k] + line[1][k] * factors[0][k];
		}
		return turned;
	}

	/** sum_j P(i, j) exp(-i c x_j^2 + 2 pi i x_j t) for each i. */
	private double[][] summedOverFs(double position, double t) {
		double[][] alongFs = factors(Axis.FS, position, t);
		double[][] line = new double[2][pupil.rows()];
		IntStream.range(0, pupil.rows()).parallel().forEach(i -> {
			double re = 0;
			double im = 0;
			for (int j = 0, p = i * pupil.columns(); j < pupil.columns(); j++, p++) {
				re += pupil.re()[p] * alongFs[0][j] - pupil.im()[p] * alongFs[1][j];
				im += pupil.re()[p] * alongFs[1][j] + pupil.im()[p] * alongFs[0][j];
			}
			line[0][i] = re;
			line[1][i] = im;
		});
		return line;
	}

	/**
	 * Intensity around the optical axis. Only the rows of the pupil that have light and the columns that are wanted are
	 * transformed.
	 *
	 * @param position  of the plane
	 * @param samplesSs samples of the field of view along ss
	 * @param samplesFs samples of the field of view along fs
	 * @param rows      samples that are wanted along ss
	 * @param columns   samples that are wanted along fs
	 * @return light per sample; the optical axis is at (rows / 2, columns / 2)
	 */
	Image intensity(double position, int samplesSs, int samplesFs, int rows, int columns, IMonitor monitor) {
		double[][] alongSs = factors(Axis.SS, position, 0);
		double[][] alongFs = factors(Axis.FS, position, 0);
		float[][] half = new float[pupil.rows()][];
		FloatFFT_1D fftFs = new FloatFFT_1D(samplesFs);
		IntStream.range(0, pupil.rows()).parallel().forEach(i -> {
			if (!monitor.isCancelled())
				half[i] = alongRow(i, alongSs, alongFs, samplesFs, columns, fftFs);
		});
		float[] intensity = new float[rows * columns];
		FloatFFT_1D fftSs = new FloatFFT_1D(samplesSs);
		IntStream.range(0, (columns + BLOCK - 1) / BLOCK).parallel().forEach(b -> {
			if (!monitor.isCancelled())
				alongColumns(b * BLOCK, half, samplesSs, samplesFs, rows, columns, fftSs, intensity);
		});
		if (monitor.isCancelled())
			throw new CancelledException("focus_profile");
		return new Image(rows, columns, intensity);
	}

	/** Transform of a row of the pupil at the columns that are wanted; null when the row is dark. */
	private float[] alongRow(int i, double[][] alongSs, double[][] alongFs, int samples, int columns, FloatFFT_1D fft) {
		float[] line = new float[2 * samples];
		boolean lit = false;
		for (int j = 0, p = i * pupil.columns(); j < pupil.columns(); j++, p++)
			if (pupil.isLit(p)) {
				lit = true;
				double c = alongSs[0][i] * alongFs[0][j] - alongSs[1][i] * alongFs[1][j];
				double s = alongSs[0][i] * alongFs[1][j] + alongSs[1][i] * alongFs[0][j];
				line[2 * j] = (float) (pupil.re()[p] * c - pupil.im()[p] * s);
				line[2 * j + 1] = (float) (pupil.re()[p] * s + pupil.im()[p] * c);
			}
		if (!lit)
			return null;
		fft.complexInverse(line, false);
		float[] wanted = new float[2 * columns];
		for (int k = 0; k < columns; k++) {
			int from = Math.floorMod(k - columns / 2, samples);
			wanted[2 * k] = line[2 * from];
			wanted[2 * k + 1] = line[2 * from + 1];
		}
		return wanted;
	}

	private static void alongColumns(int first, float[][] half, int samplesSs, int samplesFs, int rows, int columns,
			FloatFFT_1D fft, float[] intensity) {
		int count = Math.min(BLOCK, columns - first);
		float[][] lines = new float[count][2 * samplesSs];
		for (int i = 0; i < half.length; i++)
			for (int c = 0; half[i] != null && c < count; c++) {
				lines[c][2 * i] = half[i][2 * (first + c)];
				lines[c][2 * i + 1] = half[i][2 * (first + c) + 1];
			}
		double scale = 1.0 / ((double) samplesSs * samplesFs);
		for (int c = 0; c < count; c++) {
			fft.complexInverse(lines[c], false);
			for (int k = 0; k < rows; k++) {
				int from = Math.floorMod(k - rows / 2, samplesSs);
				double re = lines[c][2 * from];
				double im = lines[c][2 * from + 1];
				intensity[k * columns + first + c] = (float) (scale * (re * re + im * im));
			}
		}
	}
}
