// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

/**
 * A figure with its name.
 *
 * @param name  what it is
 * @param value with unit
 * @param note  what else there is to say; empty for nothing
 */
record Fact(String name, String value, String note) {
}
