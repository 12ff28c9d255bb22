// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.images.internal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as PNG. */
public final class Png {
	/** 0 is the smallest and slowest, 1 the largest. */
	private static final float COMPRESSION = 0.3f;

	private Png() {
	}

	/** The contents of a file with this picture. */
	public static byte[] bytes(BufferedImage image) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		// in memory: ImageIO's own stream would go through a temporary file
		try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
			write(image, stream);
		} catch (IOException e) {
			throw new UncheckedIOException("memory cannot be written", e);
		}
		return bytes.toByteArray();
	}

	/** Writes a picture to a stream, which stays open. */
	static void write(BufferedImage image, ImageOutputStream stream) throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
		try {
			ImageWriteParam parameters = writer.getDefaultWriteParam();
			parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			parameters.setCompressionQuality(COMPRESSION);
			writer.setOutput(stream);
			writer.write(null, new IIOImage(image, null, null), parameters);
		} finally {
			writer.dispose();
		}
	}
}
