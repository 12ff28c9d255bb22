// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.view;

import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;

/**
 * Says whether a part is on screen, or hidden behind others. The page does not report a part that was made in one perspective
 * and is shown in another; but what is painted is seen.
 */
public final class PartVisibility implements IPartListener2, AutoCloseable {
	private final IWorkbenchPart part;
	private final Consumer<Boolean> listener;
	private final IWorkbenchPage page;
	private boolean closed;
	private boolean seen;

	/**
	 * @param part     the part
	 * @param control  all that is in it
	 * @param listener hears about each change, in the UI thread, after this constructor returned
	 */
	public PartVisibility(IWorkbenchPart part, Control control, Consumer<Boolean> listener) {
		this.part = part;
		this.listener = listener;
		page = part.getSite().getPage();
		page.addPartListener(this);
		// while it is being made, the page does not count it as visible yet
		control.getDisplay().asyncExec(() -> set(seen || !closed && page.isPartVisible(part)));
		control.addListener(SWT.Paint, e -> {
			if (!seen)
				// not while it is being painted: who listens may change it
				control.getDisplay().asyncExec(() -> set(!control.isDisposed() && control.isVisible()));
		});
	}

	private void set(boolean visible) {
		if (closed || visible == seen)
			return;
		seen = visible;
		listener.accept(visible);
	}

	@Override
	public void partVisible(IWorkbenchPartReference reference) {
		if (reference.getPart(false) == part)
			set(true);
	}

	@Override
	public void partHidden(IWorkbenchPartReference reference) {
		if (reference.getPart(false) == part)
			set(false);
	}

	@Override
	public void close() {
		closed = true;
		page.removePartListener(this);
	}
}
