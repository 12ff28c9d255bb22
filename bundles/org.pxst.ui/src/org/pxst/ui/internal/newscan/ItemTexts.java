// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.DoubleLiteral;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.Text;
import org.pxst.core.scan.Geometry.DistanceFrom;
import org.pxst.io.cxi.CxiItem;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.processing.step.ScanParameter;

/**
 * What the user knows better about a scan than its file, as it was typed: a path in the file, or a number with a unit. Immutable.
 *
 * @param typed        by parameter; blank or not there: what the file says
 * @param distanceFrom where the detector's distance is counted from
 */
record ItemTexts(Map<ScanParameter, String> typed, DistanceFrom distanceFrom) {
	private static final String NONE = "none";

	/** Takes a copy. */
	ItemTexts {
		typed = Map.copyOf(typed);
	}

	/** Nothing: what the file says. */
	static ItemTexts nothing() {
		return new ItemTexts(Map.of(), DistanceFrom.FOCUS);
	}

	/** The same with another text. */
	ItemTexts with(ScanParameter parameter, String text) {
		Map<ScanParameter, String> changed = new EnumMap<>(ScanParameter.class);
		changed.putAll(typed);
		changed.put(parameter, text.strip());
		changed.values().removeIf(String::isEmpty);
		return new ItemTexts(changed, distanceFrom);
	}

	/** The same with a distance that is counted from elsewhere. */
	ItemTexts from(DistanceFrom other) {
		return new ItemTexts(typed, other);
	}

	/** What is typed for a parameter; "" for nothing. */
	String text(ScanParameter parameter) {
		return typed.getOrDefault(parameter, "");
	}

	/** What is wrong with what is typed, in words for the user; empty when nothing is. */
	Optional<String> problem(ScanParameter parameter) {
		try {
			literal(parameter);
			return Optional.empty();
		} catch (InvalidDataException e) {
			return Optional.of(e.getMessage());
		}
	}

	/** The first problem of all. */
	Optional<String> problem() {
		for (ScanParameter parameter : ScanParameter.values())
			if (problem(parameter).isPresent())
				return problem(parameter);
		return Optional.empty();
	}

	/**
	 * What is typed as a literal; empty for nothing.
	 *
	 * @throws InvalidDataException when it is neither a path nor, where that can be, a quantity
	 */
	Optional<Literal> literal(ScanParameter parameter) {
		String text = text(parameter);
		if (text.isEmpty())
			return Optional.empty();
		if (text.startsWith("/") || parameter == ScanParameter.DETECTOR_MASK && text.equals(NONE))
			return Optional.of(new Text(text));
		if (!parameter.isNumber())
			throw new InvalidDataException("'" + text + "' is no path in the file; it must begin with a slash"
					+ (parameter == ScanParameter.DETECTOR_MASK ? ", or be none" : ""));
		return Optional.of(new DoubleLiteral((parameter == ScanParameter.ENERGY ? Quantity.ENERGY : Quantity.LENGTH).parse(text)));
	}

	/** By the key of the parameter, for a pipeline. */
	Map<String, Literal> given() {
		Map<String, Literal> given = new LinkedHashMap<>();
		for (ScanParameter parameter : ScanParameter.values())
			literal(parameter).ifPresent(literal -> given.put(parameter.key(), literal));
		if (distanceFrom != DistanceFrom.FOCUS)
			given.put(ScanParameter.DISTANCE_FROM, new Text(distanceFrom.name().toLowerCase(Locale.ROOT)));
		return given;
	}

	/** For opening the file; texts with a problem do not count. */
	CxiOptions options() {
		Map<CxiItem, String> paths = new EnumMap<>(CxiItem.class);
		for (ScanParameter parameter : ScanParameter.values())
			if (problem(parameter).isEmpty())
				literal(parameter).ifPresent(literal -> paths.put(parameter.item(),
						literal instanceof Text text ? text.value() : literal.text()));
		return new CxiOptions(paths, distanceFrom, OptionalDouble.empty());
	}
}
