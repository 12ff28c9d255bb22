// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.util.Locale;

/** Numbers for a reader: six digits, and no zeros that say nothing. */
public final class NumberText {
	private NumberText() {
	}

	/** A number for a reader. */
	public static String of(double value) {
		if (value == Math.rint(value) && Math.abs(value) < 1e6)
			return Long.toString((long) value);
		String text = String.format(Locale.ROOT, "%.6g", value);
		int e = text.indexOf('e');
		String mantissa = e < 0 ? text : text.substring(0, e);
		if (mantissa.contains("."))
			mantissa = mantissa.replaceAll("\\.?0+$", "");
		return e < 0 ? mantissa : mantissa + text.substring(e);
	}
}
