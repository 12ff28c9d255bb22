// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.literal;

/**
 * {@code True} or {@code False}.
 *
 * @param value which
 */
public record Flag(boolean value) implements Literal {
	@Override
	public String text() {
		return value ? "True" : "False";
	}
}
