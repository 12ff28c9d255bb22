// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

import org.eclipse.january.dataset.DatasetFactory;
import org.eclipse.january.dataset.DoubleDataset;
import org.junit.jupiter.api.Test;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Geometry.DistanceFrom;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.MemoryFrameSource;
import org.pxst.core.scan.Roi;
import org.pxst.core.scan.SamplePositions;
import org.pxst.core.scan.Scan;
import org.pxst.processing.step.StepResult;

class FocusProfileStepTest {
	private static final int ROWS = 40;
	private static final int COLUMNS = 56;
	private static final double PIXEL_SS = 50e-6;
	private static final double PIXEL_FS = 60e-6;
	private static final double WAVELENGTH = 1e-10;
	private static final double DISTANCE = 0.5;
	/** Half maximum of sinc^2, full width in units of lambda z / D. */
	private static final double SINC = 0.8858929;

	private final FakeContext file = context(DistanceFrom.FOCUS);

	private static FakeContext context(DistanceFrom from) {
		Geometry geometry = new Geometry(DISTANCE, from, PIXEL_SS, PIXEL_FS, WAVELENGTH, OptionalDouble.empty());
		return new FakeContext(new Scan("aperture", new MemoryFrameSource(ROWS, COLUMNS, new float[][] { new float[ROWS * COLUMNS] }),
				Mask.allGood(ROWS, COLUMNS), geometry, new SamplePositions(new double[1], new double[1])));
	}

	/** The whole frame lit, with a phase of curvature for a focus at zeta, to first order. */
	private static DoubleDataset phase(double zeta) {
		double[] phase = new double[ROWS * COLUMNS];
		Arrays.setAll(phase, p -> {
			double y = (p / COLUMNS - (ROWS - 1) / 2.0) * PIXEL_SS;
			double x = (p % COLUMNS - (COLUMNS - 1) / 2.0) * PIXEL_FS;
			return Math.PI * (x * x + y * y) * zeta / (WAVELENGTH * DISTANCE * (DISTANCE - zeta));
		});
		return DatasetFactory.createFromObject(DoubleDataset.class, phase, ROWS, COLUMNS);
	}

	private StepResult run(double zeta, Map<String, Object> more) {
		Map<String, Object> given = new HashMap<>(more);
		given.put("phase", phase(zeta));
		given.putIfAbsent("whitefield", Image.constant(ROWS, COLUMNS, 100));
		return file.run(FocusProfileStep.class, given);
	}

	@Test
	void anIdealApertureHasTheWidthOfSincSquared() {
		run(0, Map.of());
		assertEquals(1, file.numbers("focus_fwhm_ss")[0] / (SINC * WAVELENGTH * DISTANCE / (ROWS * PIXEL_SS)), 0.01);
		assertEquals(1, file.numbers("focus_fwhm_fs")[0] / (SINC * WAVELENGTH * DISTANCE / (COLUMNS * PIXEL_FS)), 0.01);
		assertEquals(1, file.numbers("strehl")[0], 1e-6);
		assertEquals(0, file.numbers("best_focus")[0], 1e-7);
		assertArrayEquals(new double[2], file.numbers("focus_position"), 1e-11);
	}

	@Test
	void findsADisplacedFocus() {
		double zeta = 2e-6;
		run(zeta, Map.of());
		for (String name : new String[] { "best_focus", "best_focus_ss", "best_focus_fs" })
			assertEquals(zeta, file.numbers(name)[0], 1e-7, name);
	}

	@Test
	void aFocusAtTheEndOfThePlanesIsPointedOut() {
		assertFalse(String.join("\n", run(0, Map.of("zs", new double[] { -3e-6, 3e-6, 13 })).summary()).contains("beyond the planes"));
		StepResult result = run(0, Map.of("zs", new double[] { 1e-6, 3e-6, 5 }));
		assertTrue(result.summary().contains(
				"axis at the end     ss and fs: the best focus along this axis may be beyond the planes"),
				() -> String.join("\n", result.summary()));
		assertTrue(result.summary().get(1).contains("at the end of the planes"), result.summary().get(1));
	}

	@Test
	void takes200PlanesAcrossTheUsableRangeByItself() {
		StepResult result = run(0, Map.of());
		double[] planes = file.numbers("focus_planes");
		assertEquals(200, planes.length);
		assertTrue(planes[0] < 0 && planes[199] > 0);
		double[] voxel = file.numbers("xyz_voxel_size");
		int[] shape = file.dataset("profile_ss").getShape();
		assertEquals(200, shape[0]);
		assertTrue(shape[1] >= 4 * ROWS);
		assertEquals(WAVELENGTH * DISTANCE / (shape[1] * PIXEL_SS), voxel[0], 1e-15);
		assertEquals(planes[1] - planes[0], voxel[2], 1e-15);
		assertFalse(Arrays.stream(file.numbers("fwhm_ss")).anyMatch(Double::isNaN));
		assertFalse(String.join("\n", result.summary()).contains("left out"));
	}

	@Test
	void planesThatThePixelsAreTooCoarseForAreLeftOutAndCounted() {
		StepResult result = run(0, Map.of("zs", new double[] { -1e-3, 1e-3, 101 }));
		double[] planes = file.numbers("focus_planes");
		assertEquals(101, planes.length);
		assertEquals(-1e-3, planes[0]);
		assertEquals(1e-3, planes[100], 1e-15);
		long missing = Arrays.stream(file.numbers("fwhm_ss")).filter(Double::isNaN).count();
		assertTrue(missing > 50 && missing < 101, missing + " planes");
		assertTrue(result.summary().stream().anyMatch(line -> line.startsWith("planes left out     " + missing + " of 101")),
				() -> String.join("\n", result.summary()));
		assertTrue(Double.isNaN(file.numbers("profile_fs")[0]));
	}

	@Test
	void imagesAreOfTheBestFocusOrOfChosenPlanes() {
		run(0, Map.of());
		int[] shape = file.dataset("focus_intensity").getShape();
		assertArrayEquals(new int[] { 1, Math.min(256, file.dataset("profile_ss").getShape()[1]),
				Math.min(256, file.dataset("profile_fs").getShape()[1]) }, shape);
		assertArrayEquals(file.numbers("best_focus"), file.numbers("focus_intensity_planes"));
		run(0, Map.of("planes", new double[] { -1e-6, 0, 3e-6 }, "size", new int[] { 32 }));
		assertArrayEquals(new int[] { 3, 32, 32 }, file.dataset("focus_intensity").getShape());
		assertArrayEquals(new double[] { -1e-6, 0, 3e-6 }, file.numbers("focus_intensity_planes"));
		double[] intensity = file.numbers("focus_intensity");
		int axis = 16 * 32 + 16;
		for (int k = 0; k < 3; k++)
			for (int p = 0; p < 32 * 32; p++)
				assertTrue(intensity[k * 1024 + p] <= intensity[1024 + axis]);
		double[] voxels = file.numbers("focus_intensity_voxel_size");
		assertEquals(file.numbers("xyz_voxel_size")[0] * (1 - 3e-6 / DISTANCE), voxels[4], 1e-18);
	}

	@Test
	void theRegionOfInterestIsAllThatCounts() {
		run(0, Map.of("roi", new Roi(10, 30, 0, COLUMNS)));
		assertEquals(1, file.numbers("focus_fwhm_ss")[0] / (SINC * WAVELENGTH * DISTANCE / (20 * PIXEL_SS)), 0.01);
	}

	@Test
	void wrongValuesAreErrorsThatSayWhatToDo() {
		assertTrue(message(Map.of("zs", new double[] { 0, 1e-3 })).contains("number of planes"));
		assertTrue(message(Map.of("zs", new double[] { 0, 1e-3, 1.5 })).contains("number of planes"));
		assertTrue(message(Map.of("size", new int[] { 1, 2, 3 })).contains("[rows, columns]"));
		// what the 2020 suite's own ini file names
		String message = message(Map.of("whitefield", Image.constant(49, 2, 1)));
		assertTrue(message.contains("whitefield has the shape 49 x 2") && message.contains("make_whitefield"), message);
	}

	private String message(Map<String, Object> given) {
		return assertThrows(InvalidDataException.class, () -> run(0, given)).getMessage();
	}

	@Test
	void theDefocusIsNeededOnlyWhereTheDistanceIsFromTheSample() {
		FakeContext fromSample = context(DistanceFrom.SAMPLE);
		Map<String, Object> given = Map.of("phase", phase(0), "whitefield", Image.constant(ROWS, COLUMNS, 100));
		String message = assertThrows(InvalidDataException.class, () -> fromSample.run(FocusProfileStep.class, given)).getMessage();
		assertTrue(message.contains("--defocus"), message);
		TruthInFile.scalar(fromSample, "defocus", 0.5);
		fromSample.run(FocusProfileStep.class, given);
		assertEquals(1, fromSample.numbers("focus_fwhm_ss")[0] / (SINC * WAVELENGTH * 2 * DISTANCE / (ROWS * PIXEL_SS)), 0.01);
	}
}
