// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferFloat;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.UUID;

import javax.imageio.ImageIO;

import org.pxst.core.InvalidDataException;

/**
 * Writes a picture to a file, by the ending of its name: .png is the whole picture in colours, pixel by pixel, transparent
 * where there is no value; .svg the same with axes and colour bar; .tiff or .tif the values as 32 bit floats; .csv the
 * values as text. A file under its final name is always whole. Needs no display; any thread.
 */
public final class ImageExport {
	private final Picture picture;
	private final ImageStyle style;

	/**
	 * @param picture what to write
	 * @param style   its colours
	 */
	public ImageExport(Picture picture, ImageStyle style) {
		this.picture = picture;
		this.style = style;
	}

	/** Writes to a file that is not there yet. */
	@FunctionalInterface
	interface Content {
		void to(Path file) throws IOException;
	}

	/**
	 * Writes the picture; a file of that name is replaced.
	 *
	 * @param file its name ends in .png, .svg, .tiff, .tif or .csv
	 * @throws InvalidDataException when it ends otherwise or cannot be written; names the file
	 */
	public void write(Path file) {
		String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		String ending = name.substring(name.lastIndexOf('.') + 1);
		write(file, switch (ending) {
		case "png" -> part -> png(new ColouredPicture(picture, style).image(), part);
		case "svg" -> part -> new SvgFigure(picture, style).write(part);
		case "tiff", "tif" -> this::tiff;
		case "csv" -> this::csv;
		default -> throw new InvalidDataException("cannot write the image " + file
				+ ": the end of its name says what it becomes; end it in .png, .svg, .tiff or .csv");
		});
	}

	/** Writes an image as PNG. */
	static void writePng(BufferedImage image, Path file) {
		write(file, part -> png(image, part));
	}

	private static void write(Path file, Content content) {
		Path part = file.resolveSibling("." + file.getFileName() + "-" + UUID.randomUUID() + ".part");
		try {
			content.to(part);
			Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
		} catch (IOException e) {
			InvalidDataException failure = new InvalidDataException("cannot write the image " + file + ": " + reason(e)
					+ "; check the directory, its permissions and its space", e);
			try {
				Files.deleteIfExists(part);
			} catch (IOException left) {
				failure.addSuppressed(left);
			}
			throw failure;
		}
	}

	private static String reason(IOException e) {
		if (e instanceof FileSystemException f)
			return f.getReason() != null ? f.getReason() : "no such directory";
		return String.valueOf(e.getMessage());
	}

	private static void png(BufferedImage image, Path file) throws IOException {
		encode(image, "png", file);
	}

	private static void encode(BufferedImage image, String format, Path file) throws IOException {
		// for a file that cannot be made ImageIO has no reason to tell
		Files.createFile(file);
		if (!ImageIO.write(image, format, file.toFile()))
			throw new IOException("this Java cannot write " + format);
	}

	private void tiff(Path file) throws IOException {
		ComponentColorModel grey = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_GRAY), false, false,
				ComponentColorModel.OPAQUE, DataBuffer.TYPE_FLOAT);
		PixelInterleavedSampleModel samples = new PixelInterleavedSampleModel(DataBuffer.TYPE_FLOAT, picture.columns(),
				picture.rows(), 1, picture.columns(), new int[] { 0 });
		DataBufferFloat data = new DataBufferFloat(picture.values(), picture.values().length);
		encode(new BufferedImage(grey, Raster.createWritableRaster(samples, data, null), false, null), "tiff", file);
	}

	/** One line a row; comments at the top say what it is and where. */
	private void csv(Path file) throws IOException {
		try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
			out.write("# " + picture.title().replaceAll("\\R", " ") + "\n");
			out.write("# values: " + new UnitPrefix(picture.unit(), 1).label(picture.quantity()) + "\n");
			out.write(axis("rows", picture.ss()));
			out.write(axis("columns", picture.fs()));
			for (int i = 0; i < picture.rows(); i++)
				for (int j = 0; j < picture.columns(); j++) {
					float value = picture.at(i, j);
					out.write(Float.isNaN(value) ? "nan" : Float.toString(value).replace("Infinity", "inf"));
					out.write(j < picture.columns() - 1 ? ',' : '\n');
				}
		}
	}

	private static String axis(String what, Picture.Axis axis) {
		return "# " + what + ": " + axis.label() + ", " + axis.first() + " + index * " + axis.step() + " " + axis.unit()
				+ "\n";
	}
}
