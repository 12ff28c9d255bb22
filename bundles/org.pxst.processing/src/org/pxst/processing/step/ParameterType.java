// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.DatasetUtils;
import org.eclipse.january.dataset.DoubleDataset;
import org.eclipse.january.dataset.IDataset;
import org.pxst.compute.SearchWindow;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.literal.DoubleLiteral;
import org.pxst.core.literal.Flag;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.LongLiteral;
import org.pxst.core.literal.NumberLiteral;
import org.pxst.core.literal.Sequence;
import org.pxst.core.literal.Text;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.core.scan.Roi;

/**
 * What values a parameter takes: from text in Python's notation, and from a data set. All methods may be called from any
 * thread; they throw {@link InvalidDataException} with the middle of a message ("it is ..., but must be ...").
 */
public enum ParameterType {
	/** A number. */
	REAL("a number"),
	/** A whole number. */
	INTEGER("a whole number"),
	/** True or False. */
	FLAG("True or False"),
	/** Text. */
	TEXT("text"),
	/** One of the constants of an enum, in lower case. */
	CHOICE("a choice"),
	/** Numbers. */
	REALS("a list of numbers"),
	/** Whole numbers. */
	INTEGERS("a list of whole numbers"),
	/** A search window: pixels across, or [ss, fs]. */
	WINDOW("a number of pixels, or [ss, fs]"),
	/** A region of interest: [ss0, ss1, fs0, fs1], half open. */
	ROI("[ss0, ss1, fs0, fs1]"),
	/** Good pixels (M, L), from a data set: true or not 0 = good. */
	MASK("a data set (M, L)"),
	/** An image (rows, columns), from a data set. */
	IMAGE("a data set (rows, columns)"),
	/** A pixel map (2, M, L), from a data set. */
	PIXEL_MAP("a data set (2, M, L)"),
	/** Translations (N, 2), from a data set. */
	TRANSLATIONS("a data set (N, 2)"),
	/** Numbers of any shape in double precision, from a data set. */
	ARRAY("a data set");

	/** Characters of a wrong value in a message: it is to stay one line. */
	private static final int LONGEST_SHOWN = 100;

	private final String meaning;

	ParameterType(String meaning) {
		this.meaning = meaning;
	}

	/** The type for a field. */
	static ParameterType of(Class<?> field) {
		if (field == double.class || field == Double.class)
			return REAL;
		if (field == int.class || field == Integer.class)
			return INTEGER;
		if (field == boolean.class || field == Boolean.class)
			return FLAG;
		if (field == String.class)
			return TEXT;
		if (field.isEnum())
			return CHOICE;
		if (field == double[].class)
			return REALS;
		if (field == int[].class)
			return INTEGERS;
		if (field == SearchWindow.class)
			return WINDOW;
		if (field == Roi.class)
			return ROI;
		if (field == Mask.class)
			return MASK;
		if (field == Image.class)
			return IMAGE;
		if (field == PixelMap.class)
			return PIXEL_MAP;
		if (field == PixelTranslations.class)
			return TRANSLATIONS;
		if (field == DoubleDataset.class)
			return ARRAY;
		throw new IllegalArgumentException(field + " is no type of a parameter");
	}

	/**
	 * What a data set holds, as a parameter of this type would take it.
	 *
	 * @param dataset read whole
	 * @param type    of the parameter's field; no primitive
	 */
	public static <T> T read(IDataset dataset, Class<T> type) {
		return type.cast(of(type).fromDataset(dataset, type));
	}

	/** What a user is to give, in words. */
	public String meaning() {
		return meaning;
	}

	/** Whether it can be written down, and need not be a data set. */
	public boolean isLiteral() {
		return this != MASK && this != IMAGE && this != PIXEL_MAP && this != TRANSLATIONS && this != ARRAY;
	}

	/**
	 * The value that a literal stands for.
	 *
	 * @param literal no path, and not None
	 * @param field   type of the parameter's field
	 */
	Object fromLiteral(Literal literal, Class<?> field) {
		return switch (this) {
		case REAL -> real(literal);
		case INTEGER -> integer(literal);
		case FLAG -> flag(literal);
		case TEXT -> literal instanceof Text text ? text.value() : literal.text();
		case CHOICE -> choice(literal, field);
		case REALS -> items(literal).stream().mapToDouble(this::real).toArray();
		case INTEGERS -> items(literal).stream().mapToInt(this::integer).toArray();
		case WINDOW -> window(literal instanceof Sequence ? items(literal) : List.of(literal, literal), literal);
		case ROI -> roi(items(literal).stream().mapToInt(this::integer).toArray());
		default -> throw wrong(literal.text());
		};
	}

	/**
	 * The value that a data set holds.
	 *
	 * @param dataset read whole
	 */
	Object fromDataset(IDataset dataset, Class<?> field) {
		Dataset values = DatasetUtils.convertToDataset(dataset);
		String shape = "of shape " + Arrays.toString(values.getShapeRef());
		switch (this) {
		case TEXT:
			return values.getSize() == 1 ? values.flatten().getString(0) : wrongly(shape);
		case CHOICE:
			return values.getSize() == 1 ? choice(new Text(values.flatten().getString(0)), field) : wrongly(shape);
		case FLAG:
			return values.getSize() == 1 ? (Object) (numbers(values)[0] != 0) : wrongly(shape);
		default:
			break;
		}
		double[] numbers = numbers(values);
		int[] extents = values.getShapeRef();
		return switch (this) {
		case REAL -> numbers.length == 1 ? (Object) numbers[0] : wrongly(shape);
		case INTEGER -> numbers.length == 1 ? (Object) whole(numbers[0]) : wrongly(shape);
		case REALS -> numbers;
		case INTEGERS -> integers(numbers);
		case WINDOW -> numbers.length == 1 || numbers.length == 2
				? new SearchWindow(whole(numbers[0]), whole(numbers[numbers.length - 1]))
				: wrongly(shape);
		case ROI -> roi(integers(numbers));
		case MASK -> extents.length == 2 ? mask(extents, numbers) : wrongly(shape);
		case IMAGE -> extents.length == 2 ? image(extents, numbers) : wrongly(shape);
		case PIXEL_MAP -> extents.length == 3 && extents[0] == 2 ? new PixelMap(extents[1], extents[2],
				Arrays.copyOfRange(numbers, 0, numbers.length / 2),
				Arrays.copyOfRange(numbers, numbers.length / 2, numbers.length)) : wrongly(shape);
		case TRANSLATIONS -> extents.length == 2 && extents[1] == 2 ? translations(numbers) : wrongly(shape);
		default -> values.cast(DoubleDataset.class);
		};
	}

	/** What a value is written as, the inverse of {@link #fromLiteral}. */
	Literal literal(Object value) {
		return switch (this) {
		case REAL -> new DoubleLiteral((Double) value);
		case INTEGER -> new LongLiteral((Integer) value);
		case FLAG -> new Flag((Boolean) value);
		case TEXT -> new Text((String) value);
		case CHOICE -> new Text(value.toString().toLowerCase(Locale.ROOT));
		case REALS -> new Sequence(DoubleStream.of((double[]) value).mapToObj(v -> (Literal) new DoubleLiteral(v)).toList(), false);
		case INTEGERS -> whole(IntStream.of((int[]) value));
		case WINDOW -> whole(IntStream.of(((SearchWindow) value).widthSs(), ((SearchWindow) value).widthFs()));
		case ROI -> whole(IntStream.of(((Roi) value).ss0(), ((Roi) value).ss1(), ((Roi) value).fs0(), ((Roi) value).fs1()));
		default -> throw new IllegalArgumentException("a value of the kind " + this + " has no literal");
		};
	}

	private static Literal whole(IntStream numbers) {
		return new Sequence(numbers.mapToObj(v -> (Literal) new LongLiteral(v)).toList(), false);
	}

	private InvalidDataException wrong(String what) {
		return new InvalidDataException("it is " + shortened(what) + ", but must be " + meaning);
	}

	private static String shortened(String what) {
		return what.length() <= LONGEST_SHOWN ? what : what.substring(0, LONGEST_SHOWN) + "...";
	}

	private Object wrongly(String what) {
		throw wrong("a data set " + what);
	}

	private double real(Literal literal) {
		if (literal instanceof NumberLiteral number)
			return number.asDouble();
		throw wrong(literal.text());
	}

	private int integer(Literal literal) {
		if (literal instanceof NumberLiteral number && number.asDouble() == Math.rint(number.asDouble())
				&& Math.abs(number.asDouble()) <= Integer.MAX_VALUE)
			return (int) number.asDouble();
		throw wrong(literal.text());
	}

	private int whole(double number) {
		return integer(new DoubleLiteral(number));
	}

	private int[] integers(double[] numbers) {
		return DoubleStream.of(numbers).mapToInt(this::whole).toArray();
	}

	private boolean flag(Literal literal) {
		if (literal instanceof Flag flag)
			return flag.value();
		throw wrong(literal.text());
	}

	private Object choice(Literal literal, Class<?> field) {
		String name = literal instanceof Text text ? text.value() : literal.text();
		for (Object constant : field.getEnumConstants())
			if (constant.toString().equalsIgnoreCase(name))
				return constant;
		throw new InvalidDataException("it is " + shortened(literal.text()) + ", but must be one of " + Arrays.stream(field.getEnumConstants())
				.map(c -> c.toString().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")));
	}

	private List<Literal> items(Literal literal) {
		if (literal instanceof Sequence sequence)
			return sequence.items();
		throw wrong(literal.text());
	}

	private SearchWindow window(List<Literal> widths, Literal all) {
		if (widths.size() != 2)
			throw wrong(all.text());
		return new SearchWindow(width(widths.get(0)), width(widths.get(1)));
	}

	private int width(Literal literal) {
		int width = integer(literal);
		if (width < 1 || width > 255)
			throw new InvalidDataException("it is " + width + ", but must be at least 1 and at most 255");
		return width;
	}

	private Roi roi(int[] limits) {
		if (limits.length != 4 || limits[0] < 0 || limits[2] < 0 || limits[0] >= limits[1] || limits[2] >= limits[3])
			throw wrong(Arrays.toString(limits));
		return new Roi(limits[0], limits[1], limits[2], limits[3]);
	}

	private double[] numbers(Dataset values) {
		if (values.getElementClass() == String.class || values.isComplex())
			throw wrong("a data set of " + (values.isComplex() ? "complex numbers" : "text"));
		return values.flatten().cast(DoubleDataset.class).getData().clone();
	}

	private static Mask mask(int[] extents, double[] numbers) {
		boolean[] good = new boolean[numbers.length];
		for (int p = 0; p < good.length; p++)
			good[p] = numbers[p] != 0 && !Double.isNaN(numbers[p]);
		return new Mask(extents[0], extents[1], good);
	}

	private static Image image(int[] extents, double[] numbers) {
		float[] values = new float[numbers.length];
		for (int p = 0; p < values.length; p++)
			values[p] = (float) numbers[p];
		return new Image(extents[0], extents[1], values);
	}

	private static PixelTranslations translations(double[] numbers) {
		double[] ss = new double[numbers.length / 2];
		double[] fs = new double[ss.length];
		for (int n = 0; n < ss.length; n++) {
			ss[n] = numbers[2 * n];
			fs[n] = numbers[2 * n + 1];
		}
		return new PixelTranslations(ss, fs);
	}
}
