// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.util.Optional;
import java.util.OptionalDouble;

import org.pxst.core.InvalidDataException;
import org.pxst.ui.view.SiPrefix;

/**
 * The defocus that the reconstruction begins with.
 *
 * @param source where it comes from
 * @param text   what is typed, for {@link Source#VALUE}
 * @param found  what was found, m, for the other ones
 */
record DefocusChoice(Source source, String text, OptionalDouble found) {
	/** Where it comes from. */
	enum Source {
		/** The reconstruction finds it from all frames. */
		AUTOMATIC,
		/** What the registration of the frames says. */
		REGISTRATION,
		/** What the Thon rings say. */
		THON,
		/** What the user says. */
		VALUE
	}

	/** Found by the reconstruction. */
	static DefocusChoice automatic() {
		return new DefocusChoice(Source.AUTOMATIC, "", OptionalDouble.empty());
	}

	/**
	 * Focus to sample in m; empty: the reconstruction finds it.
	 *
	 * @throws InvalidDataException when what is typed is no length
	 */
	OptionalDouble metres() {
		return source == Source.VALUE ? OptionalDouble.of(typed()) : source == Source.AUTOMATIC ? OptionalDouble.empty() : found;
	}

	private double typed() {
		if (text.isBlank())
			throw new InvalidDataException("Type the defocus with its unit: 2.5 mm, say, or choose another one");
		return Quantity.LENGTH.parse(text);
	}

	/** What is wrong, in words for the user; empty when nothing is. */
	Optional<String> problem() {
		try {
			metres();
			return Optional.empty();
		} catch (InvalidDataException e) {
			return Optional.of(e.getMessage());
		}
	}

	/** In words. */
	String summary() {
		if (problem().isPresent() || metres().isEmpty())
			return "found by the reconstruction";
		return SiPrefix.text(metres().getAsDouble(), "m") + switch (source) {
		case REGISTRATION -> ", from the registration of the frames";
		case THON -> ", from the Thon rings";
		default -> ", as typed";
		};
	}
}
