// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.processing.ResultDatasets;

class ResultDatasetsTest {
	private final Map<String, CxiDataset> datasets = ResultDatasets.of(SampleResult.create(false)).stream()
			.collect(Collectors.toMap(CxiDataset::path, Function.identity()));

	@Test
	void namesAreThoseOfThe2020Suite() {
		assertTrue(datasets.keySet().containsAll(Set.of("mask", "whitefield", "roi", "good_frames",
				"defocus", "defocus_ss", "defocus_fs", "astigmatism", "dss", "dfs",
				"magnification", "magnification_ss", "magnification_fs", "pixel_map", "pixel_map_residual",
				"pixel_translations", "pixel_translations_comparison", "reference_image", "n0", "m0", "error_total",
				"error_frame", "error_pixel", "error_reference", "flux_correction", "phase", "angles")), datasets.keySet().toString());
	}

	@Test
	void shapesAreFullFrame() {
		assertShape("mask", 3, 5);
		assertShape("whitefield", 3, 5);
		assertShape("roi", 4);
		assertShape("good_frames", 3);
		assertShape("defocus");
		assertShape("pixel_map", 2, 3, 5);
		assertShape("pixel_map_residual", 2, 3, 5);
		assertShape("pixel_translations", 4, 2);
		assertShape("pixel_translations_comparison", 2, 4, 2);
		assertShape("reference_image", 6, 7);
		assertShape("error_frame", 4);
		assertShape("error_pixel", 3, 5);
		assertShape("error_reference", 6, 7);
		assertShape("error_iteration", 2);
		assertShape("phase", 3, 5);
		assertShape("angles", 2, 3, 5);
	}

	@Test
	void everyArrayFillsItsShape() {
		for (CxiDataset d : datasets.values())
			assertEquals(Arrays.stream(d.shape()).reduce(1, Math::multiplyExact), Array.getLength(d.values()), d.path());
	}

	@Test
	void missingValuesAreNaN() {
		assertTrue(Double.isNaN(doubles("pixel_map")[0]));
		assertTrue(Double.isNaN(doubles("pixel_map_residual")[0]));
		assertTrue(Double.isNaN(doubles("phase")[0]));
		assertTrue(Double.isNaN(doubles("pixel_translations")[4]));
		assertTrue(Double.isNaN(doubles("error_frame")[2]));
	}

	@Test
	void residualIsMapMinusPixel() {
		// pixel (1, 2) has flat index 7: u_ss = 17, u_fs = 27
		assertEquals(17 - 1, doubles("pixel_map_residual")[7]);
		assertEquals(27 - 2, doubles("pixel_map_residual")[15 + 7]);
	}

	@Test
	void translationsArePairsAndComparedWithTheRecordedOnes() {
		assertArrayEquals(new double[] { 1.5, 5.5, 2.5, 6.5 }, Arrays.copyOf(doubles("pixel_translations"), 4));
		double[] both = doubles("pixel_translations_comparison");
		assertArrayEquals(new double[] { 1.5, 5.5 }, Arrays.copyOf(both, 2));
		assertArrayEquals(new double[] { 1, 5, 2, 6, 3, 7, 4, 8 }, Arrays.copyOfRange(both, 8, 16));
	}

	@Test
	void magnificationTakesEachAxisFromItsOwnFocus() {
		// sample to detector is 1 - 1.5e-3 m
		assertEquals((1 - 1.5e-3 + 2e-3) / 2e-3, doubles("magnification_ss")[0], 1e-9);
		assertEquals((1 - 1.5e-3 + 1e-3) / 1e-3, doubles("magnification_fs")[0], 1e-9);
		assertEquals(5e-4, doubles("astigmatism")[0], 1e-15);
	}

	@Test
	void unitsAreNamed() {
		assertEquals("m", datasets.get("defocus").attributes().get("units"));
		assertEquals("m", datasets.get("dss").attributes().get("units"));
		assertEquals("pixel", datasets.get("pixel_map").attributes().get("units"));
		assertEquals("rad", datasets.get("phase").attributes().get("units"));
		assertEquals("1", datasets.get("error_total").attributes().get("units"));
	}

	@Test
	void everythingIsInTheResultsGroup() {
		assertTrue(datasets.keySet().stream().noneMatch(path -> path.startsWith("/")), datasets.keySet().toString());
	}

	@Test
	void selectionsAreIndices() {
		assertArrayEquals(new long[] { 0, 1, 3 }, (long[]) datasets.get("good_frames").values());
		assertArrayEquals(new long[] { 0, 3, 1, 5 }, (long[]) datasets.get("roi").values());
	}

	private double[] doubles(String path) {
		return (double[]) datasets.get(path).values();
	}

	private void assertShape(String path, int... shape) {
		assertArrayEquals(shape, datasets.get(path).shape(), path);
	}
}
