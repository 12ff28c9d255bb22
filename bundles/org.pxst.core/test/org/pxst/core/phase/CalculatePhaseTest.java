// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.phase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.pxst.core.CountedPolls;
import org.pxst.core.InvalidDataException;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Geometry.DistanceFrom;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Simulator;
import org.pxst.core.simulation.Truth;

class CalculatePhaseTest {
	private static final IMonitor MONITOR = new IMonitor.Stub();
	private static final double WAVELENGTH = 7.29e-11;
	private static final double DEFOCUS = 0.9e-3;

	/** Detector, reference pixel and frame, for phases given as polynomials in x / scale. */
	private record Setup(int rows, int columns, Geometry geometry) {
		static Setup of(int rows, int columns, double pixelSs, double pixelFs) {
			return new Setup(rows, columns,
					new Geometry(1.2, DistanceFrom.FOCUS, pixelSs, pixelFs, WAVELENGTH, OptionalDouble.empty()));
		}

		double dss() {
			return geometry.pixelSizeSs() * DEFOCUS / 1.2;
		}

		double dfs() {
			return geometry.pixelSizeFs() * DEFOCUS / 1.2;
		}

		/** In m from the middle of the frame. */
		double y(int p) {
			return (p / columns - (rows - 1) / 2.0) * geometry.pixelSizeSs();
		}

		double x(int p) {
			return (p % columns - (columns - 1) / 2.0) * geometry.pixelSizeFs();
		}

		double[] phase(Surface surface) {
			double[] values = new double[rows * columns];
			for (int p = 0; p < values.length; p++)
				values[p] = surface.value(y(p), x(p));
			return values;
		}

		/** The paper's u = x - (lambda zs / 2 pi) grad Phi, in reference pixels. */
		PixelMap map(Surface surface) {
			double perPixel = WAVELENGTH * (1.2 - DEFOCUS) / (2 * Math.PI);
			double[] ss = new double[rows * columns];
			double[] fs = new double[ss.length];
			for (int p = 0; p < ss.length; p++) {
				ss[p] = p / columns - perPixel * surface.alongY(y(p), x(p)) / dss();
				fs[p] = p % columns - perPixel * surface.alongX(y(p), x(p)) / dfs();
			}
			return new PixelMap(rows, columns, ss, fs);
		}

		Phase calculate(PixelMap map, double[] weights) {
			return new CalculatePhase(geometry, DEFOCUS, dss(), dfs()).apply(map, weights, MONITOR).phase();
		}

		/** {@code values} without what {1, x, y, x^2 + y^2} describe, by weighted orthogonalisation. */
		double[] withoutPistonTiltDefocus(double[] values, double[] weights) {
			double[][] basis = new double[4][values.length];
			for (int p = 0; p < values.length; p++) {
				basis[0][p] = 1;
				basis[1][p] = y(p) / 1e-3;
				basis[2][p] = x(p) / 1e-3;
				basis[3][p] = (y(p) * y(p) + x(p) * x(p)) / 1e-6;
			}
			double[] rest = values.clone();
			for (int k = 0; k < 4; k++) {
				for (int l = 0; l < 2 * k; l++)
					remove(basis[k], basis[l % k], weights);
				for (int twice = 0; twice < 2; twice++)
					remove(rest, basis[k], weights);
			}
			return rest;
		}

		private static void remove(double[] from, double[] term, double[] weights) {
			double product = 0;
			double square = 0;
			for (int p = 0; p < from.length; p++)
				if (weights[p] > 0) {
					product += weights[p] * from[p] * term[p];
					square += weights[p] * term[p] * term[p];
				}
			for (int p = 0; p < from.length; p++)
				from[p] -= product / square * term[p];
		}
	}

	/** {@code sum c[a][b] y^a x^b}, y and x in units of 1 mm. */
	private record Surface(double[][] c) {
		static Surface random(int degree, long seed) {
			Random random = new Random(seed);
			double[][] c = new double[degree + 1][degree + 1];
			for (int a = 0; a <= degree; a++)
				for (int b = 0; a + b <= degree; b++)
					c[a][b] = 10 * random.nextGaussian();
			return new Surface(c);
		}

		static Surface term(int a, int b, double factor) {
			double[][] c = new double[Math.max(a, b) + 1][Math.max(a, b) + 1];
			c[a][b] = factor;
			return new Surface(c);
		}

		Surface plus(Surface other) {
			int size = Math.max(c.length, other.c.length);
			double[][] sum = new double[size][size];
			for (Surface s : new Surface[] { this, other })
				for (int a = 0; a < s.c.length; a++)
					for (int b = 0; b < s.c.length; b++)
						sum[a][b] += s.c[a][b];
			return new Surface(sum);
		}

		double value(double y, double x) {
			double sum = 0;
			for (int a = 0; a < c.length; a++)
				for (int b = 0; b < c.length; b++)
					sum += c[a][b] * Math.pow(y / 1e-3, a) * Math.pow(x / 1e-3, b);
			return sum;
		}

		double alongY(double y, double x) {
			double sum = 0;
			for (int a = 1; a < c.length; a++)
				for (int b = 0; b < c.length; b++)
					sum += a * c[a][b] * Math.pow(y / 1e-3, a - 1) * Math.pow(x / 1e-3, b) / 1e-3;
			return sum;
		}

		double alongX(double y, double x) {
			double sum = 0;
			for (int a = 0; a < c.length; a++)
				for (int b = 1; b < c.length; b++)
					sum += b * c[a][b] * Math.pow(y / 1e-3, a) * Math.pow(x / 1e-3, b - 1) / 1e-3;
			return sum;
		}
	}

	private static double[] ones(int n) {
		double[] weights = new double[n];
		Arrays.fill(weights, 1);
		return weights;
	}

	private static double largest(double[] values) {
		return Arrays.stream(values).map(Math::abs).filter(v -> !Double.isNaN(v)).max().orElseThrow();
	}

	/** On a square nothing has to be taken off: astigmatism comes back as it is, sign included. */
	@ParameterizedTest
	@CsvSource({ "16, 5, 0", "17, -5, 0", "32, 0, 7", "33, 0, -7", "40, 3, 100" })
	void astigmatismOnASquareIsExact(int size, double straight, double oblique) {
		Setup setup = Setup.of(size, size, 50e-6, 50e-6);
		Surface astigmatism = Surface.term(2, 0, straight).plus(Surface.term(0, 2, -straight))
				.plus(Surface.term(1, 1, oblique));
		double[] truth = setup.phase(astigmatism);
		Phase phase = setup.calculate(setup.map(astigmatism), ones(truth.length));
		assertArrayEquals(truth, phase.values(), 1e-9 * largest(truth));
		for (int p = 0; p < truth.length; p++) {
			double perWavenumber = WAVELENGTH / (2 * Math.PI);
			assertEquals(perWavenumber * astigmatism.alongY(setup.y(p), setup.x(p)), phase.anglesSs()[p], 1e-15);
			assertEquals(perWavenumber * astigmatism.alongX(setup.y(p), setup.x(p)), phase.anglesFs()[p], 1e-15);
		}
	}

	@ParameterizedTest
	@CsvSource({ "20, 20, 50e-6, 50e-6", "20, 31, 50e-6, 50e-6", "24, 18, 50e-6, 75e-6", "15, 40, 75e-6, 50e-6",
			"2, 30, 50e-6, 50e-6" })
	void quadraticPhasesAreExactOnAnyFrame(int rows, int columns, double pixelSs, double pixelFs) {
		Setup setup = Setup.of(rows, columns, pixelSs, pixelFs);
		for (long seed = 1; seed <= 3; seed++) {
			Surface surface = Surface.random(2, seed);
			double[] weights = new Random(seed).doubles(rows * columns, 0.1, 2).toArray();
			double[] truth = setup.withoutPistonTiltDefocus(setup.phase(surface), weights);
			Phase phase = setup.calculate(setup.map(surface), weights);
			assertArrayEquals(truth, phase.values(), 1e-9 * largest(setup.phase(surface)));
		}
	}

	@ParameterizedTest
	@CsvSource({ "20, 20, 50e-6, 50e-6", "20, 31, 50e-6, 50e-6", "24, 18, 50e-6, 75e-6" })
	void pistonTiltAndDefocusAreTakenOff(int rows, int columns, double pixelSs, double pixelFs) {
		Setup setup = Setup.of(rows, columns, pixelSs, pixelFs);
		Surface plain = Surface.term(0, 0, 7).plus(Surface.term(1, 0, -30)).plus(Surface.term(0, 1, 50))
				.plus(Surface.term(2, 0, 90)).plus(Surface.term(0, 2, 90));
		Phase phase = setup.calculate(setup.map(plain), ones(rows * columns));
		for (int p = 0; p < rows * columns; p++) {
			assertEquals(0, phase.values()[p], 1e-7);
			assertEquals(0, phase.anglesSs()[p], 1e-15);
			assertEquals(0, phase.anglesFs()[p], 1e-15);
		}
	}

	/** Half a pixel beside would show from the second order on. */
	@ParameterizedTest
	@CsvSource({ "3, 26, 21, 50e-6, 50e-6, full", "4, 26, 21, 50e-6, 75e-6, full", "6, 40, 40, 50e-6, 50e-6, full",
			"8, 40, 60, 75e-6, 50e-6, full", "8, 32, 32, 50e-6, 50e-6, full", "8, 60, 50, 50e-6, 75e-6, ragged",
			"5, 60, 50, 50e-6, 50e-6, ragged", "6, 50, 70, 50e-6, 75e-6, gap" })
	void polynomialsAreExact(int degree, int rows, int columns, double pixelSs, double pixelFs, String shape) {
		Setup setup = Setup.of(rows, columns, pixelSs, pixelFs);
		Surface surface = Surface.random(degree, degree);
		double[] weights = weights(rows, columns, shape);
		double[] phase = setup.phase(surface);
		for (int p = 0; p < phase.length; p++)
			if (weights[p] == 0)
				phase[p] = 0;
		double[] truth = setup.withoutPistonTiltDefocus(phase, weights);
		double[] values = setup.calculate(setup.map(surface), weights).values();
		double size = 0;
		for (int p = 0; p < truth.length; p++)
			if (weights[p] > 0)
				size = Math.max(size, Math.abs(truth[p]));
		for (int p = 0; p < truth.length; p++)
			if (weights[p] > 0)
				assertEquals(truth[p], values[p], 1e-9 * size);
	}

	private static double[] weights(int rows, int columns, String shape) {
		Random random = new Random(7);
		double[] weights = new double[rows * columns];
		for (int p = 0; p < weights.length; p++) {
			double y = 2.0 * (p / columns) / rows - 1;
			double x = 2.0 * (p % columns) / columns - 1;
			boolean counts = switch (shape) {
			case "ragged" -> Math.hypot(y, x) < 0.9 + 0.08 * Math.sin(11 * Math.atan2(y, x)) && random.nextInt(25) > 0;
			case "gap" -> Math.abs(x - 0.2) > 0.05;
			default -> true;
			};
			weights[p] = counts ? 0.3 + random.nextDouble() : 0;
		}
		return weights;
	}

	/** A ripple is no polynomial: what is left of it is integrated by the trapezium. */
	@ParameterizedTest
	@CsvSource({ "50e-6", "75e-6" })
	void errorsOfRipplesGoDownWithTheSquareOfThePixel(double pixelFs) {
		double[] worst = new double[3];
		for (int level = 0; level < 3; level++) {
			int size = 32 << level;
			Setup setup = Setup.of(size, size, 32 * 50e-6 / size, 32 * pixelFs / size);
			double[] phase = new double[size * size];
			double[] ss = new double[phase.length];
			double[] fs = new double[phase.length];
			double perPixel = WAVELENGTH * (1.2 - DEFOCUS) / (2 * Math.PI);
			double k = 2 * Math.PI / 0.4e-3;
			for (int p = 0; p < phase.length; p++) {
				phase[p] = Math.sin(k * setup.y(p) + 0.3) * Math.cos(k * setup.x(p));
				ss[p] = p / size
						- perPixel * k * Math.cos(k * setup.y(p) + 0.3) * Math.cos(k * setup.x(p)) / setup.dss();
				fs[p] = p % size
						+ perPixel * k * Math.sin(k * setup.y(p) + 0.3) * Math.sin(k * setup.x(p)) / setup.dfs();
			}
			double[] truth = setup.withoutPistonTiltDefocus(phase, ones(phase.length));
			double[] values = setup.calculate(new PixelMap(size, size, ss, fs), ones(phase.length)).values();
			for (int p = 0; p < values.length; p++)
				worst[level] = Math.max(worst[level], Math.abs(values[p] - truth[p]));
		}
		assertTrue(worst[1] < 0.05, "" + worst[1]);
		assertEquals(4, worst[0] / worst[1], 0.8);
		assertEquals(4, worst[1] / worst[2], 0.4);
	}

	/** For quadratic phases central differences are exact. */
	@ParameterizedTest
	@CsvSource({ "20, 25, 50e-6, 50e-6, 1", "18, 22, 50e-6, 75e-6, 2" })
	void anglesAreTheSlopeOfThePhase(int rows, int columns, double pixelSs, double pixelFs, long seed) {
		Setup setup = Setup.of(rows, columns, pixelSs, pixelFs);
		Phase phase = setup.calculate(setup.map(Surface.random(2, seed)), ones(rows * columns));
		for (int i = 1; i < rows - 1; i++)
			for (int j = 1; j < columns - 1; j++) {
				int p = i * columns + j;
				double[] v = phase.values();
				double slopeSs = (v[p + columns] - v[p - columns]) / (2 * pixelSs);
				double slopeFs = (v[p + 1] - v[p - 1]) / (2 * pixelFs);
				assertEquals(WAVELENGTH / (2 * Math.PI) * slopeSs, phase.anglesSs()[p], 1e-13);
				assertEquals(WAVELENGTH / (2 * Math.PI) * slopeFs, phase.anglesFs()[p], 1e-13);
			}
	}

	/** Rays bend where the phase rises: a larger phase at larger rows moves u to smaller rows. */
	@Test
	void signIsThatOfTheWave() {
		Setup setup = Setup.of(32, 32, 50e-6, 50e-6);
		PixelMap identity = PixelMap.identity(32, 32);
		double[] ss = identity.ss().clone();
		for (int p = 0; p < ss.length; p++)
			ss[p] -= Math.pow((p / 32 - 15.5) / 15.5, 2);
		Phase phase = setup.calculate(new PixelMap(32, 32, ss, identity.fs()), ones(ss.length));
		// slope y^2 without its mean: phase y^3 / 3 - y / 5, which ends at + 2 / 15
		assertTrue(phase.values()[31 * 32 + 16] > 0);
		assertTrue(phase.values()[16] < 0);
		assertTrue(phase.anglesSs()[31 * 32 + 16] > 0);
	}

	@Test
	void leverIsTheDistanceFromSampleToDetector() {
		PixelMap map = Setup.of(20, 20, 50e-6, 50e-6).map(Surface.random(2, 1));
		double[] weights = ones(400);
		double[][] phases = new double[3][];
		double[][] angles = new double[3][];
		Geometry[] geometries = { geometry(1, DistanceFrom.SAMPLE, WAVELENGTH), geometry(2, DistanceFrom.SAMPLE, WAVELENGTH),
				geometry(1.3, DistanceFrom.FOCUS, WAVELENGTH) };
		for (int k = 0; k < 3; k++) {
			Phase phase = new CalculatePhase(geometries[k], 0.3, 1e-7, 1e-7).apply(map, weights, MONITOR).phase();
			phases[k] = phase.values();
			angles[k] = phase.anglesSs();
		}
		for (int p = 0; p < 400; p++) {
			assertEquals(phases[0][p], 2 * phases[1][p], 1e-7);
			assertEquals(angles[0][p], 2 * angles[1][p], 1e-12);
			assertEquals(phases[0][p], phases[2][p], 1e-7);
			assertEquals(angles[0][p], angles[2][p], 1e-12);
		}
	}

	private static Geometry geometry(double distance, DistanceFrom from, double wavelength) {
		return new Geometry(distance, from, 50e-6, 50e-6, wavelength, OptionalDouble.empty());
	}

	@Test
	void wavelengthScalesThePhaseButNotTheAngles() {
		PixelMap map = Setup.of(20, 20, 50e-6, 50e-6).map(Surface.random(2, 2));
		Phase once = new CalculatePhase(geometry(1, DistanceFrom.SAMPLE, 1e-10), 1e-3, 1e-7, 1e-7).apply(map, ones(400),
				MONITOR).phase();
		Phase twice = new CalculatePhase(geometry(1, DistanceFrom.SAMPLE, 2e-10), 1e-3, 1e-7, 1e-7).apply(map, ones(400),
				MONITOR).phase();
		for (int p = 0; p < 400; p++) {
			assertEquals(once.values()[p], 2 * twice.values()[p], 1e-8 * largest(once.values()));
			assertEquals(once.anglesFs()[p], twice.anglesFs()[p], 1e-9 * largest(once.anglesFs()));
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void outsideThePupilIsNaNAndInsideIsNot(long seed) {
		Setup setup = Setup.of(30, 36, 50e-6, 75e-6);
		Surface surface = Surface.random(2, seed);
		Random random = new Random(seed);
		double[] weights = new double[30 * 36];
		for (int p = 0; p < weights.length; p++)
			weights[p] = Math.hypot(p / 36 - 14.5, p % 36 - 17.5) < 14 && random.nextInt(15) > 0 ? 0.5 + random.nextDouble() : 0;
		PixelMap map = setup.map(surface);
		for (int p = 0; p < weights.length; p++)
			if (weights[p] == 0)
				map.ss()[p] = map.fs()[p] = Double.NaN;
		double[] truth = setup.withoutPistonTiltDefocus(setup.phase(surface), weights);
		double size = largest(setup.phase(surface));
		Phase phase = setup.calculate(map, weights);
		for (int p = 0; p < weights.length; p++)
			if (weights[p] > 0) {
				assertEquals(truth[p], phase.values()[p], 1e-9 * size);
				assertTrue(Double.isFinite(phase.anglesSs()[p]) && Double.isFinite(phase.anglesFs()[p]));
			} else {
				assertTrue(Double.isNaN(phase.values()[p]));
				assertTrue(Double.isNaN(phase.anglesSs()[p]) && Double.isNaN(phase.anglesFs()[p]));
			}
	}

	@Test
	void unknownMapDoesNotCount() {
		Setup setup = Setup.of(20, 24, 50e-6, 50e-6);
		PixelMap map = setup.map(Surface.random(4, 2));
		double[] weights = ones(480);
		double[] some = ones(480);
		for (int p = 5; p < 480; p += 11) {
			some[p] = 0;
			map.fs()[p] = p % 2 == 0 ? Double.NaN : Double.POSITIVE_INFINITY;
		}
		assertArrayEquals(setup.calculate(map, some).values(), setup.calculate(map, weights).values());
	}

	@ParameterizedTest
	@CsvSource({ "1, 10, 10", "10, 1, 10", "5, 5, 24" })
	void shapesThatCannotBeIntegrated(int rows, int columns, int weights) {
		Setup setup = Setup.of(rows, columns, 50e-6, 50e-6);
		assertThrows(InvalidDataException.class,
				() -> setup.calculate(PixelMap.identity(rows, columns), ones(weights)));
	}

	/** Whatever the map is, noise and curl included. */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void resultIsOrthogonalToPistonTiltAndDefocus(long seed) {
		Setup setup = Setup.of(22, 17, 50e-6, 75e-6);
		Random random = new Random(seed);
		PixelMap map = new PixelMap(22, 17, random.doubles(22 * 17, 0, 9).toArray(), random.doubles(22 * 17, 0, 9).toArray());
		double[] weights = random.doubles(22 * 17, 0.1, 2).toArray();
		double[] values = setup.calculate(map, weights).values();
		assertArrayEquals(values, setup.withoutPistonTiltDefocus(values, weights), 1e-9 * largest(values));
	}

	/** Wave optics knows the phase it was made from. */
	@ParameterizedTest
	@CsvSource({ "55e-6, 55e-6, 0.6, 0.02, 1", "55e-6, 55e-6, 0, -0.05, 2", "55e-6, 70e-6, 0, 0.03, 3" })
	void phaseOfASimulatedLensIsFound(double pixelSs, double pixelFs, double coma, double astigmatism, long seed) {
		SimulationSettings settings = SimulationSettings.builder(Size.TINY).oversampling(1).padding(16).grid(1, 1)
				.badFrames().pixelSize(pixelSs, pixelFs).coma(coma).spherical(0.5 * coma).astigmatism(astigmatism)
				.ripple(0).seed(seed).build();
		Truth truth = new Simulator(1).simulate(settings, MONITOR).truth();
		Geometry geometry = new Geometry(truth.distance(), DistanceFrom.FOCUS, pixelSs, pixelFs, truth.wavelength(),
				OptionalDouble.empty());
		Setup setup = new Setup(truth.mask().rows(), truth.mask().columns(), geometry);
		double[] weights = new double[truth.phase().length];
		for (int p = 0; p < weights.length; p++)
			weights[p] = truth.whitefield().values()[p] > 300 ? truth.whitefield().values()[p] : 0;
		double[] expected = setup.withoutPistonTiltDefocus(truth.phase(), weights);
		double[] values = new CalculatePhase(geometry, truth.defocus(), truth.dss(), truth.dfs())
				.apply(truth.pixelMap(), weights, MONITOR).phase().values();
		double difference = 0;
		double size = 0;
		for (int p = 0; p < weights.length; p++)
			if (weights[p] > 0) {
				difference += Math.pow(values[p] - expected[p], 2);
				size += expected[p] * expected[p];
			}
		assertTrue(difference < 1e-5 * size, "relative rms " + Math.sqrt(difference / size));
	}

	@Test
	void cancelled() {
		Setup setup = Setup.of(10, 10, 50e-6, 50e-6);
		PixelMap map = setup.map(Surface.random(3, 1));
		CalculatePhase calculate = new CalculatePhase(setup.geometry(), DEFOCUS, setup.dss(), setup.dfs());
		CountedPolls.assertStopsBetween(8, monitor -> calculate.apply(map, ones(100), monitor));
	}

	@ParameterizedTest
	@CsvSource({ "6, 6, 5", "5, 6, 6", "6, 7, 6", "0, 0, 0" })
	void arraysMustFillTheShape(int values, int ss, int fs) {
		assertThrows(IllegalArgumentException.class,
				() -> new Phase(2, 3, new double[values], new double[ss], new double[fs]));
	}
}
