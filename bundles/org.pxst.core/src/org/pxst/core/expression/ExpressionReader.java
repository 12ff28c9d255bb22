// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.expression;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one expression by recursive descent. For one use by one thread. */
final class ExpressionReader {
	private static final List<UnaryFunction> UNARY = Stream.of(UnaryFunction.values())
			.filter(f -> Character.isLetter(f.text().charAt(0))).toList();
	private static final List<BinaryFunction> BINARY = Stream.of(BinaryFunction.values())
			.filter(f -> Character.isLetter(f.text().charAt(0))).toList();
	/** More operators than this would nest too deep when they are worked out. */
	private static final int MOST_NODES = 2000;

	private final String text;
	private final List<String> variables;
	private int at;
	private int depth;
	private int nodes;

	ExpressionReader(String text, List<String> variables) {
		this.text = text;
		this.variables = variables;
	}

	Node read() {
		if (text.length() > Expression.MOST_CHARACTERS)
			throw error(Expression.MOST_CHARACTERS, "longer than " + Expression.MOST_CHARACTERS + " characters");
		Node node = sum();
		if (at < text.length())
			throw error(at, "found " + found() + ", expected an operator or the end");
		return node;
	}

	private Node sum() {
		Node left = product();
		while (true) {
			if (skip("+"))
				left = binary(BinaryFunction.ADD, left, product());
			else if (skip("-"))
				left = binary(BinaryFunction.SUBTRACT, left, product());
			else
				return left;
		}
	}

	private Node product() {
		Node left = signed();
		while (true) {
			if (!next("**") && skip("*"))
				left = binary(BinaryFunction.MULTIPLY, left, signed());
			else if (skip("/"))
				left = binary(BinaryFunction.DIVIDE, left, signed());
			else
				return left;
		}
	}

	private Node signed() {
		return nested(() -> {
			if (skip("-"))
				return unary(UnaryFunction.NEGATE, signed());
			if (skip("+"))
				return signed();
			Node base = operand();
			return skip("**") || skip("^") ? binary(BinaryFunction.POWER, base, signed()) : base;
		});
	}

	private Node operand() {
		blanks();
		if (skip("(")) {
			Node inside = sum();
			expect(")");
			return inside;
		}
		char c = at < text.length() ? text.charAt(at) : 0;
		if (c >= '0' && c <= '9' || c == '.')
			return number();
		if (isLetter(c))
			return named();
		throw error(at, "found " + found() + ", expected a number, a name or '('");
	}

	private Node number() {
		int first = at;
		int digits = digits();
		if (at < text.length() && text.charAt(at) == '.') {
			at++;
			digits += digits();
		}
		if (digits == 0)
			throw error(first, "expected a digit beside the '.'");
		if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
			at++;
			if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-'))
				at++;
			if (digits() == 0)
				throw error(at, "found " + found() + ", expected the digits of an exponent");
		}
		String digitsOf = text.substring(first, at);
		blanks();
		return counted(new Node.Constant(Double.parseDouble(digitsOf)));
	}

	private int digits() {
		int first = at;
		while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9')
			at++;
		return at - first;
	}

	private Node named() {
		int first = at;
		while (at < text.length() && (isLetter(text.charAt(at)) || text.charAt(at) >= '0' && text.charAt(at) <= '9'))
			at++;
		String name = text.substring(first, at);
		blanks();
		int variable = variables.indexOf(name);
		if (variable >= 0)
			return counted(new Node.Variable(variable));
		if (name.equals("pi"))
			return counted(new Node.Constant(Math.PI));
		Optional<UnaryFunction> one = UNARY.stream().filter(f -> f.text().equals(name)).findAny();
		if (one.isPresent()) {
			expect("(");
			Node value = sum();
			expect(")");
			return unary(one.get(), value);
		}
		Optional<BinaryFunction> two = BINARY.stream().filter(f -> f.text().equals(name)).findAny();
		if (two.isPresent()) {
			expect("(");
			Node left = sum();
			expect(",");
			Node right = sum();
			expect(")");
			return binary(two.get(), left, right);
		}
		throw error(first, "unknown name " + name + ", expected one of " + known());
	}

	private String known() {
		Stream<String> functions = Stream.concat(UNARY.stream().map(UnaryFunction::text), BINARY.stream().map(BinaryFunction::text));
		return Stream.concat(Stream.concat(variables.stream(), Stream.of("pi")), functions).collect(Collectors.joining(", "));
	}

	private Node unary(UnaryFunction function, Node value) {
		return counted(new Node.Unary(function, value));
	}

	private Node binary(BinaryFunction function, Node left, Node right) {
		return counted(new Node.Binary(function, left, right));
	}

	private Node counted(Node node) {
		if (++nodes > MOST_NODES)
			throw error(at, "more than " + MOST_NODES + " numbers, names and operators; expected a shorter expression");
		return node;
	}

	private Node nested(Supplier<Node> inside) {
		if (++depth > Expression.MOST_NESTED)
			throw error(at, "nested deeper than " + Expression.MOST_NESTED + "; expected fewer parentheses, signs and powers");
		Node node = inside.get();
		depth--;
		return node;
	}

	private boolean next(String symbol) {
		blanks();
		return text.startsWith(symbol, at);
	}

	private boolean skip(String symbol) {
		if (!next(symbol))
			return false;
		at += symbol.length();
		blanks();
		return true;
	}

	private void expect(String symbol) {
		if (!skip(symbol))
			throw error(at, "found " + found() + ", expected '" + symbol + "'");
	}

	private void blanks() {
		while (at < text.length() && Character.isWhitespace(text.charAt(at)))
			at++;
	}

	private String found() {
		return at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
	}

	/** Not of the whole alphabet of the world: names are the program's. */
	private static boolean isLetter(char c) {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
	}

	private ExpressionSyntaxException error(int index, String expected) {
		return new ExpressionSyntaxException(text, index, expected);
	}
}
