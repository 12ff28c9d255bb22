// SPDX-License-Identifier: EPL-2.0
/** Comparison of a result with the truth that a scan was simulated from. */
package org.pxst.processing.score;
