// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.util.Optional;

import org.pxst.io.cxi.CxiFinding;
import org.pxst.io.cxi.CxiItem;

/**
 * What was found for an item: the line for the reader, and the value for the program.
 *
 * @param <T>     type of the value
 * @param finding the line
 * @param value   empty when the item is missing or has a problem
 */
record Found<T>(CxiFinding finding, Optional<T> value) {
	/** Found and usable. */
	static <T> Found<T> of(CxiItem item, String path, String text, T value) {
		return new Found<>(new CxiFinding(item, Optional.of(path), text, Optional.empty()), Optional.of(value));
	}

	/** Not in the file, and what is used instead. */
	static <T> Found<T> instead(CxiItem item, String text, T value) {
		return new Found<>(new CxiFinding(item, Optional.empty(), text, Optional.empty()), Optional.of(value));
	}

	/** Not in the file, and not needed. */
	static <T> Found<T> none(CxiItem item, String text) {
		return new Found<>(new CxiFinding(item, Optional.empty(), text, Optional.empty()), Optional.empty());
	}

	/** Not in the file, but needed. */
	static <T> Found<T> missing(CxiItem item, String text, String problem) {
		return new Found<>(new CxiFinding(item, Optional.empty(), text, Optional.of(problem)), Optional.empty());
	}

	/** In the file, but wrong. */
	static <T> Found<T> wrong(CxiItem item, String path, String text, String problem) {
		return new Found<>(new CxiFinding(item, Optional.of(path), text, Optional.of(problem)), Optional.empty());
	}

	/** The same with more to say about what was found. */
	Found<T> with(String text) {
		return new Found<>(new CxiFinding(finding.item(), finding.path(), finding.value() + ", " + text, finding.problem()),
				value);
	}
}
