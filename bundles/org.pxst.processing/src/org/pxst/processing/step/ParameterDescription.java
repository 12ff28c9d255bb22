// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.january.dataset.IDataset;
import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.DoubleLiteral;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.Sequence;

/**
 * A parameter of a step. Immutable.
 *
 * @param name         of the ini file's key; the option is the same with hyphens
 * @param label        what forms and tables call it
 * @param type         what values it takes
 * @param description  what it is
 * @param unit         of a number, or empty
 * @param min          smallest number
 * @param max          largest number
 * @param aboveMin     whether a number must be larger than min
 * @param defaultValue what it is when nobody says anything; empty when there is none
 * @param path         data set that it is read from by itself, or empty
 * @param from         step that makes that data set, or empty
 * @param required     whether the step cannot do without
 * @param advanced     whether few users touch it
 * @param aliases      other names
 * @param choices      names of the choices of a {@link ParameterType#CHOICE}
 * @param field        type of the field that it is declared on
 */
public record ParameterDescription(String name, String label, ParameterType type, String description, String unit, double min,
		double max, boolean aboveMin, Optional<Object> defaultValue, String path, String from, boolean required, boolean advanced,
		List<String> aliases, List<String> choices, Class<?> field) {

	static ParameterDescription of(Field field, Parameter declared, Object defaultValue) {
		ParameterType type = ParameterType.of(field.getType());
		List<String> choices = type == ParameterType.CHOICE
				? List.of(field.getType().getEnumConstants()).stream().map(c -> c.toString().toLowerCase(Locale.ROOT)).toList()
				: List.of();
		String name = nameOf(field, declared);
		String label = declared.label().isEmpty() ? ParameterLabel.of(name) : declared.label();
		return new ParameterDescription(name, label, type, declared.description(), declared.unit(), declared.min(), declared.max(),
				declared.aboveMin(), Optional.ofNullable(defaultValue), declared.path(), declared.from(),
				declared.required(), declared.advanced(), List.of(declared.aliases()), choices, field.getType());
	}

	/** The name of a field's parameter. */
	static String nameOf(Field field, Parameter declared) {
		return declared.name().isEmpty() ? field.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT) : declared.name();
	}

	/** Whether it goes by this name. */
	public boolean isCalled(String other) {
		return name.equals(other) || aliases.contains(other);
	}

	/** The option on the command line. */
	public String option() {
		return "--" + name.replace('_', '-');
	}

	/** The default in the notation of the ini file; "None" when there is none. */
	public String defaultText() {
		return defaultValue.map(value -> type.literal(value).text()).orElse(path.isEmpty() ? "None" : defaultPath());
	}

	private String defaultPath() {
		return path.startsWith("/") ? path : "/speckle_tracking/" + path;
	}

	/**
	 * The value that a literal stands for.
	 *
	 * @param literal no path, and not None; a single number stands for a list of one
	 * @throws InvalidDataException when it is none, or outside the range
	 */
	public Object value(Literal literal) {
		boolean isList = type == ParameterType.REALS || type == ParameterType.INTEGERS;
		return checked(type.fromLiteral(isList && !(literal instanceof Sequence) ? new Sequence(List.of(literal), false) : literal,
				field));
	}

	/**
	 * The value that a data set holds.
	 *
	 * @param dataset read whole
	 * @throws InvalidDataException when it holds none, or one outside the range
	 */
	public Object value(IDataset dataset) {
		return checked(type.fromDataset(dataset, field));
	}

	/** A value as a literal: the inverse of {@link #value(Literal)}. */
	public Literal literal(Object value) {
		return type.literal(value);
	}

	private Object checked(Object value) {
		if (value instanceof Number number)
			check(number.doubleValue());
		else if (value instanceof double[] numbers)
			for (double number : numbers)
				check(number);
		else if (value instanceof int[] numbers)
			for (int number : numbers)
				check(number);
		return value;
	}

	private void check(double number) {
		if (type == ParameterType.REAL && Double.isInfinite(number))
			throw new InvalidDataException("it is " + plain(number) + ", but must be finite");
		if (!range().isEmpty() && !(number >= min && number <= max && !(aboveMin && number == min)))
			throw new InvalidDataException("it is " + plain(number) + ", but must be " + range());
	}

	private static String plain(double number) {
		return number == Math.rint(number) && Math.abs(number) < 1e15 ? String.valueOf((long) number)
				: new DoubleLiteral(number).text();
	}

	/** The range in words, such as "at least 0" or "above 0 and at most 1"; empty when there is none. */
	public String range() {
		String lower = min == Double.NEGATIVE_INFINITY ? "" : (aboveMin ? "above " : "at least ") + plain(min);
		String upper = max == Double.POSITIVE_INFINITY ? "" : "at most " + plain(max);
		return lower.isEmpty() || upper.isEmpty() ? lower + upper : lower + " and " + upper;
	}
}
