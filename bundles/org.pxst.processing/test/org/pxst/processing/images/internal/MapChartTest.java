// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.images.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.processing.images.ColourMap;

class MapChartTest {
	private static MapFigure figure(int rows, int columns, double aspect, double[] values) {
		return new MapFigure("Title", rows, columns, values,
				new MapFigure.Axes("slow (pixels)", "fast (pixels)", 0, 0, 1, 1, aspect), "value",
				new ColourScale(ColourMap.DIVERGING, -1, 1), null);
	}

	/** Extent of the points of one colour: left, top, right, bottom. */
	private static int[] extent(BufferedImage image, int rgb) {
		int[] box = { image.getWidth(), image.getHeight(), -1, -1 };
		for (int y = 0; y < image.getHeight(); y++)
			for (int x = 0; x < image.getWidth(); x++)
				if ((image.getRGB(x, y) & 0xffffff) == rgb) {
					box[0] = Math.min(box[0], x);
					box[1] = Math.min(box[1], y);
					box[2] = Math.max(box[2], x);
					box[3] = Math.max(box[3], y);
				}
		return box;
	}

	@Test
	void firstRowIsAtTheTopAndFirstColumnAtTheLeft() {
		double[] values = new double[20 * 30];
		values[0] = Double.NaN;
		int[] corner = extent(new MapChart(figure(20, 30, 1, values)).draw(),
				new ColourScale(ColourMap.DIVERGING, -1, 1).rgb(Double.NaN));
		values[0] = 0;
		values[20 * 30 - 1] = Double.NaN;
		int[] opposite = extent(new MapChart(figure(20, 30, 1, values)).draw(),
				new ColourScale(ColourMap.DIVERGING, -1, 1).rgb(Double.NaN));
		assertTrue(corner[0] < opposite[0] && corner[1] < opposite[1]);
		assertEquals(25 * 29, opposite[2] - corner[2], 1);
		assertEquals(25 * 19, opposite[3] - corner[3], 1);
	}

	@ParameterizedTest
	@CsvSource({ "30, 40, 1, 760, 570", "516, 1556, 1, 760, 252", "300, 300, 1, 640, 640", "100, 10, 1, 60, 600",
			"40, 40, 0.5, 760, 380" })
	void mapHasTheRightAspect(int rows, int columns, double aspect, int width, int height) {
		double[] values = new double[rows * columns];
		java.util.Arrays.fill(values, Double.NaN);
		int[] box = extent(new MapChart(figure(rows, columns, aspect, values)).draw(),
				new ColourScale(ColourMap.DIVERGING, -1, 1).rgb(Double.NaN));
		assertEquals(width, box[2] - box[0] + 1, 2);
		assertEquals(height, box[3] - box[1] + 1, 2);
	}
}
