// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.images.internal;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;

import org.pxst.core.InvalidDataException;

/**
 * The directory that pictures are written to. A file under its final name is always whole.
 *
 * @param path the directory
 */
public record ImageDirectory(Path path) {
	/**
	 * Opens the directory and makes it when it is not there.
	 *
	 * @throws InvalidDataException when it cannot be made; names it
	 */
	public static ImageDirectory at(Path path) {
		try {
			Files.createDirectories(path);
		} catch (IOException e) {
			throw new InvalidDataException("cannot make the directory " + path + " for images: " + reason(e)
					+ "; name another directory", e);
		}
		return new ImageDirectory(path);
	}

	/**
	 * Writes a picture as PNG; one of that name which is there already is replaced.
	 *
	 * @param name  file name
	 * @param image the picture
	 * @return the file
	 * @throws InvalidDataException when it cannot be written; names the file
	 */
	public Path write(String name, BufferedImage image) {
		Path file = path.resolve(name);
		Path temporary = null;
		try {
			// not Files.createTempFile: that makes files which nobody else may read, and others are to see the picture
			temporary = path.resolve("." + name + "-" + UUID.randomUUID() + ".part");
			encode(image, temporary);
			Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
			return file;
		} catch (IOException e) {
			InvalidDataException failure = new InvalidDataException(
					"cannot write the image " + file + ": " + reason(e) + "; check space and permissions", e);
			delete(temporary, failure);
			throw failure;
		}
	}

	private static void encode(BufferedImage image, Path file) throws IOException {
		try (ImageOutputStream stream = ImageIO.createImageOutputStream(file.toFile())) {
			Png.write(image, stream);
		}
	}

	private static void delete(Path temporary, InvalidDataException failure) {
		try {
			if (temporary != null)
				Files.deleteIfExists(temporary);
		} catch (IOException e) {
			failure.addSuppressed(e);
		}
	}

	private static String reason(IOException e) {
		if (e instanceof FileSystemException f && f.getReason() != null)
			return f.getReason();
		return e.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace(" Exception", "");
	}
}
