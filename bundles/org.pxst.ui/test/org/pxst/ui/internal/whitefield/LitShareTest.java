// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.whitefield;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;

class LitShareTest {
	private static final int ROWS = 40;
	private static final int COLUMNS = 60;
	/** Rows 10 to 29, columns 20 to 49 are lit. */
	private static final Roi LIT = new Roi(10, 30, 20, 50);

	private final LitShare share = new LitShare(whitefield(), Mask.allGood(ROWS, COLUMNS));

	@Test
	void countsLitPixels() {
		assertEquals(600, share.all());
		assertEquals(600, share.inside(Roi.full(ROWS, COLUMNS)));
		assertEquals(600, share.inside(LIT));
		assertEquals(1, share.inside(new Roi(0, 11, 0, 21)));
		assertEquals(0, share.inside(new Roi(0, 10, 0, 60)));
	}

	@Test
	void warnsWhenLightIsLeftOutOrThereIsNone() {
		assertEquals(Optional.empty(), share.warning(LIT));
		assertTrue(share.warning(new Roi(10, 20, 20, 50)).orElseThrow().contains("50.0 %"));
		assertTrue(share.warning(new Roi(0, 5, 0, 5)).orElseThrow().contains("no lit pixel"));
	}

	@Test
	void guessesTheLitRectangle() {
		assertEquals(Optional.of(LIT), share.guess());
	}

	@Test
	void darkAndNaNWhitefieldsGiveAWarningAndNoGuess() {
		for (float value : new float[] { 0, Float.NaN }) {
			LitShare dark = new LitShare(Image.constant(3, 4, value), Mask.allGood(3, 4));
			assertEquals(Optional.empty(), dark.guess());
			assertTrue(dark.warning(Roi.full(3, 4)).isPresent());
		}
	}

	@Test
	void projectionsAreMeansOfGoodFinitePixels() {
		Image image = new Image(2, 3, new float[] { 1, 2, Float.NaN, 4, 100, 6 });
		boolean[] good = { true, true, true, true, false, true };
		Projections all = Projections.of(image, new Mask(2, 3, good), Roi.full(2, 3));
		assertArrayEquals(new double[] { 1.5, 5 }, all.alongSs());
		assertArrayEquals(new double[] { 2.5, 2, 6 }, all.alongFs());
		Projections part = Projections.of(image, new Mask(2, 3, good), new Roi(0, 1, 2, 3));
		assertArrayEquals(new double[] { Double.NaN, 6 }, part.alongSs());
		assertArrayEquals(new double[] { 1, 2, Double.NaN }, part.alongFs());
	}

	private static Image whitefield() {
		float[] values = new float[ROWS * COLUMNS];
		for (int i = LIT.ss0(); i < LIT.ss1(); i++)
			Arrays.fill(values, i * COLUMNS + LIT.fs0(), i * COLUMNS + LIT.fs1(), 1000);
		values[0] = Float.NaN;
		return new Image(ROWS, COLUMNS, values);
	}
}
