// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import java.util.Map;
import java.util.TreeMap;

/**
 * Offsets of parts from measured differences between pairs of them, by weighted least squares. The offsets of parts that
 * differences hold together have a mean of 0. For use from one thread.
 */
final class PartOffsets {
	private static final double RELATIVE_RESIDUAL = 1e-13;

	/** Sums over all differences between two parts. */
	private static final class Link {
		final int from;
		final int to;
		double weight;
		double product;

		Link(int from, int to) {
			this.from = from;
			this.to = to;
		}
	}

	private final int parts;
	/** In a fixed order, so that sums come out the same on every run. */
	private final Map<Long, Link> links = new TreeMap<>();

	PartOffsets(int parts) {
		this.parts = parts;
	}

	/** The offset of one part is to be that of another plus a difference. */
	void add(int from, int to, double difference, double weight) {
		int low = Math.min(from, to);
		int high = Math.max(from, to);
		Link link = links.computeIfAbsent((long) low * parts + high, key -> new Link(low, high));
		link.weight += weight;
		link.product += weight * (from == low ? difference : -difference);
	}

	/** By conjugate gradients, which end after as many steps as there are parts but for rounding. */
	double[] solve() {
		double[] residual = new double[parts];
		for (Link link : links.values()) {
			residual[link.to] += link.product;
			residual[link.from] -= link.product;
		}
		double[] offsets = new double[parts];
		double[] direction = residual.clone();
		double square = dot(residual, residual);
		double goal = square * RELATIVE_RESIDUAL * RELATIVE_RESIDUAL;
		for (int k = 0; k < 10 * parts && square > goal; k++) {
			double[] applied = apply(direction);
			double length = square / dot(direction, applied);
			for (int a = 0; a < parts; a++) {
				offsets[a] += length * direction[a];
				residual[a] -= length * applied[a];
			}
			double next = dot(residual, residual);
			for (int a = 0; a < parts; a++)
				direction[a] = residual[a] + next / square * direction[a];
			square = next;
		}
		return offsets;
	}

	private double[] apply(double[] x) {
		double[] out = new double[parts];
		for (Link link : links.values()) {
			double flow = link.weight * (x[link.to] - x[link.from]);
			out[link.to] += flow;
			out[link.from] -= flow;
		}
		return out;
	}

	private static double dot(double[] a, double[] b) {
		double sum = 0;
		for (int k = 0; k < a.length; k++)
			sum += a[k] * b[k];
		return sum;
	}
}
