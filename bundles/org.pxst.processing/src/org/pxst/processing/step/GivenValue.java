// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

import org.pxst.core.literal.Literal;

/**
 * What a user gives for a parameter.
 *
 * @param value the literal; text that begins with a slash, or that is an existing file's name with a path after it, stands for
 *              a data set
 * @param where where it was given, for messages: "make_mask.ini, line 3" or "--threshold"
 */
public record GivenValue(Literal value, String where) {
}
