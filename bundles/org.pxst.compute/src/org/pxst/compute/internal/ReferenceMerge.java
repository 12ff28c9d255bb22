// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;

import org.pxst.compute.Samples;
import org.pxst.compute.backend.DepositCount;
import org.pxst.compute.backend.FixedPoint;
import org.pxst.compute.backend.ReferenceExtent;
import org.pxst.compute.backend.ReferenceSums;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;

/** The merge of all frames onto the reference image (paper, equation 3), with bilinear deposit. */
record ReferenceMerge(LoadedFrames frames, ForwardModel model, ReferenceExtent extent, Rays rays, ParallelLoop loop) {
	/** Part of the heap that the sums of all threads may take together. */
	private static final double PART = 0.25;
	/** Bytes a pixel of the reference image at least: the sums of one thread, what they are counted with, and two images. */
	private static final int BYTES = ReferenceDeposit.BYTES + Integer.BYTES + 2 * Float.BYTES;
	/** Pixels of the reference image that are added up at a time. */
	private static final int PIECE = 1 << 16;

	static ReferenceMerge onto(ReferenceExtent extent, LoadedFrames frames, ForwardModel model, ParallelLoop loop) {
		HeapRoom.require((double) extent.size() * BYTES + frames.storage().heapBytes(),
				extent.describe(model, frames.index()), "check positions and defocus");
		return new ReferenceMerge(frames, model, extent, Rays.of(model, extent.n0(), extent.m0()), loop);
	}

	/** {@code Iref = sum_n W I / sum_n W^2}. */
	ReferenceImage merge(double minimumOverlap, Samples samples) {
		float[] w = model.whitefield().values();
		float[] brightest = frames.survey().brightest().values();
		double largest = 0;
		double largestSquare = 0;
		for (int p = 0; p < w.length; p++)
			if (model.mask().good()[p]) {
				largest = Math.max(largest, w[p] * brightest[p]);
				largestSquare = Math.max(largestSquare, w[p] * w[p]);
			}
		return sums(largest, largestSquare, (block, deposit) -> {
			int[] good = block.good(model.mask());
			for (int k = 0; k < frames.count(); k++)
				deposit(block, k, good, samples, deposit);
		}).image(model, minimumOverlap);
	}

	private void deposit(RowBlock block, int k, int[] good, Samples samples, ReferenceDeposit deposit) {
		float[] w = model.whitefield().values();
		float[] frame = block.frame(k);
		int n = frames.index()[k];
		int i = rays.dss().whole()[n];
		int j = rays.dfs().whole()[n];
		float s = rays.dss().part()[n];
		float f = rays.dfs().part()[n];
		for (int q : good) {
			int p = block.first() + q;
			if (samples.areAll() || samples.contain(n, p))
				deposit.add(rays.uss().whole()[p] + i, rays.uss().part()[p] + s, rays.ufs().whole()[p] + j,
						rays.ufs().part()[p] + f, w[p] * frame[q], w[p] * w[p]);
		}
	}

	/**
	 * Adds up what is deposited block by block.
	 *
	 * @param largest       largest value
	 * @param largestWeight largest weight
	 * @param body          deposits the samples of a block
	 */
	ReferenceSums sums(double largest, double largestWeight, BiConsumer<RowBlock, ReferenceDeposit> body) {
		long count = DepositCount.most(model.mask(), rays.uss(), rays.ufs(), frames.count());
		FixedPoint numeratorScale = FixedPoint.forSum(largest, count);
		FixedPoint denominatorScale = FixedPoint.forSum(largestWeight, count);
		Queue<ReferenceDeposit> parts = new ConcurrentLinkedQueue<>();
		double room = PART * Runtime.getRuntime().maxMemory() / ReferenceDeposit.BYTES;
		RowBlocks.of(frames).run(loop, (int) Math.max(1, room / extent.size()), () -> {
			ReferenceDeposit part = new ReferenceDeposit(extent, numeratorScale, denominatorScale);
			parts.add(part);
			return part;
		}, body);
		ReferenceDeposit sum = parts.remove();
		addUp(List.copyOf(parts), sum);
		return new ReferenceSums(extent, sum.numerator(), sum.denominator(), numeratorScale, denominatorScale);
	}

	private void addUp(List<ReferenceDeposit> parts, ReferenceDeposit sum) {
		loop.run((extent.size() + PIECE - 1) / PIECE, piece -> {
			int end = Math.min(extent.size(), (piece + 1) * PIECE);
			for (ReferenceDeposit part : parts)
				for (int c = piece * PIECE; c < end; c++) {
					sum.numerator()[c] += part.numerator()[c];
					sum.denominator()[c] += part.denominator()[c];
				}
		});
	}
}
