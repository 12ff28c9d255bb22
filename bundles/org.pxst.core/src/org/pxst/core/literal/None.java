// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.literal;

/** {@code None}: no value. All are equal. */
public record None() implements Literal {
	@Override
	public String text() {
		return "None";
	}
}
