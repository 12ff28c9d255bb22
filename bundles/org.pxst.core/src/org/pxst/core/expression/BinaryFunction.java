// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.expression;

import java.util.function.DoubleBinaryOperator;

/** The operators and functions of two values. */
enum BinaryFunction {
	ADD("+", (a, b) -> a + b), SUBTRACT("-", (a, b) -> a - b), MULTIPLY("*", (a, b) -> a * b), DIVIDE("/", (a, b) -> a / b),
	POWER("^", Math::pow), MIN("min", Math::min), MAX("max", Math::max), ATAN2("atan2", Math::atan2);

	private final String text;
	private final DoubleBinaryOperator operator;

	BinaryFunction(String text, DoubleBinaryOperator operator) {
		this.text = text;
		this.operator = operator;
	}

	/** As it is written. */
	String text() {
		return text;
	}

	/** Into the left ones, on the first values. */
	void apply(double[] left, double[] right, int count) {
		for (int k = 0; k < count; k++)
			left[k] = operator.applyAsDouble(left[k], right[k]);
	}
}
