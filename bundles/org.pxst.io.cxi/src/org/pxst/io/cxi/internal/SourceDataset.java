// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;

import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.PixelType;

/** A data set in a {@link SourceFile}. Reading fails with {@link InvalidDataException}s that name file and path. */
public final class SourceDataset {
	/** Most numbers that are read at once as double; positions and masks have fewer. */
	private static final long MOST_NUMBERS = 1L << 27;

	private final Path file;
	private final StoredDataset stored;

	SourceDataset(Path file, StoredDataset stored) {
		this.file = file;
		this.stored = stored;
	}

	/** The file that was opened. */
	public Path file() {
		return file;
	}

	/** The path under which it was found. */
	public String path() {
		return stored.path();
	}

	/** File and path, for messages and tables. */
	public String place() {
		return file.getFileName() + ":" + path();
	}

	/** Extents, empty for a scalar. */
	public long[] shape() {
		long[] shape = new long[stored.rank()];
		for (int axis = 0; axis < shape.length; axis++)
			shape[axis] = stored.extent(axis);
		return shape;
	}

	/** Type and shape in words. */
	public String description() {
		return stored.typeText() + " " + stored.shapeText();
	}

	/** Whether the elements are numbers or booleans. */
	public boolean isNumeric() {
		return stored.type().isPresent();
	}

	/** Whether the elements are h5py's booleans. */
	public boolean isBoolean() {
		return stored.type().filter(type -> type == ElementType.BOOLEAN).isPresent();
	}

	/** Whether this is the same data set as another one, however many links lead to it. */
	public boolean isSame(SourceDataset other) {
		return stored.address() == other.stored.address() && stored.home().equals(other.stored.home());
	}

	/** The type of its elements as pixels; empty when they are no numbers, or booleans. */
	public Optional<PixelType> pixels() {
		return stored.type().filter(type -> type != ElementType.BOOLEAN).map(ElementType::pixel);
	}

	/** Reads all numbers, flat. */
	public double[] doubles() {
		if (stored.size() > MOST_NUMBERS)
			throw new InvalidDataException(file + ": " + path() + " " + stored.shapeText()
					+ " is too large for anything but frames");
		return stored.doubles();
	}

	/** Reads a string, the first one of several. */
	public String text() {
		if (isNumeric() || stored.size() != 1)
			throw new InvalidDataException(file + ": " + path() + " holds " + description() + " instead of one string");
		org.eclipse.january.dataset.Dataset text = stored.toDataset();
		return text.getRank() == 0 ? text.getString() : text.getString(new int[text.getRank()]);
	}

	/**
	 * Reads a box.
	 *
	 * @param offset first element along each axis
	 * @param box    extents, at least 1 each
	 * @param target receives the elements in the machine's byte order from its position on; the position moves behind them
	 */
	public void read(long[] offset, int[] box, ByteBuffer target) {
		ByteBuffer values = stored.read(offset, box);
		int size = stored.type().orElseThrow().size();
		int bytes = size;
		for (int extent : box)
			bytes = Math.multiplyExact(bytes, extent);
		values = values.slice(0, bytes).order(values.order());
		if (size == 1 || values.order() == ByteOrder.nativeOrder()) {
			target.put(values);
			return;
		}
		ByteBuffer to = target.slice().order(ByteOrder.nativeOrder());
		for (int at = 0; at < bytes; at += size)
			switch (size) {
			case 2 -> to.putShort(at, values.getShort(at));
			case 4 -> to.putInt(at, values.getInt(at));
			default -> to.putLong(at, values.getLong(at));
			}
		target.position(target.position() + bytes);
	}
}
