// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * An arithmetic expression: numbers, {@code + - * /}, {@code ^} or {@code **} (power, from right to left, before the unary
 * minus), parentheses, {@code pi}, the functions {@code sin cos tan exp log sqrt abs floor} of one value (radians, natural
 * logarithm) and {@code min max atan2} of two, and the caller's variables. Upper and lower case differ. Division by zero and
 * the like give infinities and NaN, as usual for floating point. Immutable; usable from several threads.
 */
public final class Expression {
	/** Most characters of a text. */
	public static final int MOST_CHARACTERS = 10_000;
	/** Most parentheses, signs, powers and calls within each other. */
	public static final int MOST_NESTED = 100;

	private final String text;
	private final List<String> variables;
	private final Node root;

	private Expression(String text, List<String> variables, Node root) {
		this.text = text;
		this.variables = variables;
		this.root = root;
	}

	/**
	 * Reads an expression.
	 *
	 * @param text      the expression
	 * @param variables names that may occur: letters, digits and underscores, no digit first
	 * @throws ExpressionSyntaxException when it is none; the message says where and what was expected
	 */
	public static Expression parse(String text, String... variables) {
		List<String> names = List.of(variables);
		return new Expression(text, names, new ExpressionReader(text, names).read());
	}

	/** As it was written. */
	public String text() {
		return text;
	}

	/** Names of the variables, in the order in which their values are given. */
	public List<String> variables() {
		return variables;
	}

	/**
	 * The value at one place.
	 *
	 * @param values one for each variable
	 */
	public double evaluate(double... values) {
		double[][] columns = new double[values.length][];
		for (int k = 0; k < values.length; k++)
			columns[k] = new double[] { values[k] };
		double[] target = new double[1];
		evaluate(columns, 1, target);
		return target[0];
	}

	/**
	 * The values at many places, best a row of an image at a time.
	 *
	 * @param values for each variable its values, at least {@code count}
	 * @param count  number of places
	 * @param target receives the values, at least {@code count}; none of the arrays above
	 * @throws IllegalArgumentException when there are not as many arrays as variables
	 */
	public void evaluate(double[][] values, int count, double[] target) {
		if (values.length != variables.size())
			throw new IllegalArgumentException(values.length + " values for the variables " + variables);
		List<double[]> buffers = new ArrayList<>();
		root.evaluate(values, count, target, depth -> {
			if (depth == buffers.size())
				buffers.add(new double[count]);
			return buffers.get(depth);
		}, 0);
	}

	@Override
	public String toString() {
		return text;
	}
}
