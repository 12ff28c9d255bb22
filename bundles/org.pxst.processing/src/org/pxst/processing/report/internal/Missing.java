// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

/**
 * Something that the page has no data for.
 *
 * @param what   in words
 * @param reason why: which data set is not there, or what is wrong with it
 * @param step   the command that makes it
 */
record Missing(String what, String reason, String step) {
}
