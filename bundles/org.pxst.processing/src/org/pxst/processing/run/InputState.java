// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;

import org.pxst.core.InvalidDataException;

/**
 * What shows that a file was changed, or that another one has its name.
 *
 * @param key      what the file system knows the file by, empty where it has no such thing
 * @param size     length in bytes
 * @param modified when it was written last
 */
public record InputState(Optional<String> key, long size, FileTime modified) {
	/**
	 * How a file is now.
	 *
	 * @throws InvalidDataException when it cannot be looked at
	 */
	public static InputState of(Path file) {
		try {
			BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
			return new InputState(Optional.ofNullable(attributes.fileKey()).map(Objects::toString), attributes.size(),
					attributes.lastModifiedTime());
		} catch (IOException e) {
			throw new InvalidDataException(file + ": is not there any more, or not to be looked at ("
					+ e.getClass().getSimpleName() + ")", e);
		}
	}

	/** What another program did to the file since, in words that can follow the file's name and a colon; or empty. */
	public Optional<String> changeSince(Path file) {
		InputState now = of(file);
		if (!key.equals(now.key))
			return Optional.of("another file has this name now");
		return equals(now) ? Optional.empty() : Optional.of("another program changed the file meanwhile");
	}
}
