// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

import org.eclipse.january.dataset.ComplexDoubleDataset;
import org.eclipse.january.dataset.ComplexFloatDataset;
import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.DatasetFactory;

import io.jhdf.object.datatype.CompoundDataType;
import io.jhdf.object.datatype.CompoundDataType.CompoundDataMember;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FloatingPoint;

/**
 * Complex numbers as h5py writes them: a compound of the members r and i, both floating point of the same kind.
 *
 * @param part      type of real and imaginary part, {@link ElementType#FLOAT32} or {@link ElementType#FLOAT64}
 * @param order     their byte order
 * @param real      byte at which the real part begins
 * @param imaginary byte at which the imaginary part begins
 * @param size      bytes an element
 */
record ComplexElements(ElementType part, ByteOrder order, int real, int imaginary, int size) {
	/** The complex numbers of a type; empty when it is another. */
	static Optional<ComplexElements> of(DataType type) {
		if (!(type instanceof CompoundDataType compound) || compound.getMembers().size() != 2)
			return Optional.empty();
		Optional<CompoundDataMember> r = member(compound.getMembers(), "r");
		Optional<CompoundDataMember> i = member(compound.getMembers(), "i");
		if (r.isEmpty() || i.isEmpty() || !(r.get().getDataType() instanceof FloatingPoint first)
				|| !(i.get().getDataType() instanceof FloatingPoint second) || first.getByteOrder() != second.getByteOrder())
			return Optional.empty();
		Optional<ElementType> part = ElementType.of(first)
				.filter(found -> found == ElementType.FLOAT32 || found == ElementType.FLOAT64);
		if (part.isEmpty() || !part.equals(ElementType.of(second)))
			return Optional.empty();
		return Optional.of(new ComplexElements(part.get(), first.getByteOrder(), r.get().getOffset(), i.get().getOffset(),
				type.getSize()));
	}

	private static Optional<CompoundDataMember> member(List<CompoundDataMember> members, String name) {
		return members.stream().filter(member -> member.getName().equals(name)).findFirst();
	}

	/** Name as numpy has it. */
	String label() {
		return part == ElementType.FLOAT32 ? "complex64" : "complex128";
	}

	/** The January type that holds all values. */
	Class<? extends Dataset> dataset() {
		return part == ElementType.FLOAT32 ? ComplexFloatDataset.class : ComplexDoubleDataset.class;
	}

	/**
	 * Makes a January data set.
	 *
	 * @param from  elements from position 0 on
	 * @param count number of elements
	 * @param shape extents, empty for a scalar
	 */
	Dataset toDataset(ByteBuffer from, int count, int... shape) {
		ByteBuffer bytes = from.duplicate().order(order);
		if (part == ElementType.FLOAT32) {
			float[] values = new float[2 * count];
			for (int k = 0; k < count; k++) {
				values[2 * k] = bytes.getFloat(k * size + real);
				values[2 * k + 1] = bytes.getFloat(k * size + imaginary);
			}
			return DatasetFactory.createFromObject(ComplexFloatDataset.class, values, shape);
		}
		double[] values = new double[2 * count];
		for (int k = 0; k < count; k++) {
			values[2 * k] = bytes.getDouble(k * size + real);
			values[2 * k + 1] = bytes.getDouble(k * size + imaginary);
		}
		return DatasetFactory.createFromObject(ComplexDoubleDataset.class, values, shape);
	}
}
