// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.focus;

import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.eclipse.swt.widgets.Composite;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScanReader;
import org.pxst.ui.view.ScanView;

/** Focus profile: the beam along both axes around its focus, with a movable plane, its profiles and widths. */
public final class FocusView extends ScanView<FocusContent> {
	private FocusPanel panel;

	@Override
	protected void createContent(Composite parent) {
		panel = new FocusPanel(parent);
	}

	@Override
	protected FocusContent read(ScanReader reader, IMonitor monitor) {
		return FocusContent.read(reader);
	}

	@Override
	protected void show(OpenScan scan, FocusContent content) {
		panel.show(content);
	}

	@Override
	protected void scanChanged(Optional<OpenScan> scan) {
		panel.clear();
	}

	/** Index of the plane whose profiles are shown; for tests. */
	public int plane() {
		return panel.plane();
	}
}
