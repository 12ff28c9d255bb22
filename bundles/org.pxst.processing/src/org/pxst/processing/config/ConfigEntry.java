// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.config;

import org.pxst.core.literal.Literal;

/**
 * A line of a configuration file that gives a value.
 *
 * @param key   in lower case
 * @param value what it says in Python's notation; text where it is none
 * @param line  its number, from 1 on
 */
public record ConfigEntry(String key, Literal value, int line) {
}
