// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import java.util.Optional;

import org.eclipse.swt.widgets.Control;
import org.pxst.ui.run.Pipelines;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ReadQueue;

/** Knows the main loop that the file of the current scan has. For the UI thread. */
final class StoredLoops {
	/** What was read last. */
	private record Source(OpenScan scan, long generation, String group) {
	}

	private final Control owner;
	private final Pipelines pipelines;
	private final Runnable known;
	private Optional<Source> source = Optional.empty();
	private Optional<ReadQueue> queue = Optional.empty();
	private Optional<StoredLoop> loop = Optional.empty();
	private String problem = "";

	/**
	 * @param owner     nothing is delivered after it is disposed
	 * @param pipelines know the group of the results
	 * @param known     called when it is known what the file has
	 */
	StoredLoops(Control owner, Pipelines pipelines, Runnable known) {
		this.owner = owner;
		this.pipelines = pipelines;
		this.known = known;
	}

	/** Has the file read when it is another one, or its content may have changed. */
	void look(Optional<OpenScan> current) {
		Optional<Source> next = current.filter(scan -> scan.state() == OpenScan.State.READY)
				.map(scan -> new Source(scan, scan.generation(), pipelines.of(scan).group()));
		if (next.equals(source))
			return;
		if (!next.map(Source::scan).equals(source.map(Source::scan))) {
			forget();
			queue = next.map(now -> now.scan().queue(owner));
		}
		source = next;
		next.ifPresent(this::read);
	}

	private void read(Source from) {
		queue.ifPresent(reading -> reading.submit("loop", (reader, monitor) -> StoredLoop.read(reader, from.group()),
				found -> deliver(from, found, ""), failed -> deliver(from, Optional.empty(), failed.message())));
	}

	private void deliver(Source from, Optional<StoredLoop> found, String wrong) {
		if (source.filter(from::equals).isEmpty())
			return;
		loop = found;
		problem = wrong;
		known.run();
	}

	/** The loop; empty when there is none, or as long as it is not read. */
	Optional<StoredLoop> loop() {
		return loop;
	}

	/** Why it cannot be read, or "". */
	String problem() {
		return problem;
	}

	/** Reads no more. */
	void forget() {
		queue.ifPresent(ReadQueue::cancel);
		queue = Optional.empty();
		source = Optional.empty();
		loop = Optional.empty();
		problem = "";
	}
}
