// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.expression;

import java.util.function.DoubleUnaryOperator;

/** The functions of one value. */
enum UnaryFunction {
	NEGATE("-", v -> -v), SIN("sin", Math::sin), COS("cos", Math::cos), TAN("tan", Math::tan), EXP("exp", Math::exp),
	LOG("log", Math::log), SQRT("sqrt", Math::sqrt), ABS("abs", Math::abs), FLOOR("floor", Math::floor);

	private final String text;
	private final DoubleUnaryOperator operator;

	UnaryFunction(String text, DoubleUnaryOperator operator) {
		this.text = text;
		this.operator = operator;
	}

	/** As it is written. */
	String text() {
		return text;
	}

	/** In place, on the first values. */
	void apply(double[] values, int count) {
		for (int k = 0; k < count; k++)
			values[k] = operator.applyAsDouble(values[k]);
	}
}
