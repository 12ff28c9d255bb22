// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.session;

/**
 * Why there is nothing to show.
 *
 * @param message what is missing or wrong, and what to do, in words for the user
 * @param missing whether it is only not there yet (not computed, not in the file), so that nothing is wrong
 */
public record ReadProblem(String message, boolean missing) {
}
