// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.util.Arrays;
import java.util.Optional;

import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;

import io.jhdf.AbstractNode;
import io.jhdf.HdfFile;
import io.jhdf.ObjectHeader;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.OrderedDataType;
import io.jhdf.object.message.FillValueMessage;

/**
 * A data set in an open file. Reading turns everything that can go wrong into {@link InvalidDataException}s that name
 * file and path. Callable from several threads.
 */
final class StoredDataset {
	private static final long NO_ADDRESS = -1;

	private final Hdf5File file;
	private final String path;
	private final Dataset dataset;
	private final long[] shape;
	private final Optional<ElementType> type;

	/**
	 * @param file    the file
	 * @param path    the path under which it was found
	 * @param dataset jhdf's view of it
	 */
	StoredDataset(Hdf5File file, String path, Dataset dataset) {
		this.file = file;
		this.path = path;
		this.dataset = dataset;
		shape = dataset.getDimensionsAsLong();
		type = ElementType.of(dataset.getDataType());
	}

	/** The path under which it was found. */
	String path() {
		return path;
	}

	/** Number of axes. */
	int rank() {
		return shape.length;
	}

	/** Extent along an axis. */
	long extent(int axis) {
		return shape[axis];
	}

	/** Number of elements; 0 for a null data set, which has no extents either. */
	long size() {
		return dataset.getSize();
	}

	/** Whether it has exactly these extents. */
	boolean hasShape(long... extents) {
		return Arrays.equals(shape, extents);
	}

	/** Extents as numpy writes them. */
	String shapeText() {
		StringBuilder text = new StringBuilder("(");
		for (int axis = 0; axis < shape.length; axis++)
			text.append(axis == 0 ? "" : ", ").append(shape[axis]);
		return text.append(shape.length == 1 ? ",)" : ")").toString();
	}

	/** Element type, empty when the elements are no numbers. */
	Optional<ElementType> type() {
		return type;
	}

	/** Name of the element type. */
	String typeText() {
		return type.map(ElementType::label).orElseGet(() -> switch (dataset.getDataType().getDataClass()) {
		case 3, 9 -> "string";
		case 6 -> "compound";
		default -> "elements of " + dataset.getDataType().getSize() + " bytes that are no plain numbers";
		});
	}

	/** Extent of the storage chunks along the first axis, 1 when it is not chunked. */
	int chunkDepth() {
		return dataset instanceof ChunkedDataset chunked && shape.length > 0
				? (int) Math.min(chunked.getChunkDimensions()[0], shape[0])
				: 1;
	}

	/** Address of its header, the same for all links to it in this file. */
	long address() {
		return dataset.getAddress();
	}

	/**
	 * Reads a box of numbers.
	 *
	 * @param offset first element along each axis
	 * @param box    extents, at least 1 each
	 * @return the elements, row-major, from position 0 on; convert with the element type
	 * @throws InvalidDataException when they cannot be read
	 */
	ByteBuffer read(long[] offset, int[] box) {
		if (!file.isOpen())
			throw new InvalidDataException(file.path() + ": " + path + " was asked for after the file was closed");
		try {
			return reader().read(offset, box);
		} catch (ClosedByInterruptException e) {
			throw new CancelledException("reading " + file.path());
		} catch (IOException | RuntimeException | InternalError e) {
			throw unreadable(e);
		}
	}

	/**
	 * Reads all elements as double.
	 *
	 * @return flat, row-major
	 * @throws InvalidDataException when they cannot be read
	 */
	double[] doubles() {
		int count = count();
		ByteBuffer buffer = readAll();
		ElementType element = type.orElseThrow();
		double[] values = new double[count];
		for (int k = 0; k < count; k++)
			values[k] = element.get(buffer, k);
		return values;
	}

	/**
	 * Reads everything into a January data set; numbers, booleans or strings.
	 *
	 * @throws InvalidDataException when it cannot be read or has elements of another kind
	 */
	org.eclipse.january.dataset.Dataset toDataset() {
		int[] extents = new int[shape.length];
		int count = count();
		for (int axis = 0; axis < extents.length; axis++)
			extents[axis] = (int) shape[axis];
		if (type.isPresent())
			return type.get().toDataset(readAll(), count, extents);
		if (!"string".equals(typeText()))
			throw new InvalidDataException(
					file.path() + ": " + path + " holds " + typeText() + "; only numbers and strings can be read");
		try {
			Object data = count == 0 ? new String[0] : dataset.getDataFlat();
			String[] strings = data instanceof String single ? new String[] { single } : (String[]) data;
			return org.eclipse.january.dataset.DatasetFactory.createFromObject(strings, extents);
		} catch (RuntimeException | InternalError e) {
			throw unreadable(e);
		}
	}

	private int count() {
		long count = size();
		if (count > Integer.MAX_VALUE / 8)
			throw new InvalidDataException(
					file.path() + ": " + path + " " + shapeText() + " is too large to be read in one piece");
		return (int) count;
	}

	private ByteBuffer readAll() {
		int[] box = new int[shape.length];
		for (int axis = 0; axis < box.length; axis++)
			box[axis] = (int) shape[axis];
		return size() == 0 ? ByteBuffer.allocate(0) : read(new long[shape.length], box);
	}

	private InvalidDataException unreadable(Throwable e) {
		String reason = Reason.of(e);
		String remedy = reason.contains("filter is not available")
				? "; rewrite it with another compression, gzip or none for example"
				: "; the file may be damaged or cut short: copy it again";
		return new InvalidDataException(
				file.path() + ": " + path + " " + shapeText() + " cannot be read: " + reason + remedy, e);
	}

	private SliceReader reader() {
		DataType raw = dataset.getDataType();
		DataType element = raw instanceof EnumDataType enumeration ? enumeration.getBaseType() : raw;
		ByteOrder order = element instanceof OrderedDataType ordered ? ordered.getByteOrder() : ByteOrder.LITTLE_ENDIAN;
		byte[] fill = fillValue(raw.getSize());
		if (dataset instanceof ContiguousDataset contiguous) {
			if (contiguous.getDataAddress() == NO_ADDRESS)
				return new UnwrittenSlices(order, fill);
			// not the file that was opened when an external link leads here
			HdfFile home = dataset.getHdfFile();
			return new ContiguousSlices(home.getHdfBackingStorage().getFileChannel(),
					home.getUserBlockSize() + contiguous.getDataAddress(), shape, fill.length, order);
		}
		if (dataset instanceof ChunkedDataset chunked)
			return new ChunkedSlices(chunked, order, fill);
		return new CompactSlices(((DatasetBase) dataset).getDataBuffer(), shape, fill.length, order);
	}

	private byte[] fillValue(int bytes) {
		byte[] fill = new byte[bytes];
		ObjectHeader header = ((AbstractNode) dataset).getHeader();
		if (header.hasMessageOfType(FillValueMessage.class)) {
			FillValueMessage message = header.getMessageOfType(FillValueMessage.class);
			if (message.isFillValueDefined() && message.getFillValue().remaining() == bytes)
				message.getFillValue().get(fill);
		}
		return fill;
	}
}
