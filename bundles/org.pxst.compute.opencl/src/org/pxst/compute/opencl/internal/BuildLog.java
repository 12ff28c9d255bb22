// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes a compiler's messages name the files that a kernel was put together from, instead of a place in the whole.
 *
 * @param source what was compiled
 */
record BuildLog(KernelSource source) {
	/** Compilers call the whole {@code <kernel>}, {@code 1}, or by the path of a scratch file of theirs. */
	private static final Pattern PLACE = Pattern.compile("(<\\w+>|[^\\s:<>=]*):(\\d{1,9}):(\\d+)");
	/** What a compiler brings itself. */
	private static final String HEADER = ".h";

	/** The messages with file, line and column of where each is about; one line. */
	String translated(String messages) {
		return messages.lines().map(String::strip).filter(Predicate.not(String::isEmpty))
				.map(line -> PLACE.matcher(line).replaceAll(place -> Matcher.quoteReplacement(translated(place))))
				.collect(Collectors.joining("; "));
	}

	private String translated(MatchResult place) {
		int number = Integer.parseInt(place.group(2));
		if (number < 1 || number > source.lines().size() || place.group(1).endsWith(HEADER))
			return place.group();
		KernelSource.Line line = source.lines().get(number - 1);
		return line.file() + ":" + line.number() + ":" + place.group(3);
	}
}
