// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in the order in which people count: frame_2 before frame_10. */
enum NaturalOrder implements Comparator<String> {
	/** The order. */
	INSTANCE;

	private static final Pattern PART = Pattern.compile("[0-9]+|[^0-9]+");

	@Override
	public int compare(String a, String b) {
		Matcher left = PART.matcher(a);
		Matcher right = PART.matcher(b);
		while (true) {
			boolean more = left.find();
			if (!right.find())
				return more ? 1 : a.compareTo(b);
			if (!more)
				return -1;
			String l = left.group();
			String r = right.group();
			int order = isNumber(l) && isNumber(r)
					? new BigInteger(l).compareTo(new BigInteger(r))
					: l.compareTo(r);
			if (order != 0)
				return order;
		}
	}

	private static boolean isNumber(String part) {
		return part.charAt(0) >= '0' && part.charAt(0) <= '9';
	}
}
