// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reader of JSON (RFC 8259) that takes nothing else. */
final class Json {
	private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
	private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\\\x00-\\x1f]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4})*)\"");
	private static final Pattern ESCAPE = Pattern.compile("\\\\(u(....)|.)");

	private final String text;
	private int at;

	private Json(String text) {
		this.text = text;
	}

	/** Lists, maps, strings, doubles, booleans and null. */
	static Object parse(String text) {
		Json json = new Json(text);
		Object value = json.value();
		json.space();
		if (json.at != text.length())
			throw json.refusal();
		return value;
	}

	private Object value() {
		space();
		if (take("["))
			return items("]", new ArrayList<>(), List::add, this::value);
		if (take("{"))
			return items("}", new LinkedHashMap<>(), (Map<Object, Object> map, Map.Entry<Object, Object> entry) -> {
				if (map.containsKey(entry.getKey()))
					throw refusal();
				map.put(entry.getKey(), entry.getValue());
			}, this::entry);
		if (take("null"))
			return null;
		if (take("true"))
			return true;
		if (take("false"))
			return false;
		return text.startsWith("\"", at) ? string() : Double.valueOf(token(NUMBER).group());
	}

	private interface Adding<C, T> {
		void add(C collection, T item);
	}

	private <C, T> C items(String end, C collection, Adding<C, T> adding, Supplier<T> item) {
		space();
		if (take(end))
			return collection;
		do
			adding.add(collection, item.get());
		while (comes(","));
		if (!comes(end))
			throw refusal();
		return collection;
	}

	private Map.Entry<Object, Object> entry() {
		space();
		String key = string();
		if (!comes(":"))
			throw refusal();
		// Map.entry takes no null
		return new java.util.AbstractMap.SimpleEntry<>(key, value());
	}

	private String string() {
		return ESCAPE.matcher(token(STRING).group(1)).replaceAll(escape -> Matcher.quoteReplacement(
				escape.group(2) != null ? String.valueOf((char) Integer.parseInt(escape.group(2), 16))
						: switch (escape.group(1)) {
						case "b" -> "\b";
						case "f" -> "\f";
						case "n" -> "\n";
						case "r" -> "\r";
						case "t" -> "\t";
						default -> escape.group(1);
						}));
	}

	private Matcher token(Pattern pattern) {
		Matcher matcher = pattern.matcher(text).region(at, text.length());
		if (!matcher.lookingAt())
			throw refusal();
		at = matcher.end();
		return matcher;
	}

	private boolean comes(String word) {
		space();
		return take(word);
	}

	private boolean take(String word) {
		if (!text.startsWith(word, at))
			return false;
		at += word.length();
		return true;
	}

	private void space() {
		while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0)
			at++;
	}

	private AssertionError refusal() {
		return new AssertionError("no JSON at character " + at + ": " + text);
	}
}
