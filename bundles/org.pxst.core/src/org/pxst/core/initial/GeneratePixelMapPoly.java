// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.pxst.core.InvalidDataException;
import org.pxst.core.expression.Expression;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Geometry;

/**
 * generate_pixel_map_poly: a pixel map from two expressions of the detector pixel, {@code x} = index along the fast scan axis
 * and {@code y} = index along the slow scan axis, in reference pixels. For what is known of a lens beforehand.
 * <p>
 * Deviations from the 2020 suite, on purpose: the expressions are read and not executed; the map is not clipped unless asked
 * for (the suite clips to -1000 .. 1000, which cuts a large detector's map without a word); the reference pixel along the
 * slow scan axis comes from the detector pixel of that axis (the suite swaps them).
 *
 * @param ss   component along the slow scan axis, of x and y
 * @param fs   component along the fast scan axis
 * @param clip largest absolute value of both components, reference pixels, &gt; 0; empty: not clipped
 */
public record GeneratePixelMapPoly(Expression ss, Expression fs, OptionalDouble clip) {
	private static final String[] VARIABLES = { "x", "y" };

	/**
	 * The map and what goes with it.
	 *
	 * @param map           pixel map, shape (M, L)
	 * @param clipped       number of values that were clipped, of both components together
	 * @param dss           reference pixel along the slow scan axis, m
	 * @param dfs           reference pixel along the fast scan axis, m
	 * @param magnification focus to detector over focus to sample
	 */
	public record Result(PixelMap map, int clipped, double dss, double dfs, double magnification) {
	}

	/** Checks variables and range. */
	public GeneratePixelMapPoly {
		for (Expression expression : new Expression[] { ss, fs })
			if (!expression.variables().equals(List.of(VARIABLES)))
				throw new IllegalArgumentException("variables " + expression.variables() + " instead of x, y");
		if (clip.isPresent() && !(clip.getAsDouble() > 0))
			throw new IllegalArgumentException("clipped to " + clip.getAsDouble());
	}

	/**
	 * Without clipping.
	 *
	 * @param ss component along the slow scan axis, for example {@code y + 1e-4*(y - 256)^2}
	 * @param fs component along the fast scan axis
	 * @throws InvalidDataException when one is no expression of x and y; says which one and where
	 */
	public static GeneratePixelMapPoly of(String ss, String fs) {
		return of(ss, fs, OptionalDouble.empty());
	}

	/**
	 * With or without clipping.
	 *
	 * @param ss   component along the slow scan axis
	 * @param fs   component along the fast scan axis
	 * @param clip largest absolute value, reference pixels, &gt; 0
	 * @throws InvalidDataException when one is no expression of x and y; says which one and where
	 */
	public static GeneratePixelMapPoly of(String ss, String fs, OptionalDouble clip) {
		return new GeneratePixelMapPoly(parsed("pixel_map_ss", ss), parsed("pixel_map_fs", fs), clip);
	}

	private static Expression parsed(String name, String text) {
		try {
			return Expression.parse(text, VARIABLES);
		} catch (InvalidDataException e) {
			throw new InvalidDataException(name + " " + e.getMessage(), e);
		}
	}

	/**
	 * @param rows     detector rows M
	 * @param columns  detector columns L
	 * @param geometry distances and pixel sizes
	 * @param defocus  focus to sample, m, &gt; 0
	 * @throws InvalidDataException when a component is not finite at a pixel; says which one and where
	 */
	public Result apply(int rows, int columns, Geometry geometry, double defocus) {
		double[] mapSs = new double[rows * columns];
		double[] mapFs = new double[rows * columns];
		int clipped = IntStream.range(0, rows)
				.map(i -> row("pixel_map_ss", ss, i, columns, mapSs) + row("pixel_map_fs", fs, i, columns, mapFs)).sum();
		GeneratePixelMap plain = GeneratePixelMap.of(geometry, defocus, defocus);
		return new Result(new PixelMap(rows, columns, mapSs, mapFs), clipped, plain.dss(), plain.dfs(),
				plain.distance() / defocus);
	}

	/** One row of a component; how much of it was clipped. */
	private int row(String name, Expression expression, int i, int columns, double[] target) {
		double[] x = new double[columns];
		double[] y = new double[columns];
		double[] values = new double[columns];
		for (int j = 0; j < columns; j++) {
			x[j] = j;
			y[j] = i;
		}
		expression.evaluate(new double[][] { x, y }, columns, values);
		double limit = clip.orElse(Double.POSITIVE_INFINITY);
		int clipped = 0;
		for (int j = 0; j < columns; j++) {
			if (!Double.isFinite(values[j]))
				throw new InvalidDataException(String.format(Locale.ROOT,
						"%s '%s' is %s at row y = %d, column x = %d; change it so that it is finite everywhere", name,
						expression.text(), values[j], i, j));
			if (Math.abs(values[j]) > limit) {
				values[j] = Math.copySign(limit, values[j]);
				clipped++;
			}
		}
		System.arraycopy(values, 0, target, i * columns, columns);
		return clipped;
	}
}
