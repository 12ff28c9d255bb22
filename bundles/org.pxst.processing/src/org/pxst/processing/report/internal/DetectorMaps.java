// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

import org.pxst.core.numerics.PolynomialSurface;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.core.scan.Scan;
import org.pxst.processing.images.ColourMap;
import org.pxst.processing.images.internal.ColourScale;
import org.pxst.processing.images.internal.MapFigure;

/** Pictures of arrays that have the shape of a frame (M, L). */
final class DetectorMaps {
	private static final String LABEL_SS = "ss (pixels)";
	private static final String LABEL_FS = "fs (pixels)";
	/** Pixels are drawn square when they are not further from it than this. */
	private static final double SQUARE = 0.02;

	private final Optional<Values> mask;
	private final Optional<Mask> detectorMask;
	private final Optional<Roi> region;
	private final double aspect;

	DetectorMaps(Material material) {
		mask = material.find("mask", Material.ANY, Material.ANY);
		detectorMask = material.scan().map(Scan::detectorMask);
		region = material.find("roi", 4).flatMap(DetectorMaps::roi);
		aspect = material.scan().map(Scan::geometry).map(DetectorMaps::aspect).orElse(1.0);
	}

	private static double aspect(Geometry geometry) {
		double aspect = geometry.pixelSizeSs() / geometry.pixelSizeFs();
		return Math.abs(aspect - 1) < SQUARE ? 1 : aspect;
	}

	private static Optional<Roi> roi(Values values) {
		double[] v = values.values();
		boolean usable = v[0] >= 0 && v[2] >= 0 && v[1] > v[0] && v[3] > v[2] && v[1] <= Integer.MAX_VALUE
				&& v[3] <= Integer.MAX_VALUE;
		return usable ? Optional.of(new Roi((int) v[0], (int) v[1], (int) v[2], (int) v[3])) : Optional.empty();
	}

	/** The region of interest, when there is one in a frame of this shape. */
	Optional<Roi> roi(int rows, int columns) {
		return region.filter(roi -> roi.isInside(rows, columns));
	}

	/** Values on good pixels, NaN elsewhere; the detector's own mask where the result has none. */
	Values good(Values map) {
		int rows = map.extent(0);
		int columns = map.extent(1);
		double[] values = map.values().clone();
		if (mask.isPresent() && Arrays.equals(mask.get().shape(), map.shape()))
			remove(values, k -> mask.get().values()[k] == 0);
		else
			detectorMask.filter(m -> m.rows() == rows && m.columns() == columns)
					.ifPresent(m -> remove(values, k -> !m.good()[k]));
		return map.with(values);
	}

	/** The same in the region of interest only. */
	Values inside(Values map) {
		Values good = good(map);
		roi(map.extent(0), map.extent(1)).ifPresent(roi -> remove(good.values(),
				k -> !roi.contains(k / map.extent(1), k % map.extent(1))));
		return good;
	}

	private static void remove(double[] values, IntPredicate bad) {
		for (int k = 0; k < values.length; k++)
			if (bad.test(k))
				values[k] = Double.NaN;
	}

	/** The values less the best polynomial through those that there are: degree 0 takes off the mean, 1 a plane. */
	static Values flattened(Values map, int degree) {
		double[] values = map.values().clone();
		double[] weights = new double[values.length];
		for (int k = 0; k < values.length; k++)
			weights[k] = Double.isNaN(values[k]) ? 0 : 1;
		double[] surface = PolynomialSurface.fit(map.extent(0), map.extent(1), zeroed(values), weights, degree).values();
		for (int k = 0; k < values.length; k++)
			values[k] -= surface[k];
		return map.with(values);
	}

	private static double[] zeroed(double[] values) {
		return Arrays.stream(values).map(v -> Double.isNaN(v) ? 0 : v).toArray();
	}

	/** A map of all pixels with the region of interest outlined. */
	MapFigure whole(Values map, String quantity, ColourScale scale) {
		Roi all = Roi.full(map.extent(0), map.extent(1));
		return figure(map, all, quantity, scale, roi(all.rows(), all.columns()).orElse(null));
	}

	/** A map of the part that has values. */
	MapFigure part(Values map, String quantity, ColourScale scale) {
		return figure(map, Region.known(map.extent(0), map.extent(1), map.values()), quantity, scale, null);
	}

	/** A map of the part that has values, in a unit and colours that suit them; colours are centred at 0 when they are signed. */
	MapFigure scaled(Values map, String quantity, String unit, boolean signed) {
		ColourScale limits = scale(map.values(), signed);
		Unit readable = Unit.of(Math.max(Math.abs(limits.low()), Math.abs(limits.high())), unit);
		Values numbers = map.with(readable.of(map.values()));
		return part(numbers, readable.label(quantity), scale(numbers.values(), signed));
	}

	private static ColourScale scale(double[] values, boolean signed) {
		return signed ? ColourScale.symmetric(ColourMap.DIVERGING, values) : ColourScale.of(ColourMap.SEQUENTIAL, values);
	}

	private MapFigure figure(Values map, Roi part, String quantity, ColourScale scale, Roi outline) {
		double[] values = MapFigure.cut(part, map.extent(1), k -> map.values()[k]);
		return new MapFigure("", part.rows(), part.columns(), values,
				new MapFigure.Axes(LABEL_SS, LABEL_FS, part.ss0(), part.fs0(), 1, 1, aspect), quantity, scale, outline);
	}
}
