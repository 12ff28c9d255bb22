// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Memory that is used again and again, one buffer for each thread that is at work. */
final class ScratchBuffers {
	private final boolean direct;
	private final Queue<SoftReference<ByteBuffer>> idle = new ConcurrentLinkedQueue<>();

	/** @param direct whether the buffers lie outside the heap */
	ScratchBuffers(boolean direct) {
		this.direct = direct;
	}

	/**
	 * A buffer, to be given back.
	 *
	 * @param bytes its limit; what it holds is undefined
	 */
	ByteBuffer take(int bytes) {
		SoftReference<ByteBuffer> kept = idle.poll();
		ByteBuffer buffer = kept == null ? null : kept.get();
		if (buffer == null || buffer.capacity() < bytes)
			buffer = direct ? ByteBuffer.allocateDirect(bytes) : ByteBuffer.allocate(bytes);
		return buffer.clear().limit(bytes);
	}

	/** Takes a buffer back. */
	void giveBack(ByteBuffer buffer) {
		idle.add(new SoftReference<>(buffer));
	}
}
