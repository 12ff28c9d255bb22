// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.january.IMonitor;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Turns signals into cancelling while it is open. The first INT, TERM or HUP cancels, so that the work can stop and what
 * it has can be written; a second one ends the process at once. Handling them here also keeps the framework and the
 * virtual machine from shutting down in the middle of the writing.
 */
final class Interruption implements IMonitor, AutoCloseable {
	private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

	private final Consumer<String> subTasks;
	private final List<Runnable> restore = new ArrayList<>();
	private volatile boolean cancelled;

	/**
	 * Takes over the signals.
	 *
	 * @param announce called once, from a thread of its own, when the work is to stop
	 * @param subTasks hears what the work is at; called from any thread
	 */
	Interruption(Runnable announce, Consumer<String> subTasks) {
		this.subTasks = subTasks;
		for (String name : SIGNALS) {
			Signal signal = new Signal(name);
			SignalHandler before = Signal.handle(signal, s -> interrupt(announce));
			if (before == SignalHandler.SIG_IGN)
				// under nohup, or in the background of a script, it is to stay ignored
				Signal.handle(signal, before);
			else
				restore.add(() -> giveBack(signal, before));
		}
	}

	/**
	 * A native library (PoCL's compiler) may have had the signal in between. Java then hands out a handler for nobody, that it
	 * does not take back.
	 */
	private static void giveBack(Signal signal, SignalHandler before) {
		try {
			Signal.handle(signal, before);
		} catch (NullPointerException e) {
			Signal.handle(signal, SignalHandler.SIG_DFL);
		}
	}

	private synchronized void interrupt(Runnable announce) {
		if (cancelled)
			Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
		cancelled = true;
		announce.run();
	}

	@Override
	public boolean isCancelled() {
		return cancelled;
	}

	@Override
	public void worked(int amount) {
		// the listener hears of each iteration; there is no total to measure against
	}

	@Override
	public void subTask(String name) {
		subTasks.accept(name);
	}

	/** Gives the signals back. */
	@Override
	public void close() {
		restore.forEach(Runnable::run);
	}
}
