// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.view;

import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.pxst.ui.internal.view.ContentPart;
import org.pxst.ui.internal.view.ScanContent;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScans;
import org.pxst.ui.session.ReadQueue;
import org.pxst.ui.session.ScanReader;

/**
 * A view that shows something of the current scan. It shows the scan that is current, reads it in the background when it
 * becomes visible and again when the file changes, and has a message in place of its content as long as there is none: no
 * scan open, being read, not computed yet (and which step does it), unreadable, gone.
 * <p>
 * Subclasses say what to read ({@link #read}, in the background) and how to show it ({@link #show}, in the UI thread).
 *
 * @param <T> what is read for the view
 */
public abstract class ScanView<T> extends ViewPart {
	private ScanContent<T> content;

	/** The subclass, as those see it who run it. */
	private final class Part implements ContentPart<T> {
		@Override
		public T read(ScanReader reader, IMonitor monitor) {
			return ScanView.this.read(reader, monitor);
		}

		@Override
		public void show(OpenScan scan, T content) {
			ScanView.this.show(scan, content);
		}

		@Override
		public void scanChanged(Optional<OpenScan> scan) {
			ScanView.this.scanChanged(scan);
		}
	}

	/** Builds the widgets. Called once, in the UI thread, before anything is shown. */
	protected abstract void createContent(Composite parent);

	/**
	 * Reads what the view shows and computes what it needs. In a background thread: touches no widget.
	 *
	 * @throws org.pxst.ui.session.MissingContentException when the file does not have it yet
	 * @throws org.pxst.core.InvalidDataException          when it cannot be read
	 */
	protected abstract T read(ScanReader reader, IMonitor monitor);

	/**
	 * Shows what was read. In the UI thread; quick. Called again after the file changed: keeps what the user set (zoom,
	 * colours, cursors) as far as it still fits.
	 *
	 * @param scan    the scan that it is from
	 * @param content what {@link #read} returned
	 */
	protected abstract void show(OpenScan scan, T content);

	/** Called when another scan, or none, becomes current, before it is read: forgets what belongs to the old one. */
	protected void scanChanged(Optional<OpenScan> scan) {
	}

	/** The scan that the view shows. */
	protected final Optional<OpenScan> scan() {
		return content.reading().scan();
	}

	/** For reading more than {@link #read} does, on a user's request; belongs to the current scan. */
	protected final Optional<ReadQueue> queue() {
		return content.reading().queue();
	}

	/** The open scans. */
	protected final OpenScans openScans() {
		return content.scans();
	}

	/** Reads and shows again, for example after a setting changed what {@link #read} computes. */
	protected final void refresh() {
		content.reading().refresh();
	}

	/** Shows a text in the window's status line; "" clears it. */
	protected final void status(String text) {
		content.status(text);
	}

	/** Whether the content is on screen, and not a message; for tests. */
	public final boolean showsContent() {
		return content.reading().showsContent();
	}

	/** Whether the scan is not read yet that is to be shown; for tests and pictures. */
	public final boolean isWaiting() {
		return content.reading().isWaiting();
	}

	/** The message that is on screen in place of the content, "" when there is none; for tests. */
	public final String message() {
		return content.reading().message();
	}

	/** The line above the content that says what is wrong with the file meanwhile, "" when there is none; for tests. */
	public final String warning() {
		return content.reading().warning();
	}

	@Override
	public final void createPartControl(Composite parent) {
		// for help systems that follow what is active
		PlatformUI.getWorkbench().getHelpSystem().setHelp(parent, getSite().getId());
		content = new ScanContent<>(this, parent, new Part(), OpenScans::current, "No scan is open.",
				scan -> setTitleToolTip(scan.map(shown -> shown.file().toString()).orElse("")));
		content.start(this::createContent);
	}

	@Override
	public void setFocus() {
		content.setFocus();
	}

	@Override
	public void dispose() {
		if (content != null)
			content.close();
		super.dispose();
	}
}
