// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.util.Arrays;
import java.util.List;

/**
 * Colours a picture as it is seen on a canvas: area averages where it shrinks, squares where it grows. What has no value
 * shows the background with a chequered pattern. Keeps its buffers; not for several threads.
 */
final class PictureRenderer {
	private static final int CHEQUER = 6;
	/** A marked pixel is seen at least this much, however small it gets. */
	private static final float LEAST_COVER = 0.4f;

	private float[] sums = new float[0];
	private float[] weights = new float[0];
	private float[] line = new float[0];
	private float[] cover = new float[0];
	private int[] numbers = new int[0];

	/**
	 * What is to be coloured.
	 *
	 * @param viewport   where the picture's pixels are
	 * @param x          left of the area to fill
	 * @param y          top of it
	 * @param width      of the area
	 * @param height     of the area
	 * @param background colour of what has no value
	 * @param pattern    every other square of it
	 */
	record View(Viewport viewport, int x, int y, int width, int height, int background, int pattern) {
	}

	/**
	 * Colours it.
	 *
	 * @param rgb red, green, blue of each pixel of the view, row by row; at least 3 width height bytes
	 */
	void render(Picture picture, ValueScale scale, int[] colours, List<Layer> layers, View view, byte[] rgb) {
		allocate(picture.columns(), view.width());
		Span[] columns = spans(view.viewport().left(), view.viewport().scaleX(), view.x(), view.width(),
				picture.columns());
		Span[] rows = spans(view.viewport().top(), view.viewport().scaleY(), view.y(), view.height(), picture.rows());
		for (int y = 0; y < view.height(); y++) {
			boolean again = y > 0 && rows[y].equals(rows[y - 1]);
			if (!again) {
				average(picture, rows[y], columns);
				scale.sort(line, 0, view.width(), ColourMaps.SIZE, true, numbers);
			}
			colour(colours, view, y, rgb);
			for (Layer layer : layers)
				if (layer.marked().length == picture.values().length)
					blend(layer, picture.columns(), rows[y], columns, rgb, 3 * y * view.width());
		}
	}

	private void allocate(int columns, int width) {
		if (sums.length < columns) {
			sums = new float[columns];
			weights = new float[columns];
		}
		if (line.length < width) {
			line = new float[width];
			cover = new float[width];
			numbers = new int[width];
		}
	}

	/**
	 * The picture pixels from first to last that a canvas pixel shows.
	 *
	 * @param firstPart part of the first one, 0 .. 1
	 * @param lastPart  part of the last one; when that is the first one it does not count
	 */
	private record Span(int first, int last, float firstPart, float lastPart) {
	}

	private static Span[] spans(double origin, double scale, int start, int length, int limit) {
		Span[] spans = new Span[length];
		Span former = null;
		for (int k = 0; k < length; k++) {
			double from = (start + k - origin) / scale;
			double to = (start + k + 1 - origin) / scale;
			Span span;
			if (scale >= 1) {
				int index = clamp((int) Math.floor((from + to) / 2), limit);
				span = former != null && former.first == index ? former : new Span(index, index, 1, 0);
			} else {
				int first = clamp((int) Math.floor(from), limit);
				int last = clamp((int) Math.ceil(to) - 1, limit);
				float firstPart = (float) Math.max(1e-3, Math.min(1, Math.min(to, first + 1) - from));
				float lastPart = (float) Math.max(0, Math.min(1, to - last));
				span = new Span(first, last, firstPart, lastPart);
			}
			spans[k] = span;
			former = span;
		}
		return spans;
	}

	private static int clamp(int index, int limit) {
		return Math.max(0, Math.min(limit - 1, index));
	}

	/** Fills the line of values of a row of the canvas; NaN where there is none. */
	private void average(Picture picture, Span rows, Span[] columns) {
		float[] values = picture.values();
		int first = columns[0].first;
		int last = columns[columns.length - 1].last;
		int width = picture.columns();
		boolean single = rows.first == rows.last;
		if (single && columns[0].first == columns[0].last && columns[columns.length - 1].firstPart == 1
				&& isEach(columns)) {
			for (int x = 0; x < columns.length; x++)
				line[x] = values[rows.first * width + columns[x].first];
			return;
		}
		Arrays.fill(sums, first, last + 1, 0);
		Arrays.fill(weights, first, last + 1, 0);
		for (int i = rows.first; i <= rows.last; i++) {
			float weight = single ? 1 : i == rows.first ? rows.firstPart : i == rows.last ? rows.lastPart : 1;
			int base = i * width;
			for (int j = first; j <= last; j++) {
				float value = values[base + j];
				if (value - value == 0) {
					sums[j] += weight * value;
					weights[j] += weight;
				}
			}
		}
		for (int x = 0; x < columns.length; x++) {
			Span span = columns[x];
			float sum = span.firstPart * sums[span.first];
			float weight = span.firstPart * weights[span.first];
			for (int j = span.first + 1; j < span.last; j++) {
				sum += sums[j];
				weight += weights[j];
			}
			if (span.last > span.first) {
				sum += span.lastPart * sums[span.last];
				weight += span.lastPart * weights[span.last];
			}
			line[x] = weight > 0 ? sum / weight : Float.NaN;
		}
	}

	private static boolean isEach(Span[] spans) {
		for (Span span : spans)
			if (span.first != span.last)
				return false;
		return true;
	}

	private void colour(int[] colours, View view, int y, byte[] rgb) {
		int out = 3 * y * view.width();
		for (int x = 0; x < view.width(); x++) {
			int number = numbers[x];
			int colour;
			if (number >= 0)
				colour = colours[number];
			else
				colour = ((view.x() + x) / CHEQUER + (view.y() + y) / CHEQUER & 1) == 0 ? view.background() : view.pattern();
			rgb[out++] = (byte) (colour >> 16);
			rgb[out++] = (byte) (colour >> 8);
			rgb[out++] = (byte) colour;
		}
	}

	private void blend(Layer layer, int width, Span rows, Span[] columns, byte[] rgb, int start) {
		boolean[] marked = layer.marked();
		int first = columns[0].first;
		int last = columns[columns.length - 1].last;
		Arrays.fill(sums, first, last + 1, 0);
		for (int i = rows.first; i <= rows.last; i++)
			for (int j = first; j <= last; j++)
				if (marked[i * width + j])
					sums[j]++;
		int height = rows.last - rows.first + 1;
		for (int x = 0; x < columns.length; x++) {
			Span span = columns[x];
			float sum = 0;
			for (int j = span.first; j <= span.last; j++)
				sum += sums[j];
			cover[x] = sum / (height * (span.last - span.first + 1));
		}
		int out = start;
		for (int x = 0; x < columns.length; x++, out += 3) {
			if (cover[x] == 0)
				continue;
			float alpha = layer.alpha() / 255f * (LEAST_COVER + (1 - LEAST_COVER) * cover[x]);
			for (int c = 0; c < 3; c++) {
				int below = rgb[out + c] & 0xff;
				int above = layer.rgb() >> 16 - 8 * c & 0xff;
				rgb[out + c] = (byte) Math.round(below + alpha * (above - below));
			}
		}
	}
}
