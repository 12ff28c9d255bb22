// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.nio.file.Path;
import java.util.Optional;

import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScans;

/** Opens the scan of a wizard, and closes again what was not open before unless it is to be kept. For the UI thread. */
final class ScanOpening {
	private final OpenScans scans;
	private final Optional<OpenScan> before;
	private Optional<OpenScan> opened = Optional.empty();
	private boolean isOurs;

	/** @param scans the open scans */
	ScanOpening(OpenScans scans) {
		this.scans = scans;
		before = scans.current();
	}

	/** Opens a file, and closes another one that was opened here. */
	OpenScan open(Path file) {
		if (opened.filter(scan -> scan.file().equals(file) && scans.scans().contains(scan)).isEmpty()) {
			close();
			boolean known = scans.scans().stream().anyMatch(scan -> scan.file().equals(file));
			opened = Optional.of(scans.open(file));
			isOurs = !known;
		}
		return opened.get();
	}

	/** The scan, when it is open. */
	Optional<OpenScan> opened() {
		return opened;
	}

	/** Leaves it open. */
	void keep() {
		isOurs = false;
		opened.filter(scans.scans()::contains).ifPresent(scans::makeCurrent);
	}

	/** Closes what was opened here, and shows what was shown before. */
	void undo() {
		close();
		before.filter(scans.scans()::contains).ifPresent(scans::makeCurrent);
	}

	private void close() {
		if (isOurs)
			opened.filter(scans.scans()::contains).ifPresent(scans::close);
		opened = Optional.empty();
		isOurs = false;
	}
}
