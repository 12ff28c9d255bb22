// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.literal;

/**
 * A number with a decimal point or an exponent, {@code inf} or {@code nan}.
 *
 * @param value the number
 */
public record DoubleLiteral(double value) implements NumberLiteral {
	@Override
	public double asDouble() {
		return value;
	}

	@Override
	public String text() {
		if (Double.isNaN(value))
			return "nan";
		if (Double.isInfinite(value))
			return value > 0 ? "inf" : "-inf";
		return Double.toString(value).replace('E', 'e');
	}
}
