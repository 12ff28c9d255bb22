// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.tools;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.DoubleLiteral;
import org.pxst.core.literal.Flag;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.LongLiteral;
import org.pxst.core.literal.NumberLiteral;
import org.pxst.core.literal.Sequence;
import org.pxst.core.literal.Text;

/**
 * An array to be written to a file.
 *
 * @param values flat, row-major: boolean[], byte[] (without sign), short[] (without sign), int[], long[], float[],
 *               double[] or String[]
 * @param shape  extents, empty for a scalar
 */
public record ArrayValues(Object values, List<Integer> shape) {
	private static final int MOST_AXES = 32;

	/** Checks that there are as many values as the shape says. */
	public ArrayValues {
		shape = List.copyOf(shape);
		long elements = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
		if (elements != Array.getLength(values))
			throw new IllegalArgumentException(Array.getLength(values) + " values for shape " + shape);
		typeOf(values);
	}

	/**
	 * The array that a number, text, flag, or list of lists of them is. Whole numbers are int64; with others among them all
	 * are float64.
	 *
	 * @throws InvalidDataException when it is no array: lists of different lengths, values of different kinds, None or a
	 *                              dictionary; says which
	 */
	public static ArrayValues of(Literal literal) {
		List<Integer> shape = new ArrayList<>();
		for (Literal first = literal; first instanceof Sequence sequence; first = sequence.items().get(0)) {
			shape.add(sequence.items().size());
			if (shape.size() > MOST_AXES)
				throw new InvalidDataException("the value has more than " + MOST_AXES + " axes");
			if (sequence.items().isEmpty())
				break;
		}
		List<Literal> leaves = new ArrayList<>();
		collect(literal, shape, 0, leaves);
		return new ArrayValues(array(leaves), shape);
	}

	private static void collect(Literal literal, List<Integer> shape, int axis, List<Literal> leaves) {
		if (literal instanceof Sequence sequence) {
			if (axis >= shape.size() || sequence.items().size() != shape.get(axis))
				throw new InvalidDataException("the lists inside each other have different lengths: " + shortened(literal)
						+ " is none of " + (axis < shape.size() ? shape.get(axis) + " values" : "the single values"));
			sequence.items().forEach(item -> collect(item, shape, axis + 1, leaves));
		} else if (axis < shape.size()) {
			throw new InvalidDataException("the lists inside each other have different depths: " + shortened(literal)
					+ " stands where a list of " + shape.get(axis) + " is expected");
		} else {
			leaves.add(literal);
		}
	}

	private static Object array(List<Literal> leaves) {
		if (!leaves.isEmpty() && leaves.stream().allMatch(Flag.class::isInstance)) {
			boolean[] flags = new boolean[leaves.size()];
			for (int k = 0; k < flags.length; k++)
				flags[k] = ((Flag) leaves.get(k)).value();
			return flags;
		}
		if (!leaves.isEmpty() && leaves.stream().allMatch(Text.class::isInstance))
			return leaves.stream().map(leaf -> ((Text) leaf).value()).toArray(String[]::new);
		for (Literal leaf : leaves)
			if (!(leaf instanceof NumberLiteral))
				throw new InvalidDataException(shortened(leaf) + " is no number"
						+ (leaves.size() > 1 ? " (all values must be numbers, or all texts, or all True or False)"
								: "; numbers, texts, True and False can be written, and lists of them"));
		if (leaves.stream().anyMatch(DoubleLiteral.class::isInstance) || leaves.isEmpty())
			return leaves.stream().mapToDouble(leaf -> ((NumberLiteral) leaf).asDouble()).toArray();
		return leaves.stream().mapToLong(leaf -> ((LongLiteral) leaf).value()).toArray();
	}

	private static String shortened(Literal literal) {
		String text = literal.text();
		return text.length() <= 40 ? text : text.substring(0, 40) + "...";
	}

	/** Type of the elements. */
	public ArrayType type() {
		return typeOf(values);
	}

	private static ArrayType typeOf(Object values) {
		if (values instanceof boolean[])
			return ArrayType.BOOL;
		if (values instanceof byte[])
			return ArrayType.UINT8;
		if (values instanceof short[])
			return ArrayType.UINT16;
		if (values instanceof int[])
			return ArrayType.INT32;
		if (values instanceof long[])
			return ArrayType.INT64;
		if (values instanceof float[])
			return ArrayType.FLOAT32;
		if (values instanceof double[])
			return ArrayType.FLOAT64;
		if (values instanceof String[])
			return ArrayType.STRING;
		throw new IllegalArgumentException("an array of " + values.getClass());
	}

	/**
	 * The same values with elements of another type.
	 *
	 * @throws InvalidDataException when a value is not one of that type: text, out of range, or a fraction for whole
	 *                              numbers; names it
	 */
	public ArrayValues as(ArrayType target) {
		if (target == type())
			return this;
		int count = Array.getLength(values);
		if (target == ArrayType.STRING || type() == ArrayType.STRING && count > 0)
			throw new InvalidDataException("values of type " + type().label() + " cannot be written as " + target.label());
		Object converted = switch (target) {
		case BOOL -> new boolean[count];
		case UINT8 -> new byte[count];
		case UINT16 -> new short[count];
		case INT32 -> new int[count];
		case INT64 -> new long[count];
		case FLOAT32 -> new float[count];
		default -> new double[count];
		};
		for (int k = 0; k < count; k++)
			set(converted, k, target);
		return new ArrayValues(converted, shape);
	}

	private void set(Object converted, int k, ArrayType target) {
		switch (target) {
		case FLOAT32 -> Array.setFloat(converted, k, (float) number(k));
		case FLOAT64 -> Array.setDouble(converted, k, number(k));
		case BOOL -> Array.setBoolean(converted, k, whole(k, 0, 1, target) == 1);
		case UINT8 -> Array.setByte(converted, k, (byte) whole(k, 0, 0xff, target));
		case UINT16 -> Array.setShort(converted, k, (short) whole(k, 0, 0xffff, target));
		case INT32 -> Array.setInt(converted, k, (int) whole(k, Integer.MIN_VALUE, Integer.MAX_VALUE, target));
		default -> Array.setLong(converted, k, whole(k, Long.MIN_VALUE, Long.MAX_VALUE, target));
		}
	}

	private double number(int k) {
		if (values instanceof boolean[] flags)
			return flags[k] ? 1 : 0;
		if (values instanceof byte[] bytes)
			return bytes[k] & 0xff;
		if (values instanceof short[] shorts)
			return shorts[k] & 0xffff;
		return Array.getDouble(values, k);
	}

	private long whole(int k, long least, long most, ArrayType target) {
		double number = number(k);
		long whole = values instanceof long[] longs ? longs[k] : (long) number;
		boolean exact = values instanceof long[] || number == whole && Math.abs(number) < 0x1p63;
		if (!exact || whole < least || whole > most)
			throw new InvalidDataException((values instanceof long[] ? Long.toString(whole) : Double.toString(number))
					+ " is no value of type " + target.label() + " (" + least + " to " + most + ", whole)");
		return whole;
	}

	/** Type and shape, for a reader. */
	public String description() {
		return type().label() + " " + Arrays.toString(shape.toArray()).replace('[', '(').replace(']', ')');
	}
}
