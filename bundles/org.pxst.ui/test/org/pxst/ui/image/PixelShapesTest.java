// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.pxst.core.scan.Roi;

class PixelShapesTest {
	private static String drawn(Area area, int rows, int columns) {
		boolean[] mask = PixelShapes.mask(area, rows, columns);
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < rows; i++) {
			for (int j = 0; j < columns; j++)
				text.append(mask[i * columns + j] ? '#' : '.');
			text.append('\n');
		}
		return text.toString();
	}

	@Test
	void rectangleHasThePixelsWhoseCentresAreInside() {
		assertEquals("""
				.....
				.##..
				.##..
				""", drawn(Area.Rectangle.between(2.4, 2.2, 0.6, 0.5), 3, 5));
	}

	@Test
	void shapesEndAtThePicture() {
		assertEquals("###\n###\n", drawn(new Area.Rectangle(-10, -10, 10, 10), 2, 3));
		assertEquals("...\n...\n", drawn(new Area.Rectangle(5, 5, 10, 10), 2, 3));
	}

	@Test
	void ellipseIsRound() {
		assertEquals("""
				..#..
				.###.
				#####
				.###.
				..#..
				""", drawn(Area.Ellipse.in(new Area.Rectangle(0, 0, 4, 4)), 5, 5));
	}

	@Test
	void polygonMayHaveADent() {
		Area.Polygon dented = new Area.Polygon(new double[] { -0.5, 3.5, 1.5, 3.5 }, new double[] { 2, -0.5, 2, 4.5 });
		assertEquals("""
				..#..
				..#..
				.#.#.
				#...#
				""", drawn(dented, 4, 5));
	}

	@Test
	void strokeIsAsBroadAsTheBrush() {
		assertEquals("""
				.......
				.#####.
				.......
				""", drawn(new Area.Stroke(new double[] { 1, 1 }, new double[] { 1, 5 }, 0.6), 3, 7));
		assertEquals("""
				.#.
				###
				.#.
				""", drawn(new Area.Stroke(new double[] { 1 }, new double[] { 1 }, 1), 3, 3));
	}

	@Test
	void longStrokeHasThePixelsOfItsParts() {
		double[] ss = { 2, 2, 7, 7, 3 };
		double[] fs = { 2, 9, 9, 3, 3 };
		Area.Stroke whole = new Area.Stroke(ss, fs, 1.3);
		boolean[] expected = new boolean[120];
		for (int p = 0; p < expected.length; p++)
			expected[p] = whole.contains(p / 12, p % 12);
		assertArrayEquals(expected, PixelShapes.mask(whole, 10, 12));
		List<Integer> visited = new ArrayList<>();
		PixelShapes.forEach(whole, 10, 12, visited::add);
		assertEquals(visited.stream().distinct().sorted().toList(), visited);
	}

	@Test
	void edgesAndTheWholeOfARegionAreDragged() {
		Roi roi = new Roi(2, 6, 3, 9);
		assertEquals(new Roi(0, 4, 6, 12), RoiHandle.INSIDE.dragged(roi, -5, 7, 10, 12));
		assertEquals(new Roi(5, 6, 3, 9), RoiHandle.UPPER.dragged(roi, 9, 4, 10, 12));
		assertEquals(new Roi(2, 8, 3, 12), RoiHandle.LOWER_RIGHT.dragged(roi, 2, 30, 10, 12));
		assertEquals(new Roi(2, 6, 8, 9), RoiHandle.LEFT.dragged(roi, 3, 20, 10, 12));
	}

	@Test
	void handlesAreNearTheOutline() {
		org.eclipse.swt.graphics.Rectangle outline = new org.eclipse.swt.graphics.Rectangle(100, 100, 80, 50);
		assertEquals(RoiHandle.UPPER_LEFT, RoiHandle.at(outline, 97, 103, 7));
		assertEquals(RoiHandle.LOWER, RoiHandle.at(outline, 140, 152, 7));
		assertEquals(RoiHandle.INSIDE, RoiHandle.at(outline, 140, 125, 7));
		assertEquals(RoiHandle.NONE, RoiHandle.at(outline, 140, 160, 7));
	}

	@Test
	void pointsAreInsideOrNot() {
		Area.Polygon square = new Area.Polygon(new double[] { 0, 0, 2, 2 }, new double[] { 0, 2, 2, 0 });
		assertTrue(square.contains(1, 1));
		assertFalse(square.contains(1, 3));
		assertEquals(new Area.Rectangle(0, 0, 2, 2), square.bounds());
	}
}
