// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.pxst.core.CancelledException;

/** Has a changed copy made by a process of its own; see {@link RewriteProgram}. */
final class RewriteProcess {
	/** How often the cancelled is asked, in ms. */
	private static final long WATCH = 50;

	private RewriteProcess() {
	}

	/** Does it; see {@link RewritePlan.Work}. */
	static void run(RewritePlan plan, BooleanSupplier cancelled) throws IOException {
		Process process = new ProcessBuilder(SkeletonProcess.command(RewriteProgram.class))
				.redirectError(ProcessBuilder.Redirect.DISCARD).start();
		try (DataInputStream in = new DataInputStream(process.getInputStream())) {
			try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()))) {
				plan.write(out);
			}
			while (!process.waitFor(WATCH, TimeUnit.MILLISECONDS))
				if (cancelled.getAsBoolean())
					throw new CancelledException("rewriting " + plan.source());
			if (in.readByte() != SkeletonMessages.DONE)
				throw new IOException(SkeletonMessages.readText(in));
		} catch (EOFException e) {
			throw new IOException("the HDF5 library crashed on this file, which seems to be damaged; copy the file again", e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancelledException("rewriting " + plan.source());
		} finally {
			end(process);
		}
	}

	/** Waits for it, so that it writes nothing any more. */
	private static void end(Process process) {
		boolean interrupted = false;
		process.destroyForcibly();
		while (process.isAlive())
			try {
				process.waitFor();
			} catch (InterruptedException e) {
				interrupted = true;
			}
		if (interrupted)
			Thread.currentThread().interrupt();
	}
}
