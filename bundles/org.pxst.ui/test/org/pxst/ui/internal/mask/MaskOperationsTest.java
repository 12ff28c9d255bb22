// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Mask;
import org.pxst.ui.image.Area;
import org.pxst.ui.image.Levels;

class MaskOperationsTest {
	@Test
	void growsByASquareAndNotAroundTheBorder() {
		assertMask("""
				##....
				##....
				...###
				...###
				""", new Growth(1).grow(mask("""
				#.....
				......
				......
				....#.
				""")));
		assertMask("""
				..####
				..####
				..####
				..####
				""", new Growth(2).grow(mask("""
				......
				......
				....#.
				......
				""")));
	}

	@Test
	void shrinksFromGoodPixelsAndNotFromTheBorder() {
		assertMask("""
				##....
				##....
				......
				......
				""", new Growth(1).shrink(mask("""
				###...
				###...
				###...
				....#.
				""")));
	}

	@Test
	void growthIsLikeTheDefinition() {
		Random random = new Random(3);
		boolean[] good = new boolean[13 * 8];
		for (int p = 0; p < good.length; p++)
			good[p] = random.nextDouble() > 0.1;
		Mask mask = new Mask(13, 8, good);
		for (int n : new int[] { 1, 2, 3, 9, 50 }) {
			Mask grown = new Growth(n).grow(mask);
			Mask shrunk = new Growth(n).shrink(mask);
			for (int i = 0; i < 13; i++)
				for (int j = 0; j < 8; j++) {
					assertEquals(!near(mask, i, j, n, false), grown.isGood(i, j));
					assertEquals(near(mask, i, j, n, true), shrunk.isGood(i, j));
				}
		}
	}

	private static boolean near(Mask mask, int i, int j, int n, boolean kind) {
		for (int a = Math.max(0, i - n); a <= Math.min(mask.rows() - 1, i + n); a++)
			for (int b = Math.max(0, j - n); b <= Math.min(mask.columns() - 1, j + n); b++)
				if (mask.isGood(a, b) == kind)
					return true;
		return false;
	}

	@Test
	void aMaskWithoutGoodPixelsStaysSo() {
		assertEquals(0, new Growth(1).shrink(mask("##\n##\n")).count());
		assertEquals(4, new Growth(1).grow(mask("..\n..\n")).count());
		assertThrows(IllegalArgumentException.class, () -> new Growth(0));
	}

	@Test
	void thresholdTakesWhatIsOutsideAndWhatHasNoValue() {
		float[] values = { -1, 0, 1, 5, 5.001f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY };
		BitSet outside = new Threshold(new Levels(0, 5)).outside(values);
		BitSet expected = new BitSet();
		for (int p : new int[] { 0, 4, 5, 6, 7 })
			expected.set(p);
		assertEquals(expected, outside);
	}

	@Test
	void levelsFromTheImageItselfLeaveItsExtremesIn() {
		float[] values = { 0.1f, 0.7f };
		assertTrue(new Threshold(new Levels(0.1f, 0.7f)).outside(values).isEmpty());
		// a percentile that was computed in double precision
		assertTrue(new Threshold(new Levels(Math.nextUp((double) 0.1f), 0.7f)).outside(values).isEmpty());
	}

	@Test
	void allNaNIsAllOutside() {
		assertEquals(3, new Threshold(new Levels(0, 1)).outside(new float[] { Float.NaN, Float.NaN, Float.NaN }).cardinality());
	}

	@Test
	void combinations() {
		Mask a = mask("##..\n");
		Mask b = mask("#.#.\n");
		assertMask("#.#.\n", Combination.REPLACE.apply(a, b));
		assertMask("###.\n", Combination.AND.apply(a, b));
		assertMask("#...\n", Combination.OR.apply(a, b));
	}

	@Test
	void changesHoldOnlyWhatChanges() {
		MaskPixels pixels = new MaskPixels(Mask.allGood(1000, 1000));
		BitSet area = new AreaPixels(1000, 1000).of(new Area.Rectangle(900, 900, 902, 902));
		MaskChange change = pixels.change(area, MaskMode.MASK);
		assertEquals(9, change.flips().cardinality());
		assertTrue(change.flips().size() < 3000, "bits: " + change.flips().size());
		change.apply(pixels);
		assertEquals(9, pixels.badCount());
		change.apply(pixels);
		assertEquals(0, pixels.badCount());
		assertTrue(change.and(change).isEmpty());
	}

	@Test
	void importedNumbersMeanWhatTheUserSays() {
		double[] values = { 0, 1, 2, Double.NaN };
		assertArrayEquals(new boolean[] { false, true, true, false },
				MaskMeaning.NONZERO_GOOD.mask(values, new int[] { 2, 2 }, 2, 2).good());
		assertArrayEquals(new boolean[] { true, false, false, false },
				MaskMeaning.NONZERO_BAD.mask(values, new int[] { 1, 2, 2 }, 2, 2).good());
	}

	@Test
	void fewPixelsAreTakenToBeBad() {
		assertEquals(MaskMeaning.NONZERO_BAD, MaskMeaning.guess(new double[] { 0, 0, 0, 4 }));
		assertEquals(MaskMeaning.NONZERO_GOOD, MaskMeaning.guess(new double[] { 1, 1, 0, 1 }));
	}

	@Test
	void aMaskOfAnotherDetectorIsRefused() {
		InvalidDataException e = assertThrows(InvalidDataException.class,
				() -> MaskMeaning.NONZERO_GOOD.mask(new double[6], new int[] { 3, 2 }, 2, 3));
		assertTrue(e.getMessage().contains("[3, 2]") && e.getMessage().contains("2 x 3"), e.getMessage());
	}

	/** Reads a picture: # is bad. */
	private static Mask mask(String picture) {
		String[] lines = picture.strip().split("\\s+");
		boolean[] good = new boolean[lines.length * lines[0].length()];
		for (int p = 0; p < good.length; p++)
			good[p] = lines[p / lines[0].length()].charAt(p % lines[0].length()) == '.';
		return new Mask(lines.length, lines[0].length(), good);
	}

	private static void assertMask(String expected, Mask found) {
		StringBuilder picture = new StringBuilder();
		for (int p = 0; p < found.good().length; p++)
			picture.append(found.good()[p] ? '.' : '#').append(p % found.columns() == found.columns() - 1 ? "\n" : "");
		assertEquals(expected, picture.toString());
	}
}
