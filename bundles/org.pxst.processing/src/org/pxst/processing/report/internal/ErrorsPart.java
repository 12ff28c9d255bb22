// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.pxst.processing.charts.CurveChart;
import org.pxst.processing.charts.FrameErrors;
import org.pxst.processing.images.ColourMap;
import org.pxst.processing.images.internal.ColourScale;

/** What the model does not explain, seen from all sides. */
final class ErrorsPart implements Part {
	private static final String STEP = "calc_error";
	/** Largest error that has a colour of its own, over the median. */
	private static final double RANGE = 4;
	private static final String QUANTITY = "error (part of the variance)";

	@Override
	public String title() {
		return "Errors";
	}

	@Override
	public Section make(Material material) {
		DetectorMaps detector = new DetectorMaps(material);
		ReferenceMaps reference = new ReferenceMaps(material);
		List<Figure> figures = new ArrayList<>();
		material.need("Error per pixel", STEP, "error_pixel", Material.ANY, Material.ANY).map(detector::inside)
				.ifPresent(error -> figures.add(Pictures.map("Error of each pixel",
						"Which part of each pixel's variance the model leaves unexplained: 0 is perfect, 1 explains nothing. Spots are bad "
								+ "pixels that the mask misses; structure like the sample's, errors of the map. The rim has little light. The "
								+ "colours end at four times the median.",
						detector.part(error, QUANTITY, scale(error)))));
		material.check();
		material.need("Error on the reference image", STEP, "error_reference", Material.ANY, Material.ANY)
				.map(ErrorsPart::seen).ifPresent(error -> figures.add(Pictures.map("Error on the reference image",
						"The same, where on the sample it arises. Bright outlines are edges that the frames do not agree on. The "
								+ "colours end at four times the median.",
						reference.figure(error, quantity(error), scale(error)))));
		material.check();
		double[] used = material.find("good_frames", Material.ANY).map(Values::values).orElse(new double[0]);
		material.need("Error per frame", STEP, "error_frame", Material.ANY)
				.ifPresent(error -> figures.add(frames("Error of each frame",
						"Frames that stand out were blank, blurred or at a wrong position; leave them out with --good-frames.",
						FrameErrors.of(error.values(), QUANTITY, used), true)));
		iterations(material).ifPresent(figures::add);
		material.find("flux_correction", Material.ANY)
				.map(flux -> Arrays.stream(flux.values()).map(v -> 100 * (v - 1)).toArray())
				.ifPresent(flux -> figures.add(frames("Light of each frame",
						"How much brighter or darker than the model each frame is. Drops are dips of the beam.",
						FrameErrors.of(flux, "flux correction (%)", used), false)));
		return new Section("errors", title()).figures(figures);
	}

	/** Where nothing was seen there is 0, or a negative mark. */
	private static Values seen(Values error) {
		return error.with(Arrays.stream(error.values()).map(v -> v > 0 ? v : Double.NaN).toArray());
	}

	/** The rim has errors many times those of the rest, and would leave it without contrast. */
	private static ColourScale scale(Values error) {
		double[] sorted = Arrays.stream(error.values()).filter(v -> !Double.isNaN(v)).sorted().toArray();
		ColourScale all = ColourScale.of(ColourMap.SEQUENTIAL, error.values());
		double end = sorted.length == 0 ? all.high() : Math.min(all.high(), RANGE * sorted[sorted.length / 2]);
		return end > all.low() ? new ColourScale(all.map(), all.low(), end) : all;
	}

	private static String quantity(Values error) {
		return error.units().isEmpty() || error.units().equals("1") ? QUANTITY : "error (" + error.units() + ")";
	}

	private static Figure frames(String title, String caption, FrameErrors frames, boolean fromZero) {
		return Pictures.counts(title, caption, frames.curves(fromZero), "frame", frames.quantity(), fromZero);
	}

	private static Optional<Figure> iterations(Material material) {
		return material.need("Error per iteration", "pixel_map_from_data", "error_iteration", Material.ANY).map(error -> {
			CurveChart chart = new CurveChart();
			chart.addPoints("error", IntStream.rangeClosed(1, error.extent(0)).asDoubleStream().toArray(), error.values());
			return Pictures.counts("Error in each iteration",
					"It should fall and level off. If it still falls at the end, more iterations help.", chart, "iteration", QUANTITY, false);
		});
	}
}
