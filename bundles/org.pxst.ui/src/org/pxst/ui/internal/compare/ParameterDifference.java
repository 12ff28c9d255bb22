// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.compare;

/**
 * Something that two runs were made with and that is not the same.
 *
 * @param step what has the parameter
 * @param name of the parameter
 * @param a    what it was in A; "" when A does not have it
 * @param b    what it was in B; "" when B does not have it
 */
public record ParameterDifference(String step, String name, String a, String b) {
}
