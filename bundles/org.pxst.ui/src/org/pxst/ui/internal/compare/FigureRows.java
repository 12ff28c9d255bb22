// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.compare;

import java.util.ArrayList;
import java.util.List;

import org.pxst.ui.internal.preferences.PhotonUnit;
import org.pxst.ui.view.SiPrefix;

/**
 * Figures of two runs as rows of text: what, A, B, and how much larger B is.
 *
 * @param light how the light is named
 */
record FigureRows(PhotonUnit light) {
	/** Those that at least one of them has. */
	List<String[]> of(List<KeyFigure> a, List<KeyFigure> b) {
		List<String[]> rows = new ArrayList<>();
		for (int k = 0; k < a.size(); k++)
			if (Double.isFinite(a.get(k).value()) || Double.isFinite(b.get(k).value()))
				rows.add(row(a.get(k), b.get(k)));
		return rows;
	}

	private String[] row(KeyFigure a, KeyFigure b) {
		double difference = b.value() - a.value();
		boolean same = difference == 0;
		if (a.name().equals(KeyFigures.LIGHT))
			return new String[] { light.label(), light.text(a.value()), light.text(b.value()), same ? "same" : "" };
		return new String[] { a.name(), text(a), text(b),
				same ? "same" : Double.isFinite(difference) ? SiPrefix.text(difference, a.unit()) : "" };
	}

	private static String text(KeyFigure figure) {
		return Double.isFinite(figure.value()) ? SiPrefix.text(figure.value(), figure.unit()) : "not there";
	}
}
