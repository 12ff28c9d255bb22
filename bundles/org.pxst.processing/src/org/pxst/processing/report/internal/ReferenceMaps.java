// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import org.pxst.core.scan.Roi;
import org.pxst.processing.images.internal.ColourScale;
import org.pxst.processing.images.internal.MapFigure;

/** Pictures of arrays on the grid of the reference image (U, V), in lengths on the sample. */
final class ReferenceMaps {
	private final double dss;
	private final double dfs;
	private final String unit;

	ReferenceMaps(Material material) {
		double ss = Math.abs(material.numberOrNaN("dss"));
		double fs = Math.abs(material.numberOrNaN("dfs"));
		boolean known = ss > 0 && fs > 0;
		dss = known ? ss : 1;
		dfs = known ? fs : 1;
		unit = known ? "m" : "reference pixels";
	}

	/** A map of the part that has values. */
	MapFigure figure(Values map, String quantity, ColourScale scale) {
		Roi part = Region.known(map.extent(0), map.extent(1), map.values());
		Unit length = Unit.of(Math.max(part.rows() * dss, part.columns() * dfs), unit);
		double stepSs = dss / length.size();
		double stepFs = dfs / length.size();
		MapFigure.Axes axes = new MapFigure.Axes(length.label("ss"), length.label("fs"), part.ss0() * stepSs, part.fs0() * stepFs,
				stepSs, stepFs, dss / dfs);
		return new MapFigure("", part.rows(), part.columns(), MapFigure.cut(part, map.extent(1), k -> map.values()[k]), axes,
				quantity, scale, null);
	}

	/** A map of lengths, in a unit that suits them. */
	MapFigure lengths(Values map, String quantity, ColourScale scale) {
		Unit readable = Unit.of(Math.max(Math.abs(scale.low()), Math.abs(scale.high())), "m");
		return figure(map.with(readable.of(map.values())), readable.label(quantity),
				new ColourScale(scale.map(), scale.low() / readable.size(), scale.high() / readable.size()));
	}
}
