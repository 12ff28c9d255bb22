// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.view;

import java.util.function.Consumer;

import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;

/** Says whether a part is on screen, or hidden behind others. */
public final class PartVisibility implements IPartListener2, AutoCloseable {
	private final IWorkbenchPart part;
	private final Consumer<Boolean> listener;
	private final IWorkbenchPage page;
	private boolean closed;

	/**
	 * @param part     the part
	 * @param listener hears about each change; after this constructor returned also about how it is now
	 */
	public PartVisibility(IWorkbenchPart part, Consumer<Boolean> listener) {
		this.part = part;
		this.listener = listener;
		page = part.getSite().getPage();
		page.addPartListener(this);
		// while it is being made, the page does not count it as visible yet
		part.getSite().getShell().getDisplay().asyncExec(() -> {
			if (!closed && page.isPartVisible(part))
				listener.accept(true);
		});
	}

	@Override
	public void partVisible(IWorkbenchPartReference reference) {
		if (reference.getPart(false) == part)
			listener.accept(true);
	}

	@Override
	public void partHidden(IWorkbenchPartReference reference) {
		if (reference.getPart(false) == part)
			listener.accept(false);
	}

	@Override
	public void close() {
		closed = true;
		page.removePartListener(this);
	}
}
