// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class PictureRendererTest {
	private static final int BACKGROUND = 0x102030;
	private static final int PATTERN = 0x304050;
	private static final float NONE = Float.NaN;
	private static final ValueScale TO_255 = new ValueScale(ValueScale.Kind.LINEAR, new Levels(0, 256));

	private static int[] rendered(Picture picture, List<Layer> layers, Viewport viewport, int x, int y, int width,
			int height) {
		byte[] rgb = new byte[3 * width * height];
		// the colour of a value is its number: seen in the blue
		int[] numbers = IntStream.range(0, 256).toArray();
		new PictureRenderer().render(picture, TO_255, numbers, layers,
				new PictureRenderer.View(viewport, x, y, width, height, BACKGROUND, PATTERN), rgb);
		return IntStream.range(0, width * height).map(
				k -> (rgb[3 * k] & 0xff) << 16 | (rgb[3 * k + 1] & 0xff) << 8 | rgb[3 * k + 2] & 0xff).toArray();
	}

	@Test
	void pixelsThatGrowAreSquares() {
		assertArrayEquals(new int[] { 1, 1, 1, 2, 2, 2, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 3, 3, 3, 4, 4, 4 },
				rendered(Pictures.of(2, 2, 1, 2, 3, 4), List.of(), new Viewport(0, 0, 3, 2), 0, 0, 6, 4));
	}

	@Test
	void partOfThePictureIsSeenWhereItIs() {
		Picture picture = Pictures.made(20, 30, (i, j) -> 10 * i + j);
		int[] seen = rendered(picture, List.of(), new Viewport(-12, -8, 4, 4), 0, 0, 8, 4);
		assertEquals(10 * 2 + 3, seen[0]);
		assertEquals(10 * 2 + 4, seen[7]);
	}

	@Test
	void pixelsThatShrinkAreAveraged() {
		Picture picture = Pictures.of(2, 4, 10, 20, 100, 100, 30, 40, 100, 200);
		assertArrayEquals(new int[] { 25, 125 }, rendered(picture, List.of(), new Viewport(0, 0, 0.5, 0.5), 0, 0, 2, 1));
	}

	@Test
	void partsOfPixelsCountForTheirPart() {
		// one canvas pixel is 1.5 picture pixels: 10 and half of 40; half of 40 and 70
		assertArrayEquals(new int[] { 20, 60 },
				rendered(Pictures.of(1, 3, 10, 40, 70), List.of(), new Viewport(0, 0, 1 / 1.5, 1), 0, 0, 2, 1));
	}

	@Test
	void averagesLeaveOutWhatHasNoValue() {
		assertArrayEquals(new int[] { 10, BACKGROUND }, rendered(Pictures.of(1, 4, 10, NONE, NONE, NONE), List.of(),
				new Viewport(0, 0, 0.5, 1), 0, 0, 2, 1));
	}

	@Test
	void noValueShowsTheChequeredBackground() {
		float[] none = new float[20 * 20];
		java.util.Arrays.fill(none, NONE);
		int[] seen = rendered(Pictures.of(20, 20, none), List.of(), new Viewport(0, 0, 1, 1), 0, 0, 20, 20);
		assertArrayEquals(new int[] { PATTERN, BACKGROUND }, IntStream.of(seen).distinct().sorted()
				.boxed().sorted(java.util.Comparator.reverseOrder()).mapToInt(Integer::intValue).toArray());
		assertNotEquals(seen[0], seen[6]);
	}

	@Test
	void infinityIsNoValue() {
		assertArrayEquals(new int[] { 8, BACKGROUND }, rendered(Pictures.of(1, 2, 8, Float.POSITIVE_INFINITY), List.of(),
				new Viewport(0, 0, 1, 1), 0, 0, 2, 1));
	}

	@Test
	void layersMarkTheirPixelsOnly() {
		Layer layer = new Layer(new boolean[] { false, true }, 0xff0000, 255);
		assertArrayEquals(new int[] { 5, 5, 0xff0000, 0xff0000 },
				rendered(Pictures.of(1, 2, 5, 5), List.of(layer), new Viewport(0, 0, 2, 1), 0, 0, 4, 1));
	}

	@Test
	void oneMarkedPixelAmongManyIsStillSeen() {
		boolean[] marked = new boolean[100];
		marked[55] = true;
		int[] seen = rendered(Pictures.made(10, 10, (i, j) -> 0), List.of(new Layer(marked, 0xff0000, 255)),
				new Viewport(0, 0, 0.1, 0.1), 0, 0, 1, 1);
		assertEquals(0.4 * 255, seen[0] >> 16, 3);
	}

	@Test
	void layersOfAnotherShapeAreLeftOut() {
		Layer layer = new Layer(new boolean[] { true }, 0xff0000, 255);
		assertArrayEquals(new int[] { 5, 6 },
				rendered(Pictures.of(1, 2, 5, 6), List.of(layer), new Viewport(0, 0, 1, 1), 0, 0, 2, 1));
	}
}
