// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.config;

import java.nio.file.Path;
import java.util.Optional;

import org.pxst.core.literal.Literal;
import org.pxst.core.literal.Text;

/**
 * Where the results of a step go, as a configuration file says it under {@link ConfigFile#GROUP}: {@code /group}, or as in the 2020
 * suite {@code group} or {@code file.h5/group}.
 *
 * @param file  a file of their own, or empty
 * @param group absolute path of the group
 */
public record ResultPlace(Optional<Path> file, String group) {
	/** What a value says. */
	public static ResultPlace of(Literal value) {
		String text = value instanceof Text t ? t.value() : value.text();
		int slash = text.indexOf('/', 1);
		if (slash > 0 && !text.startsWith("/") && text.substring(0, slash).contains("."))
			return new ResultPlace(Optional.of(Path.of(text.substring(0, slash))), text.substring(slash));
		return new ResultPlace(Optional.empty(), text.startsWith("/") ? text : "/" + text);
	}
}
