// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.literal;

/**
 * A whole number, written without a decimal point or exponent.
 *
 * @param value the number
 */
public record LongLiteral(long value) implements NumberLiteral {
	@Override
	public double asDouble() {
		return value;
	}

	@Override
	public String text() {
		return Long.toString(value);
	}
}
