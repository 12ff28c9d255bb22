// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.map;

import java.util.Locale;
import java.util.Optional;

import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.initial.Defocus;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Roi;
import org.pxst.ui.image.Picture.Axis;
import org.pxst.ui.image.Picture.Colours;
import org.pxst.ui.image.Picture;
import org.pxst.ui.internal.reference.ResultValues;
import org.pxst.ui.session.ScanReader;
import org.pxst.ui.view.SiPrefix;

/** The pixel map of one file with what belongs to it. Immutable. For background threads. */
public final class MapContent {
	/** Pixels are square when they are not further from it than this. */
	private static final double SQUARE = 0.02;

	private final PixelMap map;
	private final boolean[] inUse;
	private final Roi region;
	private final Optional<Image> whitefield;
	private final MapScale scale;

	/**
	 * Reads the pixel map.
	 *
	 * @throws org.pxst.ui.session.MissingContentException when there is none
	 * @throws InvalidDataException                        when it cannot be read
	 */
	public MapContent(ScanReader reader) {
		ResultValues values = new ResultValues(reader);
		map = values.pixelMap();
		inUse = values.inUse(map);
		region = known(map, inUse);
		whitefield = values.image("whitefield", map.rows(), map.columns());
		scale = new MapScale(values.geometry(), defocus(values), values.number("dss"), values.number("dfs"));
	}

	private static Defocus defocus(ResultValues values) {
		double mean = values.number("defocus");
		double ss = values.number("defocus_ss");
		double fs = values.number("defocus_fs");
		return Double.isNaN(ss + fs) ? new Defocus(mean, mean) : new Defocus(ss, fs);
	}

	/** The smallest region with all pixels in use; everything when there is none. */
	private static Roi known(PixelMap map, boolean[] inUse) {
		int ss0 = map.rows();
		int ss1 = 0;
		int fs0 = map.columns();
		int fs1 = 0;
		for (int p = 0; p < inUse.length; p++)
			if (inUse[p]) {
				ss0 = Math.min(ss0, p / map.columns());
				ss1 = p / map.columns() + 1;
				fs0 = Math.min(fs0, p % map.columns());
				fs1 = Math.max(fs1, p % map.columns() + 1);
			}
		return ss1 == 0 ? Roi.full(map.rows(), map.columns()) : new Roi(ss0, ss1, fs0, fs1);
	}

	/** What is to be seen. What the file does not have for it is said in the scene. */
	public MapScene scene(MapChoice choice) {
		MapUnit unit = choice.unit();
		MapResidual shifts;
		try {
			shifts = MapResidual.of(map, inUse, choice.subtraction(), unit, scale);
		} catch (InvalidDataException e) {
			return MapScene.nothing(region, unit, e.getMessage());
		}
		if (choice.shown() == ShownMap.ARROWS_ON_WHITEFIELD && whitefield.isEmpty())
			return MapScene.nothing(region, unit, "There is no whitefield in this file yet. Run make_whitefield.");
		Optional<QuiverGrid> arrows = choice.shown().hasArrows() ? Optional.of(QuiverGrid.of(shifts, region, choice.density()))
				: Optional.empty();
		String suffix = choice.subtraction() == Subtraction.IDENTITY ? "" : " minus " + choice.subtraction().text();
		String quantity = unit.quantity();
		return switch (choice.shown()) {
		case ALONG_SS -> scene(picture("Pixel map along ss" + suffix, shifts.ss(), quantity, unit.symbol(), Colours.SIGNED),
				shifts.ss(), arrows, unit);
		case ALONG_FS -> scene(picture("Pixel map along fs" + suffix, shifts.fs(), quantity, unit.symbol(), Colours.SIGNED),
				shifts.fs(), arrows, unit);
		case MAGNITUDE, ARROWS -> scene(picture("Pixel map" + suffix, shifts.magnitude(), quantity, unit.symbol(),
				Colours.SEQUENTIAL), shifts.magnitude(), arrows, unit);
		case ARROWS_ON_WHITEFIELD -> scene(picture("Whitefield with pixel map" + suffix, whitefield.get().values(),
				"intensity", "counts", Colours.GREY), shifts.magnitude(), arrows, unit);
		};
	}

	private MapScene scene(Picture picture, float[] shown, Optional<QuiverGrid> arrows, MapUnit unit) {
		MapStatistics statistics = MapStatistics.of(shown);
		String summary = statistics.count() == 0 ? "No pixel of the pixel map is in use."
				: String.format(Locale.ROOT, "rms %s, %s to %s; %d of %d pixels", text(statistics.rms(), unit),
						text(statistics.min(), unit), text(statistics.max(), unit), statistics.count(), shown.length);
		return new MapScene(Optional.of(picture), region, arrows, unit, summary, "");
	}

	private static String text(double value, MapUnit unit) {
		return SiPrefix.text(value, unit.symbol());
	}

	private Picture picture(String title, float[] values, String quantity, String unit, Colours colours) {
		float[] part = new float[region.rows() * region.columns()];
		for (int i = 0; i < region.rows(); i++)
			System.arraycopy(values, (region.ss0() + i) * map.columns() + region.fs0(), part, i * region.columns(),
					region.columns());
		double sizeSs = scale.geometry().map(Geometry::pixelSizeSs).orElse(1.0);
		double sizeFs = scale.geometry().map(Geometry::pixelSizeFs).orElse(1.0);
		boolean square = Math.abs(sizeSs / sizeFs - 1) < SQUARE;
		return new Picture(title, region.rows(), region.columns(), part,
				square ? new Axis("slow scan axis", "px", region.ss0(), 1)
						: new Axis("slow scan axis", "m", region.ss0() * sizeSs, sizeSs),
				square ? new Axis("fast scan axis", "px", region.fs0(), 1)
						: new Axis("fast scan axis", "m", region.fs0() * sizeFs, sizeFs),
				quantity, unit, colours);
	}
}
