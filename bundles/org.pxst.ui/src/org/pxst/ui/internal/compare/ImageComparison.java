// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.compare;

import java.util.Arrays;
import java.util.Locale;

import org.pxst.ui.image.Levels;
import org.pxst.ui.image.Picture;
import org.pxst.ui.image.Picture.Colours;

/**
 * Images of two runs made ready to be looked at, on the same pixels.
 *
 * @param a          of A
 * @param b          of B
 * @param difference B less A, NaN where one of them has no value
 * @param levels     that suit both
 * @param figures    of the difference
 * @param summary    the figures in words
 */
record ImageComparison(Picture a, Picture b, Picture difference, Levels levels, DifferenceFigures figures, String summary) {
	/** Percentiles between which colours are. */
	private static final double LOW = 0.01;
	private static final double HIGH = 0.99;
	/** As many values say as much about percentiles as all. */
	private static final int SAMPLES = 200_000;

	/**
	 * Compares.
	 *
	 * @param quantity what the images are
	 * @param lowOrders whether low orders are taken off both
	 * @throws org.pxst.core.InvalidDataException when they cannot be compared; says why
	 */
	static ImageComparison of(ComparedQuantity quantity, PlaneImage a, PlaneImage b, boolean lowOrders) {
		CommonGrid grid = CommonGrid.of(a, b, quantity.isOnSample());
		float[] first = quantity.lowOrders().off(grid, grid.a(), lowOrders);
		float[] second = quantity.lowOrders().off(grid, grid.b(), lowOrders);
		float[] difference = new float[first.length];
		for (int p = 0; p < difference.length; p++)
			difference[p] = second[p] - first[p];
		DifferenceFigures figures = DifferenceFigures.of(difference);
		return new ImageComparison(picture(grid, quantity.title() + " of A", first, quantity, quantity.colours()),
				picture(grid, quantity.title() + " of B", second, quantity, quantity.colours()),
				picture(grid, quantity.title() + ", B - A", difference, quantity, Colours.SIGNED), levels(first, second, quantity), figures,
				summary(grid, figures, DifferenceFigures.aboutMean(first), quantity));
	}

	private static Picture picture(CommonGrid grid, String title, float[] values, ComparedQuantity quantity, Colours colours) {
		return new Picture(title, grid.rows(), grid.columns(), values,
				new Picture.Axis("slow scan axis", grid.unit(), grid.firstSs(), grid.stepSs()),
				new Picture.Axis("fast scan axis", grid.unit(), grid.firstFs(), grid.stepFs()), quantity.quantity(), quantity.unit(),
				colours);
	}

	private static Levels levels(float[] a, float[] b, ComparedQuantity quantity) {
		int stride = Math.max(1, 2 * a.length / SAMPLES);
		float[] sample = new float[2 * (a.length / stride + 1)];
		int count = 0;
		for (int p = 0; p < a.length; p += stride) {
			if (!Float.isNaN(a[p]))
				sample[count++] = a[p];
			if (!Float.isNaN(b[p]))
				sample[count++] = b[p];
		}
		Arrays.sort(sample, 0, count);
		double low = count == 0 ? 0 : sample[(int) (LOW * (count - 1))];
		double high = count == 0 ? 0 : sample[(int) Math.ceil(HIGH * (count - 1))];
		if (quantity.colours() == Colours.SIGNED) {
			high = Math.max(Math.abs(low), Math.abs(high));
			low = -high;
		}
		return high > low ? new Levels(low, high) : new Levels(low - 1, low + 1);
	}

	private static String summary(CommonGrid grid, DifferenceFigures difference, DifferenceFigures a, ComparedQuantity quantity) {
		String unit = quantity.unit().isEmpty() ? "" : " " + quantity.unit();
		if (difference.largest() == 0)
			return String.format(Locale.ROOT, "A and B are the same at all %d pixels that both have.", difference.count());
		double ss = (grid.firstSs() + difference.index() / grid.columns() * grid.stepSs());
		double fs = (grid.firstFs() + difference.index() % grid.columns() * grid.stepFs());
		String place = grid.unit().equals("m") ? String.format(Locale.ROOT, "%.4g, %.4g \u00b5m", ss * 1e6, fs * 1e6)
				: String.format(Locale.ROOT, "row %.0f, column %.0f", ss, fs);
		return String.format(Locale.ROOT,
				"B - A: rms %.4g%s, largest %.4g%s (at %s), over the %d pixels that both have. A itself: rms about its mean %.4g%s.",
				difference.rms(), unit, difference.largest(), unit, place, difference.count(), a.rms(), unit);
	}
}
