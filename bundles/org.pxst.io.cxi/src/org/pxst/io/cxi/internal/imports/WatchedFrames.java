// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.nio.ByteBuffer;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.PixelType;

/**
 * Frames that are being copied: each one can be the last, and is counted.
 *
 * @param source  where they come from
 * @param monitor asked before each frame, told after it
 */
record WatchedFrames(FrameSource source, IMonitor monitor) implements FrameSource {
	@Override
	public int frames() {
		return source.frames();
	}

	@Override
	public int rows() {
		return source.rows();
	}

	@Override
	public int columns() {
		return source.columns();
	}

	@Override
	public PixelType type() {
		return source.type();
	}

	@Override
	public void read(int first, int count, float[] target) {
		proceed(first);
		source.read(first, count, target);
		monitor.worked(count);
	}

	@Override
	public void readStored(int first, int count, ByteBuffer target) {
		for (int n = first; n < first + count; n++) {
			proceed(n);
			source.readStored(n, 1, target);
			monitor.worked(1);
		}
	}

	private void proceed(int frame) {
		if (monitor.isCancelled())
			throw new CancelledException("the import");
		monitor.subTask("copying frame " + (frame + 1) + " of " + frames());
	}
}
