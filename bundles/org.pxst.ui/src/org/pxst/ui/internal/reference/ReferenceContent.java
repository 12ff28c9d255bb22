// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.reference;

import java.util.List;
import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.ui.image.Layer;
import org.pxst.ui.image.Picture;
import org.pxst.ui.image.Picture.Colours;
import org.pxst.ui.session.MissingContentException;
import org.pxst.ui.session.ScanReader;

/** Everything about the reference image of one file, as far as it was asked for. For background threads, one at a time. */
public final class ReferenceContent {
	private static final int VERMILION = 0xd55e00;
	private static final int BLUE = 0x0072b2;
	/** Percentiles of the errors between which the colour gets stronger. */
	private static final double FIRST_ERROR = 50;
	private static final double LARGEST_ERROR = 98;
	/** Part of the largest coverage below which pixels are coloured. */
	private static final double LOW_COVERAGE = 0.6;

	private final SamplePlane plane;
	private final Image reference;
	private final double n0;
	private final double m0;
	private final double error;
	private final Optional<FrameOutline> outline;
	private Optional<Image> coverage = Optional.empty();

	/**
	 * Reads the reference image.
	 *
	 * @throws MissingContentException when there is none
	 * @throws InvalidDataException    when it cannot be read
	 */
	public ReferenceContent(ScanReader reader) {
		ResultValues values = new ResultValues(reader);
		Image stored = values.image("reference_image")
				.orElseThrow(() -> new MissingContentException("reference image", "Run make_reference, or a whole reconstruction"));
		// the 2020 suite stores -1 where there is no value
		for (int p = 0; p < stored.values().length; p++)
			if (stored.values()[p] < 0)
				stored.values()[p] = Float.NaN;
		reference = stored;
		plane = SamplePlane.around(reference, values.number("dss"), values.number("dfs"));
		n0 = values.number("n0");
		m0 = values.number("m0");
		error = values.number("error_total");
		outline = outlineIfKnown(reader, values);
	}

	private Optional<FrameOutline> outlineIfKnown(ScanReader reader, ResultValues values) {
		try {
			return outline(reader, values);
		} catch (InvalidDataException e) {
			// the reference image can be looked at without a pixel map, and the Pixel Map view says what is wrong with that
			return Optional.empty();
		}
	}

	private Optional<FrameOutline> outline(ScanReader reader, ResultValues values) {
		Optional<PixelTranslations> translations = values.translations();
		if (!reader.has("pixel_map") || translations.isEmpty() || Double.isNaN(n0 + m0))
			return Optional.empty();
		PixelMap map = values.pixelMap();
		return Optional.of(FrameOutline.of(map, values.inUse(map), translations.get(), n0, m0));
	}

	/** Where its pixels are. */
	public SamplePlane plane() {
		return plane;
	}

	/** Where the frames are on it; empty when the file does not say. */
	public Optional<FrameOutline> outline() {
		return outline;
	}

	/** Error of the whole model, NaN when it is not in the file. */
	public double error() {
		return error;
	}

	/**
	 * What is to be seen. What is not in the file yet is said in the scene.
	 *
	 * @param image   what is shown
	 * @param shade   what the second colour says
	 * @param reader  the file
	 * @param monitor to stop it
	 * @throws InvalidDataException             when the file cannot be read
	 * @throws org.pxst.core.CancelledException when the monitor asks for it
	 */
	public ReferenceScene scene(ShownImage image, Shade shade, ScanReader reader, IMonitor monitor) {
		Optional<Picture> picture = Optional.empty();
		List<Layer> layers = List.of();
		String message = "";
		try {
			picture = Optional.of(picture(image, reader, monitor));
			layers = layers(shade, reader, monitor);
		} catch (MissingContentException e) {
			message = e.getMessage();
		}
		return new ReferenceScene(picture, layers, message);
	}

	private Picture picture(ShownImage image, ScanReader reader, IMonitor monitor) {
		return switch (image) {
		case REFERENCE -> plane.picture("Reference image", reference, "intensity / whitefield", "", Colours.GREY);
		case ERROR -> plane.picture("Error of the reference image", error(reader), "error", "", Colours.SEQUENTIAL);
		case COVERAGE -> plane.picture("Coverage", coverage(reader, monitor), "frames", "", Colours.SEQUENTIAL);
		case OVERLAP -> plane.picture("Overlap", overlap(reader), "overlap", "counts\u00b2", Colours.SEQUENTIAL);
		};
	}

	private List<Layer> layers(Shade shade, ScanReader reader, IMonitor monitor) {
		return switch (shade) {
		case NONE -> List.of();
		case ERROR -> {
			float[] errors = plane.cut(error(reader));
			yield Grades.between(errors, Grades.percentile(errors, FIRST_ERROR), Grades.percentile(errors, LARGEST_ERROR),
					VERMILION);
		}
		case COVERAGE -> {
			float[] counts = plane.cut(coverage(reader, monitor));
			yield Grades.between(counts, LOW_COVERAGE * Grades.percentile(counts, 100), 0, BLUE);
		}
		};
	}

	private Image error(ScanReader reader) {
		return known(new ResultValues(reader).image("error_reference", plane.rows(), plane.columns()).orElseThrow(
				() -> new MissingContentException("error of this reference image", "Run calc_error")));
	}

	private Image overlap(ScanReader reader) {
		return known(new ResultValues(reader).image("reference_overlap", plane.rows(), plane.columns())
				.orElseThrow(() -> new MissingContentException("overlap of this reference image", "Run make_reference")));
	}

	/** Only where there is a reference image. */
	private Image known(Image image) {
		for (int p = 0; p < image.values().length; p++)
			if (Float.isNaN(reference.values()[p]))
				image.values()[p] = Float.NaN;
		return image;
	}

	private Image coverage(ScanReader reader, IMonitor monitor) {
		if (coverage.isEmpty()) {
			ResultValues values = new ResultValues(reader);
			PixelMap map = values.pixelMap();
			PixelTranslations translations = values.translations().orElseThrow(
					() -> new MissingContentException("list of sample positions in reference pixels", "Run generate_pixel_map"));
			if (Double.isNaN(n0 + m0))
				throw new MissingContentException("origin n0, m0 of the reference image", "Run make_reference");
			coverage = Optional.of(new Coverage(map, values.inUse(map), translations, values.goodFrames(translations))
					.count(plane.rows(), plane.columns(), n0, m0, monitor));
		}
		return coverage.get();
	}
}
