// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pxst.core.image.Image;
import org.pxst.core.scan.Geometry;
import org.pxst.ui.internal.reference.ResultValues;
import org.pxst.ui.session.ScanReader;

/** Reads the figures of a group of results: the same ones, in the same order, of all. For background threads. */
final class KeyFigures {
	/** Name of the figure that is the wavelength, m. */
	static final String LIGHT = "Wavelength";

	private final ScanReader reader;
	private final ResultValues values;
	private final List<KeyFigure> figures = new ArrayList<>();

	private KeyFigures(ScanReader reader) {
		this.reader = reader;
		values = new ResultValues(reader);
	}

	/** @param reader relative paths are in the group */
	static List<KeyFigure> of(ScanReader reader) {
		return new KeyFigures(reader).read();
	}

	private List<KeyFigure> read() {
		figures.add(new KeyFigure(LIGHT, values.geometry().map(Geometry::wavelength).orElse(Double.NaN), "m"));
		number("Defocus", "defocus", "m");
		number("Defocus along ss", "defocus_ss", "m");
		number("Defocus along fs", "defocus_fs", "m");
		number("Astigmatism", "astigmatism", "m");
		number("Reference pixel along ss", "dss", "m");
		number("Reference pixel along fs", "dfs", "m");
		figures.add(new KeyFigure("Frames used", count("good_frames"), ""));
		number("Total error", "error_total", "");
		figures.add(new KeyFigure("Iterations", count("error_iteration"), ""));
		phase();
		number("Zernike terms leave (rms)", "zernike/zernike_residual_rms", "rad");
		number("Focus along ss (FWHM)", "focus_fwhm_ss", "m");
		number("Focus along fs (FWHM)", "focus_fwhm_fs", "m");
		number("Strehl ratio", "strehl", "");
		number("Noise of the ray angles along ss", "sigma_angle_ss", "rad");
		number("Noise of the ray angles along fs", "sigma_angle_fs", "rad");
		return List.copyOf(figures);
	}

	private void number(String name, String path, String unit) {
		figures.add(new KeyFigure(name, values.number(path), unit));
	}

	private double count(String path) {
		return reader.has(path) && reader.shape(path).length == 1 ? reader.shape(path)[0] : Double.NaN;
	}

	/** Over the good pixels of the region of interest. */
	private void phase() {
		Optional<Image> phase = reader.has("phase") ? values.image("phase") : Optional.empty();
		float[] known = phase.map(image -> new DetectorPixels(values, image.rows(), image.columns()).inUse(image.values()))
				.orElse(new float[0]);
		DifferenceFigures figure = DifferenceFigures.aboutMean(known);
		figures.add(new KeyFigure("Phase (rms)", figure.rms(), "rad"));
	}
}
