// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.form;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.pxst.processing.step.ParameterDescription;

/**
 * What a parameter is when nothing is given, in words.
 *
 * @param parameter which
 * @param group     absolute path of the group of the results
 * @param facts     of the scan's file; empty while nothing is known of it
 */
record DefaultWords(ParameterDescription parameter, String group, Optional<FileFacts> facts) {
	private static final Pattern NONE = Pattern.compile("None: ([^;.(]+)");

	/** Absolute path of the data set that it is read from by itself; "" when there is none. */
	String path() {
		String path = parameter.path();
		return path.isEmpty() || path.startsWith("/") ? path : group + "/" + path;
	}

	private Optional<FileFacts.Dataset> dataset() {
		return path().isEmpty() ? Optional.empty() : facts.flatMap(known -> known.find(path()));
	}

	/** Whether the step cannot be run as things are. */
	boolean isMissing() {
		return parameter.required() && facts.isPresent() && dataset().isEmpty() && parameter.defaultValue().isEmpty();
	}

	/** What it is, short enough for a field. */
	String hint() {
		if (!path().isEmpty() && facts.isEmpty())
			return "from " + path();
		if (dataset().isPresent())
			return dataset().get().text(parameter).filter(text -> !text.isEmpty()).orElse("from " + path());
		return isMissing() ? "not there yet" : withoutFile();
	}

	private String withoutFile() {
		if (parameter.defaultValue().isPresent())
			return new ParameterText(parameter).defaultText().orElseThrow();
		Matcher matcher = NONE.matcher(parameter.description());
		return matcher.find() ? matcher.group(1).strip() : path().isEmpty() ? "none" : "without";
	}

	/** Where it comes from, or what to do when it is not there; "" when there is nothing to say. */
	String origin() {
		if (dataset().isPresent()) {
			String origin = dataset().get().origin();
			// the names of data sets are in their fields
			return !parameter.type().isLiteral() && !origin.isEmpty() ? origin
					: "from " + path() + (origin.isEmpty() ? "" : ", " + origin);
		}
		if (isMissing())
			return "There is no " + path() + " yet" + (parameter.from().isEmpty() ? "." : ": run " + parameter.from()
					+ (parameter.type().isLiteral() ? ", or give a value." : "."));
		return "";
	}
}
