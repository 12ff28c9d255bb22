// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

import java.util.IdentityHashMap;
import java.util.Map;

import org.jfree.data.xy.XYDataset;
import org.pxst.processing.charts.CurveData;

/** Copies of points, made once and kept until the points change. For one thread. */
final class FrozenCache {
	private final Map<XYDataset, CurveData> copies = new IdentityHashMap<>();

	/** The copy of some points. */
	CurveData frozen(XYDataset data) {
		return copies.computeIfAbsent(data, CurveData::of);
	}

	/** Forgets all copies, when points have changed. */
	void clear() {
		copies.clear();
	}
}
