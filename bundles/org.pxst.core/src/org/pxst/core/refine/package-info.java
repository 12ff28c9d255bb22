// SPDX-License-Identifier: EPL-2.0
/** The main loop's steps that work on maps and positions (paper, sections 4.2 to 4.4). */
package org.pxst.core.refine;
