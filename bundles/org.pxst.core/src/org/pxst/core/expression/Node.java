// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.expression;

import java.util.Arrays;
import java.util.function.IntFunction;

/** Part of an expression. Immutable. Works on many places at once, so that what to do is looked up once and not at each. */
sealed interface Node {
	/**
	 * @param variables values of each variable, at least {@code count} each
	 * @param count     number of places
	 * @param target    receives the values
	 * @param buffers   room for one more set of values at a depth of nesting
	 * @param depth     of this node
	 */
	void evaluate(double[][] variables, int count, double[] target, IntFunction<double[]> buffers, int depth);

	/** The same everywhere. */
	record Constant(double value) implements Node {
		@Override
		public void evaluate(double[][] variables, int count, double[] target, IntFunction<double[]> buffers, int depth) {
			Arrays.fill(target, 0, count, value);
		}
	}

	/** A variable, by its place in the caller's list. */
	record Variable(int index) implements Node {
		@Override
		public void evaluate(double[][] variables, int count, double[] target, IntFunction<double[]> buffers, int depth) {
			System.arraycopy(variables[index], 0, target, 0, count);
		}
	}

	/** A function of one value. */
	record Unary(UnaryFunction function, Node operand) implements Node {
		@Override
		public void evaluate(double[][] variables, int count, double[] target, IntFunction<double[]> buffers, int depth) {
			operand.evaluate(variables, count, target, buffers, depth);
			function.apply(target, count);
		}
	}

	/** An operator or function of two values. */
	record Binary(BinaryFunction function, Node left, Node right) implements Node {
		@Override
		public void evaluate(double[][] variables, int count, double[] target, IntFunction<double[]> buffers, int depth) {
			left.evaluate(variables, count, target, buffers, depth);
			double[] other = buffers.apply(depth);
			right.evaluate(variables, count, other, buffers, depth + 1);
			function.apply(target, other, count);
		}
	}
}
