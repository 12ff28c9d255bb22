// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.pxst.core.InvalidDataException;

/**
 * Reads mapping files: lines {@code KEY = PLACE}, comments from {@code #} on. Besides the keys of {@link Key} there are
 * {@code description}, {@code detect} and {@code based_on}, which names the protocol that says the rest.
 */
final class MappingReader {
	private static final int LARGEST = 1 << 20;

	private final Function<String, Mapping> protocols;

	/** @param protocols finds the protocol of a name; throws when there is none */
	MappingReader(Function<String, Mapping> protocols) {
		this.protocols = protocols;
	}

	/**
	 * Reads a mapping file.
	 *
	 * @throws InvalidDataException when it cannot be read or makes no sense; names file and line
	 */
	Mapping read(Path file) {
		try {
			if (Files.size(file) > LARGEST)
				throw new InvalidDataException(file + ": is too large for a mapping file; name the sources without --protocol,"
						+ " and a text file after it");
			return read(file.getFileName().toString(), file.toString(), file.toAbsolutePath().getParent(),
					Files.readString(file));
		} catch (CharacterCodingException e) {
			throw new InvalidDataException(file + ": is no mapping file: it is no text in UTF-8", e);
		} catch (IOException e) {
			throw new InvalidDataException(file + ": this mapping file cannot be read (" + e.getClass().getSimpleName() + ")",
					e);
		}
	}

	/**
	 * Reads a mapping.
	 *
	 * @param name      its name
	 * @param origin    what messages call it
	 * @param directory what file names in it are relative to
	 * @param text      its lines
	 */
	Mapping read(String name, String origin, Path directory, String text) {
		String description = "";
		List<Expression> detect = List.of();
		Mapping base = Mapping.empty(name);
		Map<Key, Entry> entries = new EnumMap<>(Key.class);
		int number = 0;
		for (String raw : text.split("\\R", -1)) {
			number++;
			String content = withoutComment(raw).strip();
			if (content.isEmpty())
				continue;
			Line line = new Line(origin + ":" + number, content);
			int equals = content.indexOf('=');
			if (equals < 1)
				throw line.wrong("this is no line of a mapping file; write KEY = PLACE, or # before a comment");
			String key = content.substring(0, equals).strip();
			String value = content.substring(equals + 1).strip();
			switch (key) {
			case "description" -> description = value;
			case "based_on" -> base = base(line, value);
			case "detect" -> detect = new ExpressionParser(Key.DATA, line).parse(value);
			default -> {
				Key item = Key.of(key).orElseThrow(() -> line.wrong("'" + key + "' is no item of a scan; one of " + Key.names()
						+ ", or description, based_on, detect"));
				if (entries.put(item, entry(item, line, directory, value)) != null)
					throw line.wrong("'" + key + "' was said before; keep one of the lines, or put both places on it with | between");
			}
			}
		}
		return base.with(new Mapping(name, description, detect, entries));
	}

	private Mapping base(Line line, String value) {
		try {
			return protocols.apply(value);
		} catch (InvalidDataException e) {
			throw line.wrong(e.getMessage());
		}
	}

	/**
	 * Reads what is said about one key.
	 *
	 * @param directory what file names are relative to
	 */
	static Entry entry(Key key, Line line, Path directory, String value) {
		return new Entry(line, directory, new ExpressionParser(key, line).parse(value));
	}

	private static String withoutComment(String line) {
		boolean quoted = false;
		for (int at = 0; at < line.length(); at++) {
			char c = line.charAt(at);
			if (c == '"')
				quoted = !quoted;
			else if (c == '#' && !quoted && (at == 0 || Character.isWhitespace(line.charAt(at - 1))))
				return line.substring(0, at);
		}
		return line;
	}
}
