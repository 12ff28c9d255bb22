// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.literal;

/**
 * Text, written in single or double quotes.
 *
 * @param value without quotes and escapes
 */
public record Text(String value) implements Literal {
	@Override
	public String text() {
		StringBuilder quoted = new StringBuilder("'");
		for (char c : value.toCharArray())
			switch (c) {
			case '\\', '\'' -> quoted.append('\\').append(c);
			case '\n' -> quoted.append("\\n");
			case '\r' -> quoted.append("\\r");
			case '\t' -> quoted.append("\\t");
			default -> {
				if (Character.isISOControl(c))
					quoted.append(String.format("\\x%02x", (int) c));
				else
					quoted.append(c);
			}
			}
		return quoted.append('\'').toString();
	}
}
