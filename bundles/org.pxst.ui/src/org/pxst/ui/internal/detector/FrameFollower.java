// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.detector;

import java.util.Optional;

import org.pxst.ui.session.ScanSelection;

/** Follows the current frame of one scan at a time. For the UI thread. */
public final class FrameFollower {
	private final ScanSelection.Listener listener;
	private Optional<ScanSelection> followed = Optional.empty();

	/** @param changed called when another frame became current */
	public FrameFollower(Runnable changed) {
		listener = new ScanSelection.Listener() {
			@Override
			public void frameChanged(int frame) {
				changed.run();
			}
		};
	}

	/** Follows another scan, or none. */
	public void follow(Optional<ScanSelection> selection) {
		followed.ifPresent(old -> old.removeListener(listener));
		followed = selection;
		followed.ifPresent(now -> now.addListener(listener));
	}
}
