// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.pxst.ui.image.Area;

class AreaPixelsTest {
	private static final int ROWS = 5;
	private static final int COLUMNS = 6;

	private final AreaPixels frame = new AreaPixels(ROWS, COLUMNS);

	@Test
	void aRectangleTakesPixelsByTheirCentres() {
		assertPixels("""
				......
				..##..
				..##..
				......
				......
				""", frame.of(new Area.Rectangle(0.6, 1.2, 2.4, 3.4)));
	}

	@Test
	void areasMayLieOutside() {
		assertPixels("""
				......
				......
				......
				....##
				....##
				""", frame.of(Area.Rectangle.between(99, 99, 3, 4)));
		assertTrue(frame.of(Area.Rectangle.between(-9, -9, -1, 99)).isEmpty());
		assertTrue(frame.of(Area.Rectangle.between(1.2, 1.2, 1.8, 1.8)).isEmpty());
	}

	@Test
	void anEllipse() {
		assertPixels("""
				......
				..#...
				#####.
				..#...
				......
				""", frame.of(new Area.Ellipse(2, 2, 1, 2)));
	}

	@Test
	void aPolygonByTheEvenOddRule() {
		assertPixels("""
				.#####
				.####.
				.###..
				.##...
				.#....
				""", frame.of(new Area.Polygon(new double[] { -0.5, -0.5, 4.6 }, new double[] { 0.5, 5.6, 0.5 })));
	}

	@Test
	void polygonsAreAsTheirDefinition() {
		Random random = new Random(5);
		for (int trial = 0; trial < 50; trial++) {
			double[] ss = random.doubles(3 + random.nextInt(6), -10, 40).toArray();
			double[] fs = random.doubles(ss.length, -10, 40).toArray();
			Area.Polygon polygon = new Area.Polygon(ss, fs);
			BitSet pixels = new AreaPixels(30, 31).of(polygon);
			for (int i = 0; i < 30; i++)
				for (int j = 0; j < 31; j++)
					assertEquals(polygon.contains(i, j), pixels.get(i * 31 + j), i + ", " + j);
		}
	}

	@Test
	void aStrokeHasNoGapsHoweverFastTheMouse() {
		assertPixels("""
				#.....
				.##...
				..##..
				...##.
				.....#
				""", frame.passedBy(new Area.Stroke(new double[] { 0.2, 3.8 }, new double[] { -0.4, 5.3 }, 0.5)));
	}

	@Test
	void aBrushIsRoundAboutThePixelOfTheMouse() {
		String expected = """
				......
				..#...
				.###..
				..#...
				......
				""";
		assertPixels(expected, frame.passedBy(new Area.Stroke(new double[] { 2 }, new double[] { 2 }, 1)));
		assertPixels(expected, frame.passedBy(new Area.Stroke(new double[] { 1.6 }, new double[] { 2.4 }, 1)));
	}

	private static void assertPixels(String expected, BitSet pixels) {
		StringBuilder found = new StringBuilder();
		for (int i = 0; i < ROWS; i++) {
			for (int j = 0; j < COLUMNS; j++)
				found.append(pixels.get(i * COLUMNS + j) ? '#' : '.');
			found.append('\n');
		}
		assertEquals(expected, found.toString());
	}
}
