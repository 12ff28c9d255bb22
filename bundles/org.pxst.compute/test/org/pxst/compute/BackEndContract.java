// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.pxst.core.scan.MemoryFrameSource;

/** What the parts of {@link ComputeServiceContract} share. */
interface BackEndContract {
	/** The back end that is tested. */
	ComputeService service();

	/** A monitor that nobody cancels. */
	default IMonitor monitor() {
		return new IMonitor.Stub();
	}

	/** All frames of a case. */
	default ComputeScan open(RandomCase random) {
		return open(random.rows(), random.columns(), random.frames());
	}

	/** All of these frames. */
	default ComputeScan open(int rows, int columns, float[][] frames) {
		return open(rows, columns, frames, IntStream.range(0, frames.length).toArray());
	}

	/** Some of these frames. */
	default ComputeScan open(int rows, int columns, float[][] frames, int... goodFrames) {
		return service().open(new MemoryFrameSource(rows, columns, frames), goodFrames, monitor());
	}
}
