// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.focus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Geometry.DistanceFrom;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Simulator;
import org.pxst.core.simulation.Truth;

class FocusProfileTest {
	private static final IMonitor MONITOR = new IMonitor.Stub();
	private static final double WAVELENGTH = 7.29e-11;
	private static final double Z = 1.1;
	/** Half width of sinc^2 at half maximum, twice: sin(pi x / 2) / (pi x / 2) = sqrt(1/2). */
	private static final double SINC = 0.8858929;
	/** The same of Airy's (2 J1(pi x / 2) / (pi x / 2))^2. */
	private static final double AIRY = 1.0289940;

	/** A frame with light from an aperture, pixel sizes and a phase. */
	private record Beam(int rows, int columns, double pixelSs, double pixelFs, float[] light, double[] phase) {
		static Beam of(int rows, int columns, double pixelSs, double pixelFs) {
			float[] light = new float[rows * columns];
			Arrays.fill(light, 3);
			return new Beam(rows, columns, pixelSs, pixelFs, light, new double[rows * columns]);
		}

		/** In m from the middle of the frame. */
		double y(int p) {
			return (p / columns - (rows - 1) / 2.0) * pixelSs;
		}

		double x(int p) {
			return (p % columns - (columns - 1) / 2.0) * pixelFs;
		}

		/** A phase that brings the focus along each axis to another place. */
		Beam focusedAt(double ss, double fs) {
			double[] changed = phase.clone();
			for (int p = 0; p < changed.length; p++)
				changed[p] += Math.PI / WAVELENGTH
						* (y(p) * y(p) * (1 / (Z - ss) - 1 / Z) + x(p) * x(p) * (1 / (Z - fs) - 1 / Z));
			return new Beam(rows, columns, pixelSs, pixelFs, light, changed);
		}

		/** lambda z / D of the whole frame. */
		double sharpestSs() {
			return WAVELENGTH * Z / (rows * pixelSs);
		}

		double sharpestFs() {
			return WAVELENGTH * Z / (columns * pixelFs);
		}

		FocusProfile step(double start, double stop, int count, int subsample) {
			return new FocusProfile(
					new Geometry(Z, DistanceFrom.FOCUS, pixelSs, pixelFs, WAVELENGTH, OptionalDouble.empty()), 1e-3,
					new FocusPlanes(start, stop, count), subsample);
		}

		Focus focus(double start, double stop, int count, int subsample) {
			return step(start, stop, count, subsample).apply(image(), phase, MONITOR);
		}

		Image image() {
			return new Image(rows, columns, light);
		}
	}

	private static Beam circle(int size, double radius) {
		Beam beam = Beam.of(size, size, 55e-6, 55e-6);
		for (int p = 0; p < size * size; p++) {
			// part of the pixel that is inside, so that the rim is not a staircase
			int inside = 0;
			for (int k = 0; k < 64; k++)
				inside += Math.hypot(beam.y(p) / 55e-6 + (k / 8 - 3.5) / 8, beam.x(p) / 55e-6 + (k % 8 - 3.5) / 8) < radius
						? 1
						: 0;
			beam.light[p] = inside * inside / 4096f;
		}
		return beam;
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 4 })
	void rectangleGivesSincSquared(int subsample) {
		Beam beam = Beam.of(60, 90, 55e-6, 40e-6);
		Focus focus = beam.focus(-20e-6, 20e-6, 41, subsample);
		double scale = 1e-4;
		assertEquals(SINC, focus.ss().bestFwhm() / beam.sharpestSs(), scale * SINC + 1e-3);
		assertEquals(SINC, focus.fs().bestFwhm() / beam.sharpestFs(), scale * SINC + 1e-3);
		assertEquals(SINC, focus.best().fwhmSs() / beam.sharpestSs(), 1e-3);
		assertEquals(SINC, focus.best().fwhmFs() / beam.sharpestFs(), 1e-3);
		assertEquals(SINC, focus.best().profileFwhmSs() / beam.sharpestSs(), 1e-3);
		assertEquals(SINC, focus.ss().fwhm()[20] / beam.sharpestSs(), 1e-3);
		assertEquals(1, focus.best().strehl(), 1e-6);
		assertTrue(focus.best().insideRange());
		assertEquals(0, focus.best().peakSs(), 1e-3 * beam.sharpestSs());
		assertEquals(0, focus.best().peakFs(), 1e-3 * beam.sharpestFs());
	}

	@Test
	void circleGivesAiryDisc() {
		Beam beam = circle(96, 40);
		Focus focus = beam.focus(-1e-5, 1e-5, 11, 4);
		double airy = WAVELENGTH * Z / (80 * 55e-6) * AIRY;
		assertEquals(1, focus.best().fwhmSs() / airy, 2e-3);
		assertEquals(1, focus.best().fwhmFs() / airy, 2e-3);
		assertEquals(1, focus.best().strehl(), 1e-6);
	}

	@ParameterizedTest
	@CsvSource({ "31e-6, 31e-6", "-27.3e-6, -27.3e-6", "12e-6, -19e-6" })
	void knownDefocusIsFoundWithItsSign(double ss, double fs) {
		Beam beam = Beam.of(64, 80, 55e-6, 50e-6).focusedAt(ss, fs);
		Focus focus = beam.focus(-60e-6, 60e-6, 25, 4);
		double depth = WAVELENGTH * Math.pow(Z / (80 * 50e-6), 2);
		assertEquals(ss, focus.ss().bestFocus(), 1e-3 * depth);
		assertEquals(fs, focus.fs().bestFocus(), 1e-3 * depth);
		assertEquals(ss - fs, focus.astigmatism(), 2e-3 * depth);
		assertEquals(SINC, focus.ss().bestFwhm() / beam.sharpestSs(), 1e-3);
		assertEquals(SINC, focus.fs().bestFwhm() / beam.sharpestFs(), 1e-3);
		if (ss == fs) {
			assertEquals(ss, focus.best().position(), 2e-2 * depth);
			assertEquals(1, focus.best().strehl(), 1e-4);
		} else {
			assertTrue(focus.best().position() > fs && focus.best().position() < ss);
			assertTrue(focus.best().strehl() < 0.9);
		}
	}

	/** The simulator's foci lie 16 um before and behind the mean one; it knows nothing of this package. */
	@Test
	void fociOfASimulatedBeamAreWhereTheyWereMade() {
		Truth truth = new Simulator(1).simulate(SimulationSettings.builder(Size.TINY).oversampling(1).padding(16).grid(2, 2)
				.c3(0, 0).c4(0, 0).coma(0).spherical(0).ripple(0).build(), MONITOR).truth();
		Geometry geometry = new Geometry(truth.distance(), DistanceFrom.FOCUS, 55e-6, 55e-6, truth.wavelength(),
				OptionalDouble.empty());
		Focus focus = new FocusProfile(geometry, truth.defocus(), new FocusPlanes(-5e-5, 5e-5, 41), 2)
				.apply(truth.whitefield(), truth.phase(), MONITOR);
		assertEquals(truth.defocus() - truth.defocusSs(), focus.ss().bestFocus(), 5e-7);
		assertEquals(truth.defocus() - truth.defocusFs(), focus.fs().bestFocus(), 5e-7);
	}

	/** Planes a hundred times farther apart than the focus is deep. */
	@Test
	void focusBetweenFarPlanesIsFound() {
		Beam beam = Beam.of(8, 500, 55e-6, 55e-6).focusedAt(0, 7.31e-6);
		double depth = WAVELENGTH * Math.pow(Z / (500 * 55e-6), 2);
		Focus focus = beam.focus(-40e-6, 40e-6, 9, 2);
		assertTrue(focus.planes().spacing() > 80 * depth);
		assertEquals(7.31e-6, focus.fs().bestFocus(), 1e-2 * depth);
	}

	@Test
	void strehlOfWeakAberrationIsExponentOfVariance() {
		Beam beam = Beam.of(64, 64, 55e-6, 55e-6);
		Random random = new Random(4);
		for (int p = 0; p < beam.phase.length; p++)
			beam.phase[p] = 0.2 * random.nextGaussian();
		assertEquals(Math.exp(-0.04), beam.focus(0, 0, 1, 2).best().strehl(), 3e-3);
	}

	@Test
	void tiltMovesThePeak() {
		Beam beam = Beam.of(64, 64, 55e-6, 55e-6);
		// a ray that arrives at x with the angle lambda a / 2 pi comes from - z times that angle
		for (int p = 0; p < beam.phase.length; p++)
			beam.phase[p] = 2e3 * beam.x(p);
		Focus focus = beam.focus(-1e-5, 1e-5, 5, 4);
		assertEquals(-Z * WAVELENGTH * 2e3 / (2 * Math.PI), focus.best().peakFs(), 1e-3 * beam.sharpestFs());
		assertEquals(0, focus.best().peakSs(), 1e-3 * beam.sharpestSs());
	}

	/** Both ways of computing it: Parseval's and the sums of the two-dimensional intensity. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 3 })
	void profilesAreSumsOfTheIntensity(int subsample) {
		Beam beam = Beam.of(20, 27, 55e-6, 70e-6).focusedAt(2e-6, -1e-6);
		Random random = new Random(1);
		for (int p = 0; p < beam.phase.length; p++) {
			beam.phase[p] += 0.5 * random.nextDouble();
			beam.light[p] = random.nextFloat();
		}
		beam.light[50] = Float.NaN;
		beam.phase[99] = Double.NaN;
		FocusProfile step = beam.step(-1e-4, 2e-4, 4, subsample);
		Focus focus = step.apply(beam.image(), beam.phase, MONITOR);
		for (int k = 0; k < 4; k++) {
			assertTrue(focus.aliased()[k] < 0.01);
			Image plane = step.intensity(beam.image(), beam.phase, focus.planes().position(k), 1000, 1000, MONITOR);
			assertEquals(focus.ss().samples(), plane.rows());
			assertEquals(focus.fs().samples(), plane.columns());
			double[] ss = new double[plane.rows()];
			double[] fs = new double[plane.columns()];
			double total = 0;
			for (int p = 0; p < plane.values().length; p++) {
				ss[p / plane.columns()] += plane.values()[p];
				fs[p % plane.columns()] += plane.values()[p];
				total += plane.values()[p];
			}
			for (int x = 0; x < ss.length; x++)
				assertEquals(ss[x], focus.ss().at(k, x), 1e-5 * total);
			for (int x = 0; x < fs.length; x++)
				assertEquals(fs[x], focus.fs().at(k, x), 1e-5 * total);
		}
	}

	@Test
	void windowOfAPlaneIsItsMiddle() {
		Beam beam = Beam.of(20, 27, 55e-6, 70e-6).focusedAt(4e-6, -3e-6);
		FocusProfile step = beam.step(0, 0, 1, 2);
		Image whole = step.intensity(beam.image(), beam.phase, 1e-6, 1000, 1000, MONITOR);
		Image window = step.intensity(beam.image(), beam.phase, 1e-6, 7, 10, MONITOR);
		for (int i = 0; i < 7; i++)
			for (int j = 0; j < 10; j++)
				assertEquals(whole.at(whole.rows() / 2 - 3 + i, whole.columns() / 2 - 5 + j), window.at(i, j), 1e-6);
	}

	@Test
	void voxelIsThatOfTheSamples() {
		Focus focus = Beam.of(30, 37, 55e-6, 70e-6).focus(-1e-6, 1e-6, 3, 4);
		assertEquals(120, focus.ss().samples());
		assertEquals(150, focus.fs().samples());
		assertEquals(WAVELENGTH * Z / (120 * 55e-6), focus.ss().voxel(), 1e-20);
		assertEquals(WAVELENGTH * Z / (150 * 70e-6), focus.fs().voxel(), 1e-20);
		int highest = 0;
		for (int x = 0; x < 150; x++)
			if (focus.fs().at(1, x) > focus.fs().at(1, highest))
				highest = x;
		assertEquals(75, highest);
	}

	/** The beam is D zeta / z wide; it fills the field of view lambda z / p at zeta = lambda z^2 / (D p). */
	@Test
	void planesThatThePixelsAreTooCoarseForHoldNaN() {
		Beam beam = Beam.of(64, 64, 55e-6, 55e-6);
		double limit = WAVELENGTH * Z * Z / (64 * 55e-6 * 55e-6);
		Focus focus = beam.focus(-1.5 * limit, 1.5 * limit, 31, 2);
		for (int k = 0; k < 31; k++) {
			double part = Math.max(0, 1 - limit / Math.abs(focus.planes().position(k)));
			assertEquals(part, focus.aliased()[k], 0.04);
			boolean bad = focus.aliased()[k] > FocusProfile.MOST_ALIASED;
			assertEquals(bad, Double.isNaN(focus.ss().fwhm()[k]));
			assertEquals(bad, Float.isNaN(focus.fs().at(k, 5)));
		}
		assertTrue(focus.aliasedPlanes() >= 10 && focus.aliasedPlanes() <= 12, focus.aliasedPlanes() + " planes");
		assertEquals(1, focus.best().strehl(), 1e-6);
		assertThrows(InvalidDataException.class, () -> beam.focus(2 * limit, 3 * limit, 5, 2));
		assertThrows(InvalidDataException.class,
				() -> beam.step(0, 0, 1, 2).intensity(beam.image(), beam.phase, 2 * limit, 9, 9, MONITOR));
	}

	@Test
	void rangeForThePixelsFollowsTheFocus() {
		Beam beam = Beam.of(64, 48, 55e-6, 55e-6).focusedAt(2e-5, 2e-5);
		double limit = WAVELENGTH * Z * Z / (64 * 55e-6 * 55e-6);
		FocusPlanes planes = FocusProfile.wellSampled(beam.step(0, 0, 1, 1).geometry(), 1e-3, beam.image(), beam.phase, 33);
		assertEquals(2e-5 - limit, planes.start(), 0.04 * limit);
		assertEquals(2e-5 + limit, planes.stop(), 0.04 * limit);
		assertEquals(33, planes.count());
		assertEquals(0, beam.focus(planes.start(), planes.stop(), 33, 2).aliasedPlanes());
	}

	@Test
	void focusBesideThePlanesIsReported() {
		Focus focus = Beam.of(64, 64, 55e-6, 55e-6).focusedAt(2e-5, 2e-5).focus(-3e-5, 1e-5, 9, 2);
		assertFalse(focus.best().insideRange());
		assertEquals(1e-5, focus.best().position(), 1e-12);
	}

	@Test
	void isTheSameOnEveryRun() {
		Beam beam = circle(60, 25).focusedAt(1e-5, -2e-5);
		Focus a = beam.focus(-5e-5, 5e-5, 20, 2);
		Focus b = beam.focus(-5e-5, 5e-5, 20, 2);
		assertArrayEquals(a.ss().intensity(), b.ss().intensity());
		assertArrayEquals(a.fs().intensity(), b.fs().intensity());
		assertEquals(a.best(), b.best());
	}

	@Test
	void refusesWhatMakesNoSense() {
		Beam beam = Beam.of(16, 16, 55e-6, 55e-6);
		assertThrows(InvalidDataException.class, () -> new FocusPlanes(1, 0, 5));
		assertThrows(InvalidDataException.class, () -> new FocusPlanes(0, 1, 0));
		assertThrows(InvalidDataException.class, () -> beam.step(0, 2, 5, 4));
		assertThrows(InvalidDataException.class, () -> beam.step(0, 1e-6, 5, 0));
		Arrays.fill(beam.light, Float.NaN);
		assertThrows(InvalidDataException.class, () -> beam.focus(-1e-6, 1e-6, 3, 4));
	}

	@Test
	void stopsWhenCancelled() {
		Beam beam = Beam.of(64, 64, 55e-6, 55e-6);
		IMonitor cancelled = new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(CancelledException.class,
				() -> beam.step(-1e-6, 1e-6, 50, 4).apply(beam.image(), beam.phase, cancelled));
		assertThrows(CancelledException.class,
				() -> beam.step(0, 0, 1, 4).intensity(beam.image(), beam.phase, 0, 9, 9, cancelled));
	}
}
