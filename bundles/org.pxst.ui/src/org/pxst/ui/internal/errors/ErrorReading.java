// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.errors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jfree.chart.JFreeChart;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Roi;
import org.pxst.processing.charts.CurveChart;
import org.pxst.processing.charts.FrameErrors;
import org.pxst.ui.image.Picture;
import org.pxst.ui.internal.reference.ResultValues;
import org.pxst.ui.internal.reference.SamplePlane;
import org.pxst.ui.session.MissingContentException;
import org.pxst.ui.session.ScanReader;

/** Reads the errors of one file. For background threads, as long as the reader lives. */
final class ErrorReading {
	/** All errors are that: 0 is all explained, 1 nothing. */
	static final String QUANTITY = "error (part of the variance)";
	private static final String LIGHT = "flux correction (%)";
	/** Pixels are shown square when they are not further from it than this. */
	private static final double SQUARE = 0.02;

	private final ScanReader reader;
	private final ResultValues values;

	ErrorReading(ScanReader reader) {
		this.reader = reader;
		this.values = new ResultValues(reader);
	}

	/**
	 * Reads all there is.
	 *
	 * @throws MissingContentException            when there is no error at all
	 * @throws org.pxst.core.InvalidDataException when it cannot be read
	 */
	ErrorContent content() {
		Optional<double[]> frames = numbers("error_frame");
		ErrorContent content = new ErrorContent(frames.map(error -> frames(error, QUANTITY, true)),
				numbers("flux_correction").map(ErrorReading::percent).map(light -> frames(light, LIGHT, false)), pixels(), reference(),
				numbers("error_iteration").map(ErrorReading::iterations), frames.map(error -> error.length).orElse(0), summary(frames));
		if (content.frames().isEmpty() && content.pixels().isEmpty() && content.reference().isEmpty() && content.iterations().isEmpty())
			throw new MissingContentException("error", "Run calc_error, or a whole reconstruction");
		return content;
	}

	/** A list of numbers; empty when there is none, or nothing in it. */
	private Optional<double[]> numbers(String name) {
		if (!reader.has(name) || reader.shape(name).length != 1)
			return Optional.empty();
		return Optional.of(reader.doubles(name)).filter(list -> list.length > 0);
	}

	private JFreeChart frames(double[] list, String quantity, boolean fromZero) {
		return FrameErrors.of(list, quantity, numbers("good_frames").orElse(new double[0])).chart("", fromZero);
	}

	private static double[] percent(double[] factors) {
		return Arrays.stream(factors).map(factor -> 100 * (factor - 1)).toArray();
	}

	private static JFreeChart iterations(double[] error) {
		CurveChart chart = new CurveChart();
		chart.addPoints("error", IntStream.rangeClosed(1, error.length).asDoubleStream().toArray(), error);
		return chart.counts("", "iteration", QUANTITY, false);
	}

	private Optional<PlacedPicture> pixels() {
		return values.image("error_pixel").map(error -> {
			Optional<Image> mask = values.image("mask", error.rows(), error.columns());
			Roi roi = values.roi().filter(region -> region.isInside(error.rows(), error.columns()))
					.orElse(Roi.full(error.rows(), error.columns()));
			float[] part = new float[roi.rows() * roi.columns()];
			for (int i = 0; i < roi.rows(); i++)
				for (int j = 0; j < roi.columns(); j++) {
					int row = roi.ss0() + i;
					int column = roi.fs0() + j;
					boolean good = mask.isEmpty() || mask.get().at(row, column) > 0;
					part[i * roi.columns() + j] = good ? error.at(row, column) : Float.NaN;
				}
			return new PlacedPicture(detector(roi, part), roi.ss0(), roi.fs0());
		});
	}

	private Picture detector(Roi roi, float[] part) {
		Optional<Geometry> geometry = values.geometry()
				.filter(g -> Math.abs(g.pixelSizeSs() / g.pixelSizeFs() - 1) > SQUARE);
		Picture.Axis ss = geometry.map(g -> new Picture.Axis("slow scan axis", "m", roi.ss0() * g.pixelSizeSs(), g.pixelSizeSs()))
				.orElse(new Picture.Axis("slow scan axis", "px", roi.ss0(), 1));
		Picture.Axis fs = geometry.map(g -> new Picture.Axis("fast scan axis", "m", roi.fs0() * g.pixelSizeFs(), g.pixelSizeFs()))
				.orElse(new Picture.Axis("fast scan axis", "px", roi.fs0(), 1));
		return new Picture("Error of each pixel", roi.rows(), roi.columns(), part, ss, fs, QUANTITY, "", Picture.Colours.SEQUENTIAL);
	}

	private Optional<PlacedPicture> reference() {
		return values.image("error_reference").map(error -> {
			// where nothing was seen there is 0, or a negative mark
			for (int k = 0; k < error.values().length; k++)
				if (!(error.values()[k] > 0))
					error.values()[k] = Float.NaN;
			SamplePlane plane = SamplePlane.around(error, values.number("dss"), values.number("dfs"));
			return new PlacedPicture(
					plane.picture("Error on the reference image", error, QUANTITY, "", Picture.Colours.SEQUENTIAL),
					plane.region().ss0(), plane.region().fs0());
		});
	}

	private String summary(Optional<double[]> frames) {
		List<String> parts = new ArrayList<>();
		double total = values.number("error_total");
		if (Double.isFinite(total))
			parts.add(String.format(Locale.ROOT, "Total error %.4g (0: all is explained, 1: nothing).", total));
		frames.flatMap(ErrorReading::largest).ifPresent(parts::add);
		return String.join(" ", parts);
	}

	private static Optional<String> largest(double[] errors) {
		return IntStream.range(0, errors.length).filter(n -> Double.isFinite(errors[n])).boxed()
				.max((a, b) -> Double.compare(errors[a], errors[b]))
				.map(n -> String.format(Locale.ROOT, "Largest: frame %d, %.4g.", n, errors[n]));
	}
}
