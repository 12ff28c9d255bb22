// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.pxst.io.cxi.internal.SourceFile;

/**
 * A path inside a file whose steps may leave something open: {@code *} stands for any part of a name, {@code :NXdetector}
 * for any group of that NeXus class, {@code name*:NXdata} for both, {@code @signal} for the name that the attribute
 * of the group holds.
 *
 * @param text  as written, absolute
 * @param steps its steps
 */
record PathPattern(String text, List<String> steps) {
	/** The pattern, when it is one. */
	static Optional<PathPattern> of(String text) {
		List<String> steps = Arrays.stream(text.split("/")).filter(step -> !step.isEmpty()).toList();
		return text.startsWith("/") && !steps.isEmpty() && !text.contains("//")
				? Optional.of(new PathPattern(text, steps))
				: Optional.empty();
	}

	/** All objects it leads to, in natural order of their names. */
	List<String> resolve(SourceFile file) {
		Collection<String> groups = List.of("");
		for (String step : steps) {
			Collection<String> next = new LinkedHashSet<>();
			for (String group : groups)
				next.addAll(follow(file, group, step));
			groups = next;
		}
		return List.copyOf(groups);
	}

	private static List<String> follow(SourceFile file, String group, String step) {
		String parent = group.isEmpty() ? "/" : group;
		List<String> children = file.children(parent);
		if (step.startsWith("@"))
			return Attributes.text(file.attributes(parent), step.substring(1)).filter(children::contains)
					.map(name -> List.of(group + "/" + name)).orElse(List.of());
		if (children.contains(step))
			return List.of(group + "/" + step);
		int colon = step.indexOf(':');
		Pattern name = glob(colon < 0 ? step : colon == 0 ? "*" : step.substring(0, colon));
		List<String> found = new ArrayList<>();
		for (String child : children)
			if (name.matcher(child).matches()
					&& (colon < 0 || isOfClass(file, group + "/" + child, step.substring(colon + 1))))
				found.add(group + "/" + child);
		found.sort(NaturalOrder.INSTANCE);
		return found;
	}

	private static boolean isOfClass(SourceFile file, String path, String nexusClass) {
		return file.isGroup(path) && Attributes.text(file.attributes(path), "NX_class").filter(nexusClass::equals).isPresent();
	}

	private static Pattern glob(String text) {
		return Pattern.compile(
				Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
	}
}
