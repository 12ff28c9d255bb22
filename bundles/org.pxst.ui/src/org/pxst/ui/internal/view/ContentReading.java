// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.view;

import java.util.Optional;

import org.pxst.ui.internal.view.ContentPage.Kind;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScan.State;
import org.pxst.ui.session.ReadProblem;
import org.pxst.ui.session.ReadQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides when a view's content is read, and what is on screen meanwhile and afterwards. Reads only while the view is
 * visible, and keeps what is on screen until there is something newer. For the UI thread; touches no widget itself.
 *
 * @param <T> what is read
 */
public final class ContentReading<T> {
	/** How long nothing is said about reading, ms. */
	static final int PATIENCE = 300;

	private static final Logger LOG = LoggerFactory.getLogger(ContentReading.class);
	private static final String SLOT = "content";
	private static final long NEVER = -1;

	private final ContentPart<T> part;
	private final ContentPage page;
	private final String none;
	private Optional<OpenScan> scan = Optional.empty();
	private Optional<ReadQueue> queue = Optional.empty();
	private boolean visible;
	/** The generation that was read, or is being read. */
	private long asked = NEVER;
	private boolean hasContent;
	private String failure = "";
	private Kind failureKind = Kind.PROBLEM;
	private String message = "";
	private String warning = "";
	private String breakdown = "";

	/**
	 * @param part what is read and shown
	 * @param page where
	 * @param none the message when there is no scan
	 */
	public ContentReading(ContentPart<T> part, ContentPage page, String none) {
		this.part = part;
		this.page = page;
		this.none = none;
	}

	/** The scan that is shown. */
	public Optional<OpenScan> scan() {
		return scan;
	}

	/** For more reading; belongs to the scan that is shown. */
	public Optional<ReadQueue> queue() {
		return queue;
	}

	/** Whether the content is on screen. */
	public boolean showsContent() {
		return hasContent && message.isEmpty();
	}

	/** Whether there is a scan to be shown that is not read yet. */
	public boolean isWaiting() {
		return scan.filter(this::isWaitingFor).isPresent();
	}

	private boolean isWaitingFor(OpenScan about) {
		return !hasContent && failure.isEmpty() && about.problem().isEmpty() && breakdown.isEmpty();
	}

	/** The message in place of the content, "" when there is none. */
	public String message() {
		return message;
	}

	/** The line above the content, "" when there is none. */
	public String warning() {
		return warning;
	}

	/** Shows another scan, or none. */
	public void setScan(Optional<OpenScan> next) {
		if (!next.equals(scan)) {
			queue.ifPresent(ReadQueue::cancel);
			scan = next;
			queue = next.map(page::queue);
			asked = NEVER;
			hasContent = false;
			failure = "";
			message = "";
			warning = "";
			if (breakdown.isEmpty())
				try {
					part.scanChanged(next);
				} catch (RuntimeException e) {
					LOG.error("a view does not get over another scan", e);
				}
		}
		update();
	}

	/** Whether somebody sees the view. */
	public void setVisible(boolean seen) {
		visible = seen;
		update();
	}

	/** The view cannot show anything, ever. */
	public void breakDown(String why) {
		breakdown = why;
		render();
	}

	/** The file's state or content may have changed. */
	public void update() {
		boolean due = scan.filter(s -> s.state() == State.READY && s.generation() != asked).isPresent();
		if (due && visible && breakdown.isEmpty())
			read(scan.get());
		scan.filter(s -> s.state() == State.OPENING).ifPresent(s -> sayLater(s, "Opening " + s.name() + " ..."));
		render();
	}

	/** Reads again. */
	public void refresh() {
		asked = NEVER;
		update();
	}

	private void read(OpenScan from) {
		asked = from.generation();
		failure = "";
		queue.orElseThrow().<T>submit(SLOT, part::read, content -> show(from, content), this::fail);
		sayLater(from, "Reading " + from.name() + " ...");
	}

	private void show(OpenScan from, T content) {
		try {
			part.show(from, content);
			hasContent = true;
		} catch (RuntimeException e) {
			LOG.error("{}: cannot be shown", from.file(), e);
			hasContent = false;
			failure = "This cannot be shown (" + e + "). The log has the details.";
			failureKind = Kind.PROBLEM;
		}
		render();
	}

	private void fail(ReadProblem problem) {
		failure = problem.message();
		failureKind = problem.missing() ? Kind.HINT : Kind.PROBLEM;
		// what somebody is working on stays when it only cannot be read right now
		hasContent &= !problem.missing();
		render();
	}

	private void sayLater(OpenScan about, String text) {
		page.later(PATIENCE, () -> {
			if (isWaitingFor(about) && visible && scan.filter(about::equals).isPresent())
				showMessage(text, Kind.HINT);
		});
	}

	private void render() {
		if (!breakdown.isEmpty())
			showMessage(breakdown, Kind.PROBLEM);
		else if (scan.isEmpty())
			showMessage(none, Kind.NO_SCAN);
		else if (!scan.get().problem().isEmpty())
			showProblem(scan.get().problem(), Kind.PROBLEM);
		else if (!failure.isEmpty())
			showProblem(failure, failureKind);
		else if (hasContent)
			showContent("");
	}

	private void showProblem(String text, Kind kind) {
		if (hasContent)
			showContent(text);
		else
			showMessage(text, kind);
	}

	private void showContent(String above) {
		message = "";
		warning = above;
		page.showContent(above);
	}

	private void showMessage(String text, Kind kind) {
		message = text;
		warning = "";
		page.showMessage(text, kind);
	}
}
