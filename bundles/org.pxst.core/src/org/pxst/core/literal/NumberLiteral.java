// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.literal;

/** A number, whole or not. */
public sealed interface NumberLiteral extends Literal permits LongLiteral, DoubleLiteral {
	/** The number; whole ones beyond 2^53 are rounded. */
	double asDouble();
}
