// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.DatasetFactory;
import org.pxst.core.InvalidDataException;
import org.pxst.core.PxstException;
import org.pxst.io.cxi.internal.hdf5.Hdf5Object;
import org.pxst.io.cxi.internal.hdf5.StorageLayout;

import io.jhdf.dataset.DatasetReader;
import io.jhdf.exceptions.HdfException;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.OrderedDataType;

/**
 * A data set in an open file, or several that are seen as one. Reading turns everything that can go wrong into
 * {@link InvalidDataException}s that name file and path. Callable from several threads, which do not wait for each other.
 */
final class StoredDataset {
	private final Hdf5File file;
	private final String path;
	private final Stored stored;
	private final Path home;
	private final Hdf5Object object;
	private final long[] shape;
	private final DataType raw;
	private final Optional<ElementType> type;
	private final Optional<ComplexElements> complex;
	private volatile Gaps gaps;

	/**
	 * @param file     the file
	 * @param path     the path under which it was found
	 * @param stored   its elements
	 * @param home     the file it is in, to which external links may have led
	 * @param object   the object in that file; the first one's for several that are seen as one
	 */
	StoredDataset(Hdf5File file, String path, Stored stored, Path home, Hdf5Object object) {
		this.file = file;
		this.path = path;
		this.stored = stored;
		this.home = home;
		this.object = object;
		shape = stored.dims();
		raw = stored.header().type();
		type = ElementType.of(raw);
		complex = ComplexElements.of(raw);
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
		if (stored.header().isNull())
			return 0;
		long size = 1;
		for (long extent : shape)
			size = Math.multiplyExact(size, extent);
		return size;
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

	/** How complex numbers are stored, empty when the elements are something else. */
	Optional<ComplexElements> complex() {
		return complex;
	}

	/**
	 * Elements as a January data set.
	 *
	 * @param from  elements from position 0 on, in the file's byte order: real or complex numbers
	 * @param count number of elements
	 * @param box   extents
	 */
	Dataset dataset(ByteBuffer from, int count, int... box) {
		return type.isPresent() ? type.get().toDataset(from, count, box) : complex.orElseThrow().toDataset(from, count, box);
	}

	/** Element type, empty when the elements are no real numbers. */
	Optional<ElementType> type() {
		return type;
	}

	/** Name of the element type. */
	String typeText() {
		return type.map(ElementType::label).or(() -> complex.map(ComplexElements::label)).orElseGet(() -> switch (raw.getDataClass()) {
		case 3, 9 -> "string";
		case 6 -> "compound";
		default -> "elements of " + raw.getSize() + " bytes that are no plain numbers";
		});
	}

	/** Byte order of the elements in the file. */
	ByteOrder byteOrder() {
		DataType element = raw instanceof EnumDataType enumeration ? enumeration.getBaseType() : raw;
		return element instanceof OrderedDataType ordered ? ordered.getByteOrder() : ByteOrder.LITTLE_ENDIAN;
	}

	/** Extents of the storage chunks, empty when it is not stored in chunks. */
	Optional<int[]> chunk() {
		return stored.chunk();
	}

	/** The file it is in, to which external links may have led. */
	Path home() {
		return home;
	}

	/** Address of its header in that file, the same for all links to it. */
	long address() {
		return object.address();
	}

	/** The object in its file, the same for all links to it. */
	Hdf5Object object() {
		return object;
	}

	/** The elements, for whoever puts several data sets together. */
	Stored stored() {
		return stored;
	}

	/**
	 * Parts that were never written, or whose source is missing, along the first axis. Reads no data.
	 *
	 * @throws InvalidDataException when that cannot be found out
	 */
	Gaps gaps() {
		if (gaps == null)
			gaps = guarded(() -> stored.reader().gaps());
		return gaps;
	}

	/** Whether its elements are in other data sets. */
	boolean isVirtual() {
		return stored.header().layout() instanceof StorageLayout.Virtual;
	}

	/**
	 * Reads a box of numbers.
	 *
	 * @param offset first element along each axis
	 * @param box    extents, at least 1 each
	 * @return the elements, row-major, from position 0 on, in the file's byte order; convert with the element type
	 * @throws InvalidDataException when they cannot be read
	 */
	ByteBuffer read(long[] offset, int[] box) {
		return guarded(() -> {
			ByteBuffer target = ByteBuffer.allocate(bytes(offset, box)).order(byteOrder());
			stored.reader().read(offset, box, target);
			return target.rewind();
		});
	}

	/**
	 * Reads a box of numbers into a buffer.
	 *
	 * @param offset first element along each axis
	 * @param box    extents, at least 1 each
	 * @param target is filled from its position on with the elements, row-major, in the file's byte order; the position
	 *               moves behind them; direct or not
	 * @throws InvalidDataException when they cannot be read; the target may hold anything then
	 */
	void read(long[] offset, int[] box, ByteBuffer target) {
		int bytes = bytes(offset, box);
		if (bytes > target.remaining())
			throw new IllegalArgumentException(bytes + " bytes do not go into " + target.remaining());
		guarded(() -> {
			stored.reader().read(offset, box, target);
			return null;
		});
	}

	private int bytes(long[] offset, int[] box) {
		long bytes = raw.getSize();
		for (int axis = 0; axis < box.length; axis++) {
			if (box[axis] < 1 || offset[axis] < 0 || offset[axis] > shape[axis] - box[axis])
				throw new IndexOutOfBoundsException("a box from " + Arrays.toString(offset) + " with extents "
						+ Arrays.toString(box) + " of " + shapeText());
			bytes *= box[axis];
			if (bytes > Integer.MAX_VALUE - 8)
				throw tooLarge();
		}
		return (int) bytes;
	}

	/** Something that reads from the file. */
	@FunctionalInterface
	private interface Reading<T> {
		T read() throws IOException;
	}

	private <T> T guarded(Reading<T> reading) {
		if (!file.isOpen())
			throw new InvalidDataException(file.path() + ": " + path + " was asked for after the file was closed");
		try {
			return reading.read();
		} catch (PxstException e) {
			throw e;
		} catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
			String reason = Reason.of(e);
			String remedy = reason.contains(";") ? "" : "; the file may be damaged or cut short: copy it again";
			throw new InvalidDataException(
					file.path() + ": " + path + " " + shapeText() + " cannot be read: " + reason + remedy, e);
		}
	}

	private InvalidDataException tooLarge() {
		return new InvalidDataException(
				file.path() + ": " + path + " " + shapeText() + " is too large to be read in one piece");
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
		return guarded(() -> {
			double[] values = new double[count];
			for (int k = 0; k < count; k++)
				values[k] = element.get(buffer, k);
			return values;
		});
	}

	/**
	 * Reads everything into a January data set; numbers, booleans or strings.
	 *
	 * @throws InvalidDataException when it cannot be read or has elements of another kind
	 */
	Dataset toDataset() {
		int[] extents = new int[shape.length];
		int count = count();
		for (int axis = 0; axis < extents.length; axis++)
			extents[axis] = (int) shape[axis];
		if (type.isPresent() || complex.isPresent()) {
			ByteBuffer buffer = readAll();
			return guarded(() -> dataset(buffer, count, extents));
		}
		if (!"string".equals(typeText()))
			throw new InvalidDataException(
					file.path() + ": " + path + " holds " + typeText() + "; only numbers and strings can be read");
		ByteBuffer buffer = readAll();
		return guarded(() -> {
			Object strings = count == 0 ? new String[0]
					: DatasetReader.readDataset(raw, buffer, count, stored.header().storage());
			if (!(strings instanceof String[]))
				throw new HdfException("lists of different lengths; only numbers and strings can be read");
			return DatasetFactory.createFromObject(strings, extents);
		});
	}

	private int count() {
		long count = size();
		if (count > Integer.MAX_VALUE / 8)
			throw tooLarge();
		return (int) count;
	}

	private ByteBuffer readAll() {
		int[] box = new int[shape.length];
		for (int axis = 0; axis < box.length; axis++)
			box[axis] = (int) shape[axis];
		return size() == 0 ? ByteBuffer.allocate(0) : read(new long[shape.length], box);
	}
}
