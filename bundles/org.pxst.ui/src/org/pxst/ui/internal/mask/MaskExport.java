// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javax.imageio.ImageIO;

import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Mask;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.tools.EditOptions;
import org.pxst.io.cxi.tools.Hdf5Editor;

/**
 * Writes a mask for other programs, true or non-zero = good, by the extension of the file: {@code npy} (bool), {@code tif}
 * (8 bit, 255 = good), {@code csv} (1 = good), {@code h5}, {@code hdf5} and {@code cxi} (data set /mask, bool). Files
 * under their final name are whole. For background threads.
 *
 * @param hdf5 writes HDF5 files
 */
public record MaskExport(Hdf5Editor hdf5) {
	/** Extensions, for a dialog. */
	public static final List<String> EXTENSIONS = List.of("*.npy", "*.tif", "*.csv", "*.h5;*.hdf5;*.cxi");

	private static final String DATASET = "/mask";
	private static final int NPY_ALIGNMENT = 64;
	private static final int NPY_START = 10;
	private static final byte WHITE = (byte) 255;

	/**
	 * Writes it.
	 *
	 * @param file what is there already is replaced; in an HDF5 file only the data set /mask
	 * @throws InvalidDataException when it cannot be written, or the extension is another one
	 */
	public void write(Mask mask, Path file) {
		String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		switch (name.substring(name.lastIndexOf('.') + 1)) {
		case "npy" -> replace(file, npy(mask));
		case "tif", "tiff" -> replace(file, tiff(mask, file));
		case "csv" -> replace(file, csv(mask));
		case "h5", "hdf5", "cxi" -> hdf5.write(file, new CxiDataset(DATASET, new int[] { mask.rows(), mask.columns() }, mask.good(),
				Map.of("description", "true = good")), new EditOptions(Optional.empty(), true, false, false));
		default -> throw new InvalidDataException(
				file + ": masks are written as .npy, .tif, .csv and .h5; give the file one of these endings");
		}
	}

	/** NEP 1, "A Simple File Format for NumPy Arrays", version 1. */
	private static byte[] npy(Mask mask) {
		String header = "{'descr': '|b1', 'fortran_order': False, 'shape': (" + mask.rows() + ", " + mask.columns() + "), }";
		int start = (NPY_START + header.length() + NPY_ALIGNMENT) / NPY_ALIGNMENT * NPY_ALIGNMENT;
		byte[] padded = (header + " ".repeat(start - NPY_START - header.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII);
		ByteBuffer file = ByteBuffer.allocate(start + mask.good().length).order(ByteOrder.LITTLE_ENDIAN);
		file.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) 0);
		file.putShort((short) padded.length).put(padded);
		for (boolean good : mask.good())
			file.put((byte) (good ? 1 : 0));
		return file.array();
	}

	private static byte[] csv(Mask mask) {
		StringBuilder text = new StringBuilder("# mask, 1 = good, 0 = bad; rows along the slow scan axis\n");
		for (int i = 0; i < mask.rows(); i++)
			for (int j = 0; j < mask.columns(); j++)
				text.append(mask.isGood(i, j) ? '1' : '0').append(j == mask.columns() - 1 ? '\n' : ',');
		return text.toString().getBytes(StandardCharsets.US_ASCII);
	}

	private static byte[] tiff(Mask mask, Path file) {
		byte[] pixels = new byte[mask.good().length];
		for (int p = 0; p < pixels.length; p++)
			pixels[p] = mask.good()[p] ? WHITE : 0;
		BufferedImage image = new BufferedImage(mask.columns(), mask.rows(), BufferedImage.TYPE_BYTE_GRAY);
		image.getRaster().setDataElements(0, 0, mask.columns(), mask.rows(), pixels);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			if (!ImageIO.write(image, "tiff", bytes))
				throw new InvalidDataException(file + ": this Java cannot write TIFF files; choose .npy");
		} catch (IOException e) {
			throw new InvalidDataException(file + ": cannot be written (" + e.getMessage() + ")", e);
		}
		return bytes.toByteArray();
	}

	private static void replace(Path file, byte[] content) {
		try {
			Path absolute = file.toAbsolutePath();
			Path whole = Files.createTempFile(absolute.getParent(), "." + file.getFileName(), ".part");
			try {
				Files.write(whole, content);
				Files.move(whole, absolute, StandardCopyOption.REPLACE_EXISTING);
			} finally {
				Files.deleteIfExists(whole);
			}
		} catch (IOException e) {
			throw new InvalidDataException(file + ": cannot be written (" + e + "); choose another folder", e);
		}
	}
}
