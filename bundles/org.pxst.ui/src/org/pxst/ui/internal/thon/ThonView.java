// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.thon;

import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.eclipse.swt.widgets.Composite;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScanReader;
import org.pxst.ui.view.ScanView;

/** Thon rings: the power spectrum of the frames with the fitted rings, and the defoci that they give. */
public final class ThonView extends ScanView<ThonData> {
	private ThonPanel panel;

	@Override
	protected void createContent(Composite parent) {
		panel = new ThonPanel(parent);
	}

	@Override
	protected ThonData read(ScanReader reader, IMonitor monitor) {
		return ThonData.read(reader);
	}

	@Override
	protected void show(OpenScan scan, ThonData content) {
		panel.show(content);
	}

	@Override
	protected void scanChanged(Optional<OpenScan> scan) {
		panel.clear();
	}

	/** The fitted rings that are drawn on the spectrum; empty when they are switched off. For tests. */
	public Optional<EllipseOverlay> ellipses() {
		return panel.ellipses();
	}

	@Override
	public void setFocus() {
		panel.setFocus();
	}
}
