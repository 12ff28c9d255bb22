// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pages that were read, for going back and forward. */
final class PageTrail {
	private final List<String> pages = new ArrayList<>();
	private int at = -1;

	/** Notes that a page is shown now; forgets those that one went back from. */
	void visit(String page) {
		if (at >= 0 && pages.get(at).equals(page))
			return;
		pages.subList(at + 1, pages.size()).clear();
		pages.add(page);
		at = pages.size() - 1;
	}

	/** The page before, which is the shown one now. */
	Optional<String> back() {
		return move(-1);
	}

	/** The page that one went back from, which is the shown one now. */
	Optional<String> forward() {
		return move(1);
	}

	private Optional<String> move(int by) {
		if (!canMove(by))
			return Optional.empty();
		at += by;
		return Optional.of(pages.get(at));
	}

	boolean canGoBack() {
		return canMove(-1);
	}

	boolean canGoForward() {
		return canMove(1);
	}

	private boolean canMove(int by) {
		return at + by >= 0 && at + by < pages.size();
	}
}
