// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.simulation.internal;

import org.pxst.core.simulation.SimulationSettings;

/**
 * Intensities on the detector by wave optics. By the Fresnel scaling theorem the diverging spherical wave is divided out,
 * so that everything happens in demagnified coordinates over the effective distance:
 * {@code I = |P(p(x) T(x - d))|^2} with the propagator P and the residual probe {@code p = P^-1(A exp(i Phi))}. Without a
 * sample this is the whitefield A^2 exactly. Immutable: may be used by several threads at once.
 */
public final class NearField {
	private final Grid grid;
	private final Fourier2D fourier;
	private final SampleObject sample;
	private final float[] transmission;
	private final float[] probeSpectrum;
	private final double pitchSs;
	private final double pitchFs;
	private final double wavelengthTimesZ;

	/**
	 * @param settings   what to simulate
	 * @param grid       samples of the wavefield
	 * @param pupil      its modulus on the detector
	 * @param aberration its phase on the detector
	 * @param sample     the sample
	 */
	public NearField(SimulationSettings settings, Grid grid, Pupil pupil, Aberration aberration, SampleObject sample) {
		this.grid = grid;
		this.sample = sample;
		fourier = new Fourier2D(grid.rows(), grid.columns());
		transmission = sample.transmission(settings);
		pitchSs = settings.dss() / grid.oversampling();
		pitchFs = settings.dfs() / grid.oversampling();
		wavelengthTimesZ = settings.wavelength() * settings.effectiveDistance();
		probeSpectrum = probeSpectrum(pupil, aberration);
	}

	private float[] probeSpectrum(Pupil pupil, Aberration aberration) {
		float[] field = new float[2 * grid.rows() * grid.columns()];
		for (int i = 0; i < grid.rows(); i++)
			for (int j = 0; j < grid.columns(); j++) {
				double y = grid.ss(i);
				double x = grid.fs(j);
				double intensity = pupil.intensity(y, x);
				if (intensity > 0) {
					double phase = aberration.phase(y, x);
					double amplitude = Math.sqrt(intensity);
					field[2 * (i * grid.columns() + j)] = (float) (amplitude * Math.cos(phase));
					field[2 * (i * grid.columns() + j) + 1] = (float) (amplitude * Math.sin(phase));
				}
			}
		fourier.forward(field);
		AxisPhase.multiply(field, field, AxisPhase.of(grid.rows(), pitchSs, -wavelengthTimesZ, 0, 1),
				AxisPhase.of(grid.columns(), pitchFs, -wavelengthTimesZ, 0, 1));
		return field;
	}

	/** Memory for one frame's wavefield, for one thread. */
	public float[] scratch() {
		return new float[probeSpectrum.length];
	}

	/**
	 * Relative intensity on the detector for one position of the sample.
	 * <p>
	 * The whole samples of the position shift the transmission. The rest shifts the probe the other way instead, and the
	 * wavefield back on the detector: the probe has no sharp edges.
	 *
	 * @param positionSs of the sample along the slow scan axis, reference pixels
	 * @param positionFs of the sample along the fast scan axis, reference pixels
	 * @param rows       detector rows
	 * @param columns    detector columns
	 * @param field      from {@link #scratch()}
	 * @return flat (ss, fs), 1 in the middle of the beam without sample
	 */
	public float[] intensity(double positionSs, double positionFs, int rows, int columns, float[] field) {
		int os = grid.oversampling();
		int wholeSs = (int) Math.floor(positionSs * os);
		int wholeFs = (int) Math.floor(positionFs * os);
		double restSs = positionSs * os - wholeSs;
		double restFs = positionFs * os - wholeFs;
		AxisPhase.multiply(probeSpectrum, field, AxisPhase.of(grid.rows(), pitchSs, 0, -restSs, 1.0 / grid.rows()),
				AxisPhase.of(grid.columns(), pitchFs, 0, -restFs, 1.0 / grid.columns()));
		fourier.inverse(field);
		for (int i = 0; i < grid.rows(); i++) {
			int from = 2 * ((i + sample.margin() - wholeSs) * sample.columns() + sample.margin() - wholeFs);
			int to = 2 * i * grid.columns();
			for (int j = 0; j < 2 * grid.columns(); j += 2) {
				float re = field[to + j];
				float im = field[to + j + 1];
				field[to + j] = re * transmission[from + j] - im * transmission[from + j + 1];
				field[to + j + 1] = re * transmission[from + j + 1] + im * transmission[from + j];
			}
		}
		fourier.forward(field);
		AxisPhase.multiply(field, field,
				AxisPhase.of(grid.rows(), pitchSs, wavelengthTimesZ, restSs, 1.0 / grid.rows()),
				AxisPhase.of(grid.columns(), pitchFs, wavelengthTimesZ, restFs, 1.0 / grid.columns()));
		fourier.inverse(field, grid.firstRow(), grid.firstRow() + rows * os);
		return binnedIntensity(field, grid.columns(), grid.firstRow(), grid.firstColumn(), rows, columns, os);
	}

	/**
	 * Reference image: the intensity behind the sample in a plane wave, binned to reference pixels.
	 *
	 * @return flat (ss, fs), extents those of the sample divided by the oversampling
	 */
	public float[] referenceImage() {
		float[] field = transmission.clone();
		Fourier2D larger = new Fourier2D(sample.rows(), sample.columns());
		larger.forward(field);
		AxisPhase.multiply(field, field,
				AxisPhase.of(sample.rows(), pitchSs, wavelengthTimesZ, 0, 1.0 / sample.rows()),
				AxisPhase.of(sample.columns(), pitchFs, wavelengthTimesZ, 0, 1.0 / sample.columns()));
		larger.inverse(field);
		int os = grid.oversampling();
		return binnedIntensity(field, sample.columns(), 0, 0, sample.rows() / os, sample.columns() / os, os);
	}

	private static float[] binnedIntensity(float[] field, int fieldColumns, int firstRow, int firstColumn, int rows,
			int columns, int os) {
		float[] intensity = new float[rows * columns];
		for (int i = 0; i < rows * os; i++) {
			int from = 2 * ((i + firstRow) * fieldColumns + firstColumn);
			int to = i / os * columns;
			for (int j = 0; j < columns * os; j++) {
				float re = field[from + 2 * j];
				float im = field[from + 2 * j + 1];
				intensity[to + j / os] += (re * re + im * im) / (os * os);
			}
		}
		return intensity;
	}
}
