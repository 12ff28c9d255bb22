// SPDX-License-Identifier: EPL-2.0
/**
 * Arithmetic expressions that users write, such as {@code x + 0.5*sin(2*pi*y/100)}: read, never executed. There is nothing in
 * the language but numbers, the caller's variables and a fixed list of functions.
 */
package org.pxst.core.expression;
