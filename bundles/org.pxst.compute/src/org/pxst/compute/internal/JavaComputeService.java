// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.ComputeService;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.FrameSource;

/** The back end in Java: no device, all cores, the reference for the others. */
public final class JavaComputeService implements ComputeService {
	/** Bytes a detector pixel that no scan can be worked on without: maps, whitefields, errors, a few frames on their way. */
	private static final double WORKING_BYTES = 64;

	private static final int MOST_PIXELS = Integer.MAX_VALUE / Float.BYTES;

	private final FrameRoom room;

	/** With as much memory as there is. */
	public JavaComputeService() {
		this(FrameRoom.here());
	}

	JavaComputeService(FrameRoom room) {
		this.room = room;
	}

	@Override
	public String name() {
		return "Java, " + Runtime.getRuntime().availableProcessors() + " threads";
	}

	@Override
	public ComputeScan open(FrameSource frames, int[] goodFrames, IMonitor monitor) {
		String what = goodFrames.length + " frames of " + frames.rows() + " x " + frames.columns() + " pixels";
		double pixels = (double) frames.rows() * frames.columns();
		HeapRoom.require(WORKING_BYTES * pixels, what, "bin their pixels");
		if (pixels > MOST_PIXELS)
			throw new InvalidDataException(what + " are too large: a frame may have " + MOST_PIXELS + " pixels; bin them");
		return new JavaComputeScan(LoadedFrames.load(frames, goodFrames, room, monitor));
	}
}
