// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.FileImageInputStream;

import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.PixelType;

/**
 * A TIFF file with one or several grey images, read with the reader of the Java platform.
 *
 * @param path  the file
 * @param pages number of images
 */
record TiffFile(Path path, int pages) {
	/**
	 * What an image is like.
	 *
	 * @param rows    number of rows
	 * @param columns number of columns
	 * @param type    type of its pixels
	 */
	record Kind(int rows, int columns, PixelType type) {
		/** In words. */
		String text() {
			return type.name().toLowerCase(Locale.ROOT) + " " + rows + " x " + columns;
		}
	}

	/** Does something with an open reader. */
	@FunctionalInterface
	private interface Use<T> {
		T with(ImageReader reader) throws IOException;
	}

	/**
	 * Looks into a file.
	 *
	 * @throws InvalidDataException when it is no TIFF file, or damaged
	 */
	static TiffFile open(Path path) {
		if (!Files.isRegularFile(path))
			throw new InvalidDataException(path + ": there is no such file; check the name");
		try {
			return new TiffFile(path, TiffPages.count(path));
		} catch (IOException e) {
			throw new InvalidDataException(path + ": cannot be read (" + e.getClass().getSimpleName() + ")", e);
		}
	}

	/**
	 * What one of its images is like.
	 *
	 * @throws InvalidDataException when it is no grey image of a type that can be read
	 */
	Kind kind(int page) {
		return use(reader -> kind(reader, page));
	}

	/**
	 * Reads one of its images.
	 *
	 * @param page   number of the image
	 * @param kind   what it must be like
	 * @param target receives the pixels in the machine's byte order
	 * @throws InvalidDataException when it is not like that, or cannot be read
	 */
	void read(int page, Kind kind, ByteBuffer target) {
		use(reader -> {
			Kind there = kind(reader, page);
			if (!there.equals(kind))
				throw new InvalidDataException(path + ": image " + page + " is " + there.text() + ", but the first one is "
						+ kind.text() + "; import only images of one kind");
			put(reader.read(page).getRaster(), kind, target);
			return true;
		});
	}

	private <T> T use(Use<T> use) {
		ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
		try (FileImageInputStream stream = new FileImageInputStream(path.toFile())) {
			reader.setInput(stream, false, false);
			return use.with(reader);
		} catch (InvalidDataException e) {
			throw e;
		} catch (OutOfMemoryError e) {
			throw new InvalidDataException(path + ": an image in it asks for more memory than there is", e);
		} catch (IOException | RuntimeException e) {
			throw new InvalidDataException(path + ": cannot be read: " + (e.getMessage() == null
					? e.getClass().getSimpleName()
					: e.getMessage().lines().findFirst().orElse("")) + "; write it as plain grey TIFF", e);
		} finally {
			reader.dispose();
		}
	}

	private Kind kind(ImageReader reader, int page) throws IOException {
		int rows = reader.getHeight(page);
		int columns = reader.getWidth(page);
		TIFFDirectory directory = TIFFDirectory.createFromMetadata(reader.getImageMetadata(page));
		int samples = tag(directory, BaselineTIFFTagSet.TAG_SAMPLES_PER_PIXEL, 1);
		if (samples != 1)
			throw new InvalidDataException(path + ": has " + samples + " values a pixel; grey images are needed");
		if (tag(directory, BaselineTIFFTagSet.TAG_PHOTOMETRIC_INTERPRETATION,
				BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_BLACK_IS_ZERO) != BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_BLACK_IS_ZERO)
			throw new InvalidDataException(path + ": is no image whose zero is black; write it as plain grey TIFF");
		int bits = tag(directory, BaselineTIFFTagSet.TAG_BITS_PER_SAMPLE, 1);
		int format = tag(directory, BaselineTIFFTagSet.TAG_SAMPLE_FORMAT, BaselineTIFFTagSet.SAMPLE_FORMAT_UNSIGNED_INTEGER);
		Kind kind = new Kind(rows, columns, type(bits, format));
		// an image of this size is made before the first pixel is read
		if ((long) rows * columns * kind.type.bytes() > Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 2))
			throw new InvalidDataException(path + ": an image of " + kind.text() + " is too large");
		return kind;
	}

	private PixelType type(int bits, int format) {
		if (format == BaselineTIFFTagSet.SAMPLE_FORMAT_FLOATING_POINT && bits == 32)
			return PixelType.FLOAT32;
		if (format == BaselineTIFFTagSet.SAMPLE_FORMAT_FLOATING_POINT && bits == 64)
			return PixelType.FLOAT64;
		boolean signed = format == BaselineTIFFTagSet.SAMPLE_FORMAT_SIGNED_INTEGER;
		if (signed || format == BaselineTIFFTagSet.SAMPLE_FORMAT_UNSIGNED_INTEGER)
			switch (bits) {
			case 8:
				return signed ? PixelType.INT8 : PixelType.UINT8;
			case 16:
				return signed ? PixelType.INT16 : PixelType.UINT16;
			case 32:
				return signed ? PixelType.INT32 : PixelType.UINT32;
			default:
				break;
			}
		throw new InvalidDataException(path + ": has pixels of " + bits
				+ " bits that cannot be read; integers of 8, 16 or 32 bits and floats of 32 or 64 bits can");
	}

	private static int tag(TIFFDirectory directory, int number, int otherwise) {
		TIFFField field = directory.getTIFFField(number);
		return field == null || field.getCount() == 0 ? otherwise : field.getAsInt(0);
	}

	private static void put(Raster raster, Kind kind, ByteBuffer target) {
		ByteBuffer to = target.slice().order(ByteOrder.nativeOrder());
		int rows = kind.rows;
		int columns = kind.columns;
		for (int i = 0; i < rows; i++)
			switch (raster.getTransferType()) {
			case DataBuffer.TYPE_FLOAT -> to.asFloatBuffer().put(i * columns, raster.getSamples(0, i, columns, 1, 0, (float[]) null));
			case DataBuffer.TYPE_DOUBLE -> to.asDoubleBuffer().put(i * columns,
					raster.getSamples(0, i, columns, 1, 0, (double[]) null));
			default -> putIntegers(raster.getSamples(0, i, columns, 1, 0, (int[]) null), kind.type.bytes(), i * columns, to);
			}
		target.position(target.position() + rows * columns * kind.type.bytes());
	}

	/** The lowest bytes are right with sign and without. */
	private static void putIntegers(int[] row, int bytes, int at, ByteBuffer to) {
		for (int j = 0; j < row.length; j++)
			switch (bytes) {
			case 1 -> to.put(at + j, (byte) row[j]);
			case 2 -> to.putShort(2 * (at + j), (short) row[j]);
			default -> to.putInt(4 * (at + j), row[j]);
			}
	}
}
