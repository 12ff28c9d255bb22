// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Cuts the detector into blocks of rows small enough to be worked on by one thread each.
 *
 * @param frames the frames
 * @param height rows of a block; the last may have fewer
 */
record RowBlocks(LoadedFrames frames, int height) {
	/** So many at least, so that no thread waits long for the last one. */
	private static final int BLOCKS_A_THREAD = 4;

	/** What a thread works with. */
	private record Worker<S>(RowBlock block, S scratch) {
	}

	static RowBlocks of(LoadedFrames frames) {
		double row = (double) frames.count() * frames.columns() * Float.BYTES;
		int shared = frames.rows() / (BLOCKS_A_THREAD * Runtime.getRuntime().availableProcessors());
		return new RowBlocks(frames, (int) Math.max(1, Math.min(shared, frames.block() / row)));
	}

	private int count() {
		return (frames.rows() + height - 1) / height;
	}

	/** Runs the body on each block. */
	void run(ParallelLoop loop, Consumer<RowBlock> body) {
		run(loop, () -> this, (block, none) -> body.accept(block));
	}

	/** Runs the body on each block, each thread with scratch memory of its own. */
	<S> void run(ParallelLoop loop, Supplier<S> scratch, BiConsumer<RowBlock, S> body) {
		run(loop, count(), scratch, body);
	}

	/** The same with no more than a number of scratch memories. */
	<S> void run(ParallelLoop loop, int most, Supplier<S> scratch, BiConsumer<RowBlock, S> body) {
		loop.run(count(), most, () -> new Worker<>(new RowBlock(frames, height), scratch.get()), (worker, piece) -> {
			int first = piece * height;
			worker.block.load(first, Math.min(height, frames.rows() - first));
			body.accept(worker.block, worker.scratch);
		});
	}
}
