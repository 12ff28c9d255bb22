// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.view;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IViewPart;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScans;
import org.pxst.ui.session.OpenScansListener;
import org.slf4j.LoggerFactory;

/**
 * What a view of one scan consists of: it follows the open scans, reads when it is visible, and shows content or messages.
 * Lives as long as the view. For the UI thread.
 *
 * @param <T> what is read
 */
public final class ScanContent<T> implements AutoCloseable {
	private final IViewPart view;
	private final Function<OpenScans, Optional<OpenScan>> choice;
	private final Consumer<Optional<OpenScan>> chosen;
	private final HeldService<OpenScans> access = new HeldService<>(OpenScans.class);
	private final ContentStack stack;
	private final ContentReading<T> reading;
	private PartVisibility visibility;

	private final OpenScansListener listener = new OpenScansListener() {
		@Override
		public void opened(OpenScan scan) {
			choose();
		}

		@Override
		public void closed(OpenScan scan) {
			choose();
		}

		@Override
		public void currentChanged(Optional<OpenScan> current) {
			choose();
		}

		@Override
		public void changed(OpenScan scan) {
			if (reading.scan().filter(scan::equals).isPresent())
				reading.update();
		}
	};

	/**
	 * @param view   whose content it is
	 * @param parent where
	 * @param part   what is read and shown
	 * @param choice which of the open scans is shown
	 * @param none   the message when there is none
	 * @param chosen hears which scan is shown
	 */
	public ScanContent(IViewPart view, Composite parent, ContentPart<T> part, Function<OpenScans, Optional<OpenScan>> choice,
			String none, Consumer<Optional<OpenScan>> chosen) {
		this.view = view;
		this.choice = choice;
		this.chosen = chosen;
		stack = new ContentStack(parent, new OpenScanCommand(view.getViewSite())::run);
		reading = new ContentReading<>(part, stack, none);
	}

	/**
	 * Makes the widgets, and begins to read.
	 *
	 * @param maker makes what is in the view when it shows content; when it fails, the view says so from then on
	 */
	public void start(Consumer<Composite> maker) {
		try {
			maker.accept(stack.content());
		} catch (RuntimeException e) {
			LoggerFactory.getLogger(view.getClass()).error("the view cannot be made", e);
			reading.breakDown("This view cannot be shown (" + e + "). The log has the details.");
		}
		scans().addListener(listener);
		visibility = new PartVisibility(view, stack, reading::setVisible);
		choose();
	}

	private void choose() {
		Optional<OpenScan> scan = choice.apply(scans());
		chosen.accept(scan);
		reading.setScan(scan);
	}

	/** The open scans. */
	public OpenScans scans() {
		return access.get();
	}

	/** What is read, and what is on screen. */
	public ContentReading<T> reading() {
		return reading;
	}

	/** Shows a text in the window's status line; "" clears it. */
	public void status(String text) {
		view.getViewSite().getActionBars().getStatusLineManager().setMessage(text.isEmpty() ? null : text);
	}

	/** Gives the keyboard to the content or the message. */
	public void setFocus() {
		stack.setFocus();
	}

	@Override
	public void close() {
		if (visibility != null)
			visibility.close();
		scans().removeListener(listener);
		access.close();
	}
}
