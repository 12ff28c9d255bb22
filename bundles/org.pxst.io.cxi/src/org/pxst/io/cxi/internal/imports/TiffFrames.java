// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.pxst.core.scan.PixelType;

/** Frames in TIFF files, one after another, each read when it is asked for. */
final class TiffFrames extends StoredFrames {
	private final List<Image> images;
	private final TiffFile.Kind kind;

	/**
	 * An image.
	 *
	 * @param file its file
	 * @param page its number in the file
	 */
	record Image(TiffFile file, int page) {
	}

	/**
	 * @param images the frames, at least one
	 * @throws org.pxst.core.InvalidDataException when the first is no grey image
	 */
	TiffFrames(List<Image> images) {
		this.images = List.copyOf(images);
		Image first = images.get(0);
		kind = first.file.kind(first.page);
	}

	/** All images of some files. */
	static List<Image> images(List<TiffFile> files) {
		List<Image> images = new ArrayList<>();
		for (TiffFile file : files)
			for (int page = 0; page < file.pages(); page++)
				images.add(new Image(file, page));
		return images;
	}

	@Override
	public int frames() {
		return images.size();
	}

	@Override
	public int rows() {
		return kind.rows();
	}

	@Override
	public int columns() {
		return kind.columns();
	}

	@Override
	public PixelType type() {
		return kind.type();
	}

	@Override
	public void readStored(int first, int count, ByteBuffer target) {
		for (Image image : images.subList(first, first + count))
			image.file.read(image.page, kind, target);
	}
}
