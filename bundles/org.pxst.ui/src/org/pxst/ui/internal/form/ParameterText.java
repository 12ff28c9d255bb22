// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.DoubleLiteral;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.LongLiteral;
import org.pxst.core.literal.None;
import org.pxst.core.literal.NumberLiteral;
import org.pxst.core.literal.Sequence;
import org.pxst.core.literal.Text;
import org.pxst.core.scan.Roi;
import org.pxst.processing.step.ParameterDescription;
import org.pxst.processing.step.ParameterType;
import org.pxst.processing.steps.FrameList;

/**
 * What a parameter is given as text: in the notation of the ini file, lengths also as 1.2 mm, frames as 0-23,25, and the path
 * of a data set to take it from.
 *
 * @param parameter which
 */
record ParameterText(ParameterDescription parameter) {
	private static final String FRAMES = "good_frames";
	private static final String BUT = ", but must be ";

	/**
	 * Reads what was typed.
	 *
	 * @return what is given; empty when that is the default
	 * @throws InvalidDataException when it is nothing that the parameter can be; a sentence for the user
	 */
	Optional<Literal> parse(String typed) {
		String text = typed.strip();
		if (text.isEmpty())
			return Optional.empty();
		if (text.equals("None"))
			return none();
		if (isPath(text))
			return Optional.of(new Text(text));
		Literal literal;
		try {
			literal = parameter.literal(parameter.value(written(text)));
		} catch (InvalidDataException e) {
			throw new InvalidDataException(sentence(e.getMessage()), e);
		}
		boolean isDefault = parameter.path().isEmpty() && parameter.defaultValue().map(parameter::literal).filter(literal::equals)
				.isPresent();
		return isDefault ? Optional.empty() : Optional.of(literal);
	}

	/** What is given as {@link #parse} would give it; empty when that is the default. What it cannot be stays as it is. */
	Optional<Literal> canonical(Literal given) {
		try {
			return parse(text(given));
		} catch (InvalidDataException e) {
			return Optional.of(given);
		}
	}

	private Optional<Literal> none() {
		if (parameter.required())
			throw new InvalidDataException("It cannot be None: the step cannot do without.");
		boolean isDefault = parameter.defaultValue().isEmpty() && parameter.path().isEmpty();
		return isDefault ? Optional.empty() : Optional.of(new None());
	}

	private boolean isPath(String text) {
		return parameter.type() != ParameterType.TEXT && (text.startsWith("/") || text.matches("[^\\[\\](),]*\\.[^\\[\\](),/]*/.+"));
	}

	private Literal written(String text) {
		return switch (parameter.type()) {
		case TEXT -> new Text(text);
		case REAL -> number(text).orElseGet(() -> literal(text));
		case INTEGERS -> isFrames() && !text.startsWith("[") ? frames(text) : list(text);
		case REALS, ROI -> list(text);
		case WINDOW -> text.contains(",") ? list(text) : literal(text);
		default -> literal(text);
		};
	}

	/** Whether it is frames of the scan. */
	boolean isFrames() {
		return parameter.name().equals(FRAMES);
	}

	private Optional<Literal> number(String text) {
		return new NumberText(parameter.unit()).parse(text).map(DoubleLiteral::new);
	}

	private static Literal frames(String text) {
		return new Sequence(IntStream.of(FrameList.parse(text).indices()).mapToObj(f -> (Literal) new LongLiteral(f)).toList(), false);
	}

	private Literal list(String text) {
		String inside = text.matches("[\\[(].*[\\])]") ? text.substring(1, text.length() - 1) : text;
		if (parameter.type() != ParameterType.REALS || !new NumberText(parameter.unit()).hasPrefixes())
			return literal("[" + inside + "]");
		List<Literal> items = new ArrayList<>();
		for (String item : inside.split(","))
			items.add(number(item).orElseGet(() -> literal(item)));
		return new Sequence(items, false);
	}

	private Literal literal(String text) {
		try {
			return Literal.parse(text);
		} catch (InvalidDataException e) {
			throw new InvalidDataException("it is " + text + BUT + parameter.type().meaning() + example(), e);
		}
	}

	private String example() {
		return switch (parameter.type()) {
		case REAL -> new NumberText(parameter.unit()).hasPrefixes() ? " with or without a unit, such as 1.2 m" + parameter.unit() : "";
		case REALS -> ", such as [1, 2.5]";
		case INTEGERS -> ", such as [1, 2]";
		case ROI -> ", such as [0, 64, 0, 128]";
		default -> "";
		};
	}

	private static String sentence(String message) {
		return Character.toUpperCase(message.charAt(0)) + message.substring(1) + (message.endsWith(".") ? "" : ".");
	}

	/** What is given, as it is typed. */
	String text(Literal given) {
		if (given instanceof Text text)
			return text.value();
		NumberText numbers = new NumberText(parameter.unit());
		if (parameter.type() == ParameterType.REAL && given instanceof NumberLiteral number)
			return numbers.text(number.asDouble());
		if (isFrames() && given instanceof Sequence frames && frames.items().stream().allMatch(LongLiteral.class::isInstance))
			return frames(frames);
		if (given instanceof Sequence window && parameter.type() == ParameterType.WINDOW && window.items().size() == 2
				&& window.items().get(0).equals(window.items().get(1)))
			return window.items().get(0).text();
		return given.text();
	}

	private static String frames(Sequence frames) {
		return new FrameList(frames.items().stream().mapToInt(f -> (int) ((LongLiteral) f).value()).sorted().distinct().toArray())
				.text();
	}

	/** The default as it is typed; empty when there is none. */
	Optional<String> defaultText() {
		return parameter.defaultValue().map(parameter::literal).map(this::text);
	}

	/**
	 * What is to be known of what was typed: the same in another unit, or how much it is.
	 *
	 * @param typed text that {@link #parse} takes
	 * @return "" when there is nothing to say
	 */
	String understood(String typed) {
		String text = typed.strip();
		if (text.isEmpty() || text.equals("None"))
			return "";
		if (isPath(text))
			return "taken from this data set";
		return switch (parameter.type()) {
		case REAL -> new NumberText(parameter.unit()).understood(text);
		case REALS -> new NumberText(parameter.unit()).hasPrefixes() ? "= " + parameter.literal(parameter.value(written(text))).text()
				+ " " + parameter.unit() : "";
		case INTEGERS -> isFrames() ? count((int[]) parameter.value(written(text))) : "";
		case ROI -> size((Roi) parameter.value(written(text)));
		default -> "";
		};
	}

	private static String count(int[] frames) {
		return frames.length == 1 ? "1 frame" : frames.length + " frames";
	}

	/** A region in words. */
	static String size(Roi roi) {
		return roi.rows() + " x " + roi.columns() + " pixels: rows " + roi.ss0() + " to " + (roi.ss1() - 1) + ", columns " + roi.fs0()
				+ " to " + (roi.fs1() - 1);
	}

	/** All there is to know of it, for a tooltip. */
	String tooltip() {
		List<String> lines = new ArrayList<>(List.of(parameter.description() + "."));
		if (!parameter.range().isEmpty())
			lines.add("Range: " + parameter.range() + (parameter.unit().isEmpty() ? "" : " " + parameter.unit()));
		if (!parameter.choices().isEmpty())
			lines.add("Choices: " + parameter.choices().stream().collect(Collectors.joining(", ")));
		lines.add(parameter.path().isEmpty() ? "Default: " + parameter.defaultText() : "Taken from " + parameter.defaultText()
				+ (parameter.from().isEmpty() ? "" : ", which " + parameter.from() + " makes"));
		lines.add("In configuration files: " + parameter.name());
		return String.join("\n", lines);
	}
}
