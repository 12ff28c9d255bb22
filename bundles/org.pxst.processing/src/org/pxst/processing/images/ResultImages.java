// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.images;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.core.scan.Roi;
import org.pxst.processing.Iteration;
import org.pxst.processing.ReconstructionResult;
import org.pxst.processing.charts.CurveChart;
import org.pxst.processing.images.internal.ColourScale;
import org.pxst.processing.images.internal.Fonts;
import org.pxst.processing.images.internal.ImageDirectory;
import org.pxst.processing.images.internal.MapChart;
import org.pxst.processing.images.internal.MapFigure;

/**
 * Pictures of a result as PNG files: whitefield, reference image, residuals of the pixel map, phase, errors, positions.
 * Needs fonts, but no display (run with {@code java.awt.headless=true} where DISPLAY may name one that is gone).
 */
public final class ResultImages {
	private static final String DETECTOR_SS = "slow scan axis (detector pixels)";
	private static final String DETECTOR_FS = "fast scan axis (detector pixels)";
	/** Pixels are drawn square when they are not further from it than this. */
	private static final double SQUARE = 0.02;

	private final ReconstructionResult result;
	private final ImageDirectory directory;
	private final List<Path> written = new ArrayList<>();

	private ResultImages(ReconstructionResult result, ImageDirectory directory) {
		this.result = result;
		this.directory = directory;
	}

	/**
	 * Writes the pictures. Each file under its final name is whole; those of an earlier result are replaced.
	 *
	 * @param result    what was found
	 * @param directory where to; made when it is not there
	 * @return the files
	 * @throws InvalidDataException when the directory or a file cannot be written; names it
	 * @throws org.pxst.core.PxstException when no text can be drawn because there are no fonts; says what to install
	 */
	public static List<Path> write(ReconstructionResult result, Path directory) {
		Fonts.check();
		ResultImages images = new ResultImages(result, ImageDirectory.at(directory));
		images.whitefield();
		images.referenceImage();
		images.pixelMap();
		images.phase();
		images.errors();
		images.positions();
		return List.copyOf(images.written);
	}

	private void write(String name, BufferedImage image) {
		written.add(directory.write(name, image));
	}

	private void write(String name, MapFigure figure) {
		write(name, new MapChart(figure).draw());
	}

	/** Height of a pixel divided by its width. */
	private double aspect() {
		double aspect = Math.abs(result.dss() / result.dfs());
		return Math.abs(aspect - 1) < SQUARE ? 1 : aspect;
	}

	private MapFigure.Axes detectorAxes(int firstRow, int firstColumn) {
		return new MapFigure.Axes(DETECTOR_SS, DETECTOR_FS, firstRow, firstColumn, 1, 1, aspect());
	}

	private void whitefield() {
		Image whitefield = result.whitefield();
		Mask mask = result.mask();
		Roi all = Roi.full(whitefield.rows(), whitefield.columns());
		double[] values = MapFigure.cut(all, all.columns(),
				k -> mask.good()[k] ? whitefield.values()[k] : Double.NaN);
		write("whitefield.png",
				new MapFigure("Whitefield and region of interest (bad pixels grey)", all.rows(), all.columns(),
						values, detectorAxes(0, 0), "counts", ColourScale.of(ColourMap.SEQUENTIAL, values),
						result.roi()));
	}

	private void referenceImage() {
		Image image = result.reference().image();
		Roi part = covered(image);
		double[] values = MapFigure.cut(part, image.columns(), k -> image.values()[k]);
		double extent = Math.max(image.rows() * Math.abs(result.dss()), image.columns() * Math.abs(result.dfs()));
		LengthUnit unit = LengthUnit.of(extent);
		double stepSs = Math.abs(result.dss()) / unit.metres;
		double stepFs = Math.abs(result.dfs()) / unit.metres;
		MapFigure.Axes axes = new MapFigure.Axes("slow scan axis (" + unit.symbol + ")",
				"fast scan axis (" + unit.symbol + ")", part.ss0() * stepSs, part.fs0() * stepFs, stepSs, stepFs,
				aspect());
		write("reference_image.png", new MapFigure("Reference image", part.rows(), part.columns(), values, axes,
				"intensity / whitefield", ColourScale.of(ColourMap.GREY, values), null));
	}

	/** The smallest region that holds all values of an image. */
	private static Roi covered(Image image) {
		int[] rows = IntStream.range(0, image.rows())
				.filter(i -> IntStream.range(0, image.columns()).anyMatch(j -> Float.isFinite(image.at(i, j)))).toArray();
		int[] columns = IntStream.range(0, image.columns())
				.filter(j -> IntStream.range(0, image.rows()).anyMatch(i -> Float.isFinite(image.at(i, j)))).toArray();
		if (rows.length == 0)
			return Roi.full(image.rows(), image.columns());
		return new Roi(rows[0], rows[rows.length - 1] + 1, columns[0], columns[columns.length - 1] + 1);
	}

	/** A map of the region of interest, colours centred at 0. */
	private void signed(String name, String title, String quantity, IntToDoubleFunction values) {
		Roi roi = result.roi();
		double[] part = MapFigure.cut(roi, result.mask().columns(), values);
		double mean = Arrays.stream(part).filter(Double::isFinite).average().orElse(0);
		for (int k = 0; k < part.length; k++)
			part[k] -= mean;
		write(name, new MapFigure(title, roi.rows(), roi.columns(), part, detectorAxes(roi.ss0(), roi.fs0()), quantity,
				ColourScale.symmetric(ColourMap.DIVERGING, part), null));
	}

	private void pixelMap() {
		int columns = result.mask().columns();
		signed("pixel_map_residual_ss.png", "Pixel map along the slow scan axis, u_ss - i, less its mean",
				"reference pixels", k -> result.pixelMap().ss()[k] - k / columns);
		signed("pixel_map_residual_fs.png", "Pixel map along the fast scan axis, u_fs - j, less its mean",
				"reference pixels", k -> result.pixelMap().fs()[k] - k % columns);
	}

	private void phase() {
		signed("phase.png", "Phase of the wavefront without piston, tilt, defocus", "rad",
				k -> result.phase().values()[k]);
	}

	private void errors() {
		double[] numbers = result.iterations().stream().mapToDouble(Iteration::number).toArray();
		double[] errors = result.iterations().stream().mapToDouble(Iteration::error).toArray();
		CurveChart iterations = new CurveChart();
		iterations.addCurve("error", numbers, errors);
		write("error_per_iteration.png", iterations.drawCurves("Error in each iteration", "iteration",
				"squared error / variance of the frames"));

		Roi roi = result.roi();
		double[] pixels = MapFigure.cut(roi, result.mask().columns(), k -> result.errorPixel().values()[k]);
		write("error_pixel.png", new MapFigure("Error of each pixel", roi.rows(), roi.columns(), pixels,
				detectorAxes(roi.ss0(), roi.fs0()), "squared error / variance",
				ColourScale.of(ColourMap.SEQUENTIAL, pixels), null));

		double[] frames = IntStream.range(0, result.errorFrame().length).asDoubleStream().toArray();
		CurveChart perFrame = new CurveChart();
		perFrame.addCurve("error", frames, result.errorFrame());
		write("error_frame.png", perFrame.drawCurves("Error of each frame", "frame", "squared error / variance"));
	}

	private void positions() {
		PixelTranslations found = result.translations();
		PixelTranslations recorded = result.recordedTranslations();
		int[] used = IntStream.range(0, found.frames())
				.filter(n -> Double.isFinite(found.ss()[n] + found.fs()[n] + recorded.ss()[n] + recorded.fs()[n]))
				.toArray();
		double[] foundSs = centred(found.ss(), used);
		double[] foundFs = centred(found.fs(), used);
		double[] recordedSs = centred(recorded.ss(), used);
		double[] recordedFs = centred(recorded.fs(), used);
		double squares = 0;
		double extent = 0;
		for (int n = 0; n < used.length; n++) {
			squares += Math.pow(foundSs[n] - recordedSs[n], 2) + Math.pow(foundFs[n] - recordedFs[n], 2);
			extent = Math.max(extent, 2 * Math.max(Math.abs(recordedSs[n] * result.dss()),
					Math.abs(recordedFs[n] * result.dfs())));
		}
		LengthUnit unit = LengthUnit.of(extent);
		double ss = result.dss() / unit.metres;
		double fs = result.dfs() / unit.metres;
		CurveChart chart = new CurveChart();
		chart.addRings("recorded", scaled(recordedFs, fs), scaled(recordedSs, ss));
		chart.addDots("found", scaled(foundFs, fs), scaled(foundSs, ss));
		write("positions.png",
				chart.drawPlane(
						String.format(Locale.ROOT, "Sample positions, corrected by %.2f reference pixels rms",
								Math.sqrt(squares / Math.max(1, used.length))),
						"fast scan axis (" + unit.symbol + ")", "slow scan axis (" + unit.symbol + ")"));
	}

	private static double[] centred(double[] values, int[] used) {
		double mean = Arrays.stream(used).mapToDouble(n -> values[n]).average().orElse(0);
		return Arrays.stream(used).mapToDouble(n -> values[n] - mean).toArray();
	}

	private static double[] scaled(double[] values, double factor) {
		return Arrays.stream(values).map(v -> v * factor).toArray();
	}

	/** Units for lengths on the sample. */
	private enum LengthUnit {
		NANOMETRE(1e-9, "nm"), MICROMETRE(1e-6, "\u00b5m"), MILLIMETRE(1e-3, "mm");

		private final double metres;
		private final String symbol;

		LengthUnit(double metres, String symbol) {
			this.metres = metres;
			this.symbol = symbol;
		}

		/** The unit in which a length is a number of up to four digits. */
		private static LengthUnit of(double extent) {
			if (extent < 1e-6)
				return NANOMETRE;
			return extent < 1e-3 ? MICROMETRE : MILLIMETRE;
		}
	}
}
