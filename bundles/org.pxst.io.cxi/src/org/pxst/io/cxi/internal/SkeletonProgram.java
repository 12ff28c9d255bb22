// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Work on a skeleton in a process of its own, so that a file that makes the HDF5 library crash or hang does not take the
 * main program with it. {@link SkeletonProcess} starts it and talks to it through its standard input and output.
 */
final class SkeletonProgram {
	private SkeletonProgram() {
	}

	/** Reads what to do from standard input, does it, and holds the file until standard input ends. */
	public static void main(String[] arguments) throws IOException {
		// without the one who wants the skeleton there is no use in going on
		ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
		DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
		DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
		System.setOut(System.err);
		try {
			work(in, out);
		} catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
			out.writeByte(SkeletonMessages.FAILED);
			SkeletonMessages.writeText(out,
					e instanceof IOException && e.getMessage() != null ? e.getMessage() : Reason.of(e));
			out.flush();
			// the library may not be fit to close the file
			Runtime.getRuntime().halt(1);
		}
	}

	private static void work(DataInputStream in, DataOutputStream out) throws IOException {
		Path target = Path.of(SkeletonMessages.readText(in));
		Path skeleton = Path.of(SkeletonMessages.readText(in));
		Content content = SkeletonMessages.readContent(in);
		synchronized (NativeHdf5.LOCK) {
			try (SkeletonWork work = LocalSkeleton.start(target, skeleton, content)) {
				ValueRegions values = work.values();
				out.writeByte(SkeletonMessages.VALUES);
				SkeletonMessages.write(out, values);
				out.flush();
				if (in.read() != SkeletonMessages.FILL)
					return;
				work.fill();
				out.writeByte(SkeletonMessages.DONE);
				out.flush();
				// held until the other one has finished
				in.read();
			}
		}
	}
}
