// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;


/**
 * Makes a changed copy in a process of its own, so that a file that makes the HDF5 library crash or hang does not take the
 * main program with it. {@link RewriteProcess} starts it.
 */
final class RewriteProgram {
	private RewriteProgram() {
	}

	/** Reads the plan from standard input, carries it out, and answers on standard output. */
	public static void main(String[] arguments) throws IOException {
		// without the one who wants the copy there is no use in going on
		ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
		DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
		DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
		System.setOut(System.err);
		try {
			synchronized (NativeHdf5.LOCK) {
				LocalRewrite.run(RewritePlan.read(in), () -> false);
			}
			out.writeByte(SkeletonMessages.DONE);
		} catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
			out.writeByte(SkeletonMessages.FAILED);
			SkeletonMessages.writeText(out, e instanceof IOException && e.getMessage() != null ? e.getMessage() : Reason.of(e));
		}
		out.flush();
		// the library may not be fit to close its files
		Runtime.getRuntime().halt(0);
	}
}
