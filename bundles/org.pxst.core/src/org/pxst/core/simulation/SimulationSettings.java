// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.simulation;

import java.util.Arrays;
import java.util.List;

/**
 * What to simulate. Immutable; made from a preset with {@link #of(Size)} or {@link #builder(Size)}.
 * <p>
 * Aberrations are given as the displacement of a ray in reference pixels that the term causes at the edge of the pupil,
 * so that they scale with the detector.
 *
 * @param sample        kind of sample
 * @param gridRows      scan points along the slow scan axis, at least 1
 * @param gridColumns   scan points along the fast scan axis, at least 1
 * @param rows          detector rows M, at least 8
 * @param columns       detector columns L, at least 8
 * @param oversampling  samples of the wavefield a detector pixel and axis, at least 1
 * @param padding       rim around the detector on which the wavefield is followed, detector pixels, at least 0
 * @param defocus       focus to sample z1 in m, &gt; 0
 * @param distance      focus to detector z in m, &gt; z1
 * @param step          mean step of the scan grid, reference pixels, at least 0
 * @param jitter        uniform random offset of the scan points, +- this part of the step
 * @param positionError rms error of the recorded positions, reference pixels, at least 0
 * @param astigmatism   (z1_ss - z1_fs) / (2 z1), between -0.5 and 0.5
 * @param c3Ss          third order aberration along the slow scan axis
 * @param c3Fs          third order aberration along the fast scan axis
 * @param c4Ss          fourth order aberration along the slow scan axis
 * @param c4Fs          fourth order aberration along the fast scan axis
 * @param coma          two-dimensional coma; must be 0 when the pixels are not square
 * @param spherical     spherical aberration; must be 0 when the pixels are not square
 * @param ripple        weak sinusoidal aberration along both axes
 * @param wavelength    in m, &gt; 0
 * @param pixelSizeSs   detector pixel along the slow scan axis in m, &gt; 0
 * @param pixelSizeFs   detector pixel along the fast scan axis in m, &gt; 0
 * @param pupil         size of the pupil on the detector as a part of the detector's, 0 .. 1
 * @param softness      width of the pupil's edge (sigma of an error function), detector pixels, &gt; 0
 * @param thickness     largest thickness of the sample in m, at least 0; 0 is no sample
 * @param delta         decrement of the refractive index of the sample
 * @param beta          absorption index of the sample
 * @param correlation   correlation length of the speckle sample, reference pixels, &gt; 0
 * @param smoothing     sigma of the Gaussian that the sample is smoothed with, reference pixels, at least 0
 * @param counts        mean counts a pixel in the middle of the beam, &gt; 0
 * @param background    counts added to each pixel, at least 0
 * @param fluxJitter    rms relative variation of the beam from frame to frame, at least 0
 * @param noise         whether there is photon noise
 * @param dead          part of the pixels that always read 0, 0 .. 0.5
 * @param hot           part of the pixels that read 5 to 20 times {@code counts}, 0 .. 0.5
 * @param badFrames     frames that went wrong, ascending: the first is blank, the others have 0.3 of the beam; numbers of
 *                      frames that do not exist are dropped
 * @param frameType     number type of the frames
 * @param seed          of all random numbers
 */
public record SimulationSettings(Sample sample, int gridRows, int gridColumns, int rows, int columns, int oversampling,
		int padding, double defocus, double distance, double step, double jitter, double positionError,
		double astigmatism, double c3Ss, double c3Fs, double c4Ss, double c4Fs, double coma, double spherical,
		double ripple, double wavelength, double pixelSizeSs, double pixelSizeFs, double pupil, double softness,
		double thickness, double delta, double beta, double correlation, double smoothing, double counts,
		double background, double fluxJitter, boolean noise, double dead, double hot, List<Integer> badFrames,
		FrameType frameType, long seed) {

	/** Presets of scan grid, detector, sampling and distances. */
	public enum Size {
		/** 25 frames of 96 x 128. */
		TINY(5, 5, 96, 128, 2, 48, 9),
		/** 49 frames of 256 x 256. */
		SMALL(7, 7, 256, 256, 2, 64, 18),
		/** 121 frames of 516 x 1556, as in the paper. */
		PAPER(11, 11, 516, 1556, 1, 66, 30);

		private final int gridRows;
		private final int gridColumns;
		private final int rows;
		private final int columns;
		private final int oversampling;
		private final int padding;
		private final double step;

		Size(int gridRows, int gridColumns, int rows, int columns, int oversampling, int padding, double step) {
			this.gridRows = gridRows;
			this.gridColumns = gridColumns;
			this.rows = rows;
			this.columns = columns;
			this.oversampling = oversampling;
			this.padding = padding;
			this.step = step;
		}
	}

	/** Kinds of samples. */
	public enum Sample {
		/** Siemens star. */
		STAR,
		/** Random thickness with two correlation lengths. */
		SPECKLE
	}

	/** Number types of frames. */
	public enum FrameType {
		/** Unsigned 16 bit, rounded. */
		UINT16,
		/** Signed 32 bit, rounded. */
		INT32,
		/** 32 bit floating point, not rounded. */
		FLOAT32
	}

	/** Drops bad frames that do not exist, puts the others in order, and checks the ranges. */
	public SimulationSettings {
		int frames = gridRows * gridColumns;
		badFrames = badFrames.stream().filter(n -> n >= 0 && n < frames).sorted().distinct().toList();
		require(gridRows >= 1 && gridColumns >= 1, "grid", gridRows + " x " + gridColumns, "at least 1 x 1");
		require(rows >= 8 && columns >= 8, "shape", rows + " x " + columns, "at least 8 x 8");
		require(oversampling >= 1, "oversampling", oversampling, "at least 1");
		require(padding >= 0, "padding", padding, "not negative");
		require(defocus > 0, "defocus", defocus, "positive");
		require(distance > defocus && distance < Double.POSITIVE_INFINITY, "distance", distance,
				"larger than the defocus " + defocus);
		notNegative(step, "step");
		notNegative(jitter, "jitter");
		notNegative(positionError, "position error");
		require(Math.abs(astigmatism) < 0.5, "astigmatism", astigmatism, "between -0.5 and 0.5");
		for (double aberration : new double[] { c3Ss, c3Fs, c4Ss, c4Fs, coma, spherical, ripple })
			require(Double.isFinite(aberration), "an aberration", aberration, "finite");
		positive(wavelength, "wavelength");
		positive(pixelSizeSs, "pixel size along the slow scan axis");
		positive(pixelSizeFs, "pixel size along the fast scan axis");
		require(pupil > 0 && pupil <= 1, "pupil", pupil, "in 0 .. 1");
		positive(softness, "softness");
		notNegative(thickness, "thickness");
		require(Double.isFinite(delta), "delta", delta, "finite");
		notNegative(beta, "beta");
		positive(correlation, "correlation");
		notNegative(smoothing, "smoothing");
		positive(counts, "counts");
		notNegative(background, "background");
		notNegative(fluxJitter, "flux jitter");
		require(dead >= 0 && dead <= 0.5, "dead", dead, "in 0 .. 0.5");
		require(hot >= 0 && hot <= 0.5, "hot", hot, "in 0 .. 0.5");
		boolean square = Math.abs(pixelSizeSs / pixelSizeFs - 1) < 1e-6;
		require(square || coma == 0 && spherical == 0, "coma and spherical", coma + ", " + spherical,
				"0, 0 with pixels that are not square");
	}

	private static void positive(double value, String name) {
		require(value > 0 && value < Double.POSITIVE_INFINITY, name, value, "positive and finite");
	}

	private static void notNegative(double value, String name) {
		require(value >= 0 && value < Double.POSITIVE_INFINITY, name, value, "finite and not negative");
	}

	private static void require(boolean condition, String name, Object value, String what) {
		if (!condition)
			throw new IllegalArgumentException("simulation: " + name + " is " + value + ", must be " + what);
	}

	/** The preset, with everything else at its default. */
	public static SimulationSettings of(Size size) {
		return builder(size).build();
	}

	/** A builder that starts from the preset. */
	public static Builder builder(Size size) {
		return new Builder(size);
	}

	/** A builder that starts from these settings. */
	public Builder toBuilder() {
		return new Builder(this);
	}

	/** Number of frames N. */
	public int frames() {
		return gridRows * gridColumns;
	}

	/** Geometric magnification z / z1. */
	public double magnification() {
		return distance / defocus;
	}

	/** Reference pixel along the slow scan axis in m: the detector pixel without the magnification. */
	public double dss() {
		return pixelSizeSs / magnification();
	}

	/** Reference pixel along the fast scan axis in m: the detector pixel without the magnification. */
	public double dfs() {
		return pixelSizeFs / magnification();
	}

	/** Distance z1 (z - z1) / z in m over which a plane wave shows the same fringes. */
	public double effectiveDistance() {
		return defocus * (distance - defocus) / distance;
	}

	/** Focus to sample along the slow scan axis in m. */
	public double defocusSs() {
		return defocus * (1 + astigmatism);
	}

	/** Focus to sample along the fast scan axis in m. */
	public double defocusFs() {
		return defocus * (1 - astigmatism);
	}

	/** Collects settings. Not for use by several threads at once. */
	public static final class Builder {
		private Sample sample = Sample.STAR;
		private int gridRows;
		private int gridColumns;
		private int rows;
		private int columns;
		private int oversampling;
		private int padding;
		private double defocus = 0.8e-3;
		private double distance = 1;
		private double step;
		private double jitter = 0.25;
		private double positionError;
		private double astigmatism = 0.02;
		private double c3Ss = 2;
		private double c3Fs = -1.5;
		private double c4Ss = 1;
		private double c4Fs = 1;
		private double coma = 0.6;
		private double spherical = 0.4;
		private double ripple = 0.25;
		private double wavelength = 7.29e-11;
		private double pixelSizeSs = 55e-6;
		private double pixelSizeFs = 55e-6;
		private double pupil = 0.84;
		private double softness = 1.5;
		private double thickness = 0.6e-6;
		private double delta = 1.117e-5;
		private double beta = 1.382e-6;
		private double correlation = 2.5;
		private double smoothing = 0.5;
		private double counts = 1000;
		private double background = 0.2;
		private double fluxJitter;
		private boolean noise = true;
		private double dead = 0.002;
		private double hot = 0.001;
		private List<Integer> badFrames = List.of(0);
		private FrameType frameType = FrameType.UINT16;
		private long seed = 1;

		private Builder(Size size) {
			gridRows = size.gridRows;
			gridColumns = size.gridColumns;
			rows = size.rows;
			columns = size.columns;
			oversampling = size.oversampling;
			padding = size.padding;
			step = size.step;
		}

		private Builder(SimulationSettings s) {
			sample = s.sample;
			gridRows = s.gridRows;
			gridColumns = s.gridColumns;
			rows = s.rows;
			columns = s.columns;
			oversampling = s.oversampling;
			padding = s.padding;
			defocus = s.defocus;
			distance = s.distance;
			step = s.step;
			jitter = s.jitter;
			positionError = s.positionError;
			astigmatism = s.astigmatism;
			c3Ss = s.c3Ss;
			c3Fs = s.c3Fs;
			c4Ss = s.c4Ss;
			c4Fs = s.c4Fs;
			coma = s.coma;
			spherical = s.spherical;
			ripple = s.ripple;
			wavelength = s.wavelength;
			pixelSizeSs = s.pixelSizeSs;
			pixelSizeFs = s.pixelSizeFs;
			pupil = s.pupil;
			softness = s.softness;
			thickness = s.thickness;
			delta = s.delta;
			beta = s.beta;
			correlation = s.correlation;
			smoothing = s.smoothing;
			counts = s.counts;
			background = s.background;
			fluxJitter = s.fluxJitter;
			noise = s.noise;
			dead = s.dead;
			hot = s.hot;
			badFrames = s.badFrames;
			frameType = s.frameType;
			seed = s.seed;
		}

		/** Kind of sample. */
		public Builder sample(Sample value) {
			sample = value;
			return this;
		}

		/** Scan points along the slow and the fast scan axis. */
		public Builder grid(int slow, int fast) {
			gridRows = slow;
			gridColumns = fast;
			return this;
		}

		/** Detector rows M and columns L. */
		public Builder shape(int newRows, int newColumns) {
			rows = newRows;
			columns = newColumns;
			return this;
		}

		/** Samples of the wavefield a detector pixel and axis. */
		public Builder oversampling(int value) {
			oversampling = value;
			return this;
		}

		/** Rim around the detector, detector pixels. */
		public Builder padding(int value) {
			padding = value;
			return this;
		}

		/** Focus to sample z1 in m. */
		public Builder defocus(double value) {
			defocus = value;
			return this;
		}

		/** Focus to detector z in m. */
		public Builder distance(double value) {
			distance = value;
			return this;
		}

		/** Mean step of the scan grid, reference pixels. */
		public Builder step(double value) {
			step = value;
			return this;
		}

		/** Random offset of the scan points as a part of the step. */
		public Builder jitter(double value) {
			jitter = value;
			return this;
		}

		/** Rms error of the recorded positions, reference pixels. */
		public Builder positionError(double value) {
			positionError = value;
			return this;
		}

		/** (z1_ss - z1_fs) / (2 z1). */
		public Builder astigmatism(double value) {
			astigmatism = value;
			return this;
		}

		/** Third order aberration along the two axes, reference pixels at the pupil's edge. */
		public Builder c3(double ss, double fs) {
			c3Ss = ss;
			c3Fs = fs;
			return this;
		}

		/** Fourth order aberration along the two axes, reference pixels at the pupil's edge. */
		public Builder c4(double ss, double fs) {
			c4Ss = ss;
			c4Fs = fs;
			return this;
		}

		/** Coma, reference pixels at the pupil's edge. */
		public Builder coma(double value) {
			coma = value;
			return this;
		}

		/** Spherical aberration, reference pixels at the pupil's edge. */
		public Builder spherical(double value) {
			spherical = value;
			return this;
		}

		/** Sinusoidal aberration, reference pixels. */
		public Builder ripple(double value) {
			ripple = value;
			return this;
		}

		/** Wavelength in m. */
		public Builder wavelength(double value) {
			wavelength = value;
			return this;
		}

		/** Detector pixel along the two axes in m. */
		public Builder pixelSize(double ss, double fs) {
			pixelSizeSs = ss;
			pixelSizeFs = fs;
			return this;
		}

		/** Size of the pupil as a part of the detector's. */
		public Builder pupil(double value) {
			pupil = value;
			return this;
		}

		/** Width of the pupil's edge, detector pixels. */
		public Builder softness(double value) {
			softness = value;
			return this;
		}

		/** Largest thickness of the sample in m. */
		public Builder thickness(double value) {
			thickness = value;
			return this;
		}

		/** Decrement of the refractive index. */
		public Builder delta(double value) {
			delta = value;
			return this;
		}

		/** Absorption index. */
		public Builder beta(double value) {
			beta = value;
			return this;
		}

		/** Correlation length of the speckle sample, reference pixels. */
		public Builder correlation(double value) {
			correlation = value;
			return this;
		}

		/** Smoothing of the sample, reference pixels. */
		public Builder smoothing(double value) {
			smoothing = value;
			return this;
		}

		/** Mean counts a pixel in the middle of the beam. */
		public Builder counts(double value) {
			counts = value;
			return this;
		}

		/** Counts added to each pixel. */
		public Builder background(double value) {
			background = value;
			return this;
		}

		/** Rms relative variation of the beam. */
		public Builder fluxJitter(double value) {
			fluxJitter = value;
			return this;
		}

		/** Whether there is photon noise. */
		public Builder noise(boolean value) {
			noise = value;
			return this;
		}

		/** Part of the pixels that are dead. */
		public Builder dead(double value) {
			dead = value;
			return this;
		}

		/** Part of the pixels that are hot. */
		public Builder hot(double value) {
			hot = value;
			return this;
		}

		/** Frames that went wrong; none when called without arguments. */
		public Builder badFrames(int... value) {
			badFrames = Arrays.stream(value).boxed().toList();
			return this;
		}

		/** Number type of the frames. */
		public Builder frameType(FrameType value) {
			frameType = value;
			return this;
		}

		/** Seed of all random numbers. */
		public Builder seed(long value) {
			seed = value;
			return this;
		}

		/**
		 * The settings.
		 *
		 * @throws IllegalArgumentException when one of them is out of its range; one line that names it
		 */
		public SimulationSettings build() {
			return new SimulationSettings(sample, gridRows, gridColumns, rows, columns, oversampling, padding, defocus,
					distance, step, jitter, positionError, astigmatism, c3Ss, c3Fs, c4Ss, c4Fs, coma, spherical, ripple,
					wavelength, pixelSizeSs, pixelSizeFs, pupil, softness, thickness, delta, beta, correlation,
					smoothing, counts, background, fluxJitter, noise, dead, hot, badFrames, frameType, seed);
		}
	}
}
