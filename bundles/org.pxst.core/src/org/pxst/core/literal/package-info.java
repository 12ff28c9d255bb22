// SPDX-License-Identifier: EPL-2.0
/**
 * Values written as Python literals, as in the suite's ini files: parsed, never evaluated. Immutable values, callable
 * from any thread.
 */
package org.pxst.core.literal;
