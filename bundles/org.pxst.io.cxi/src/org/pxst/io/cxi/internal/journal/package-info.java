// SPDX-License-Identifier: EPL-2.0
/** Changes to an existing file that happen wholly or not at all, whatever interrupts them: a redo journal. */
package org.pxst.io.cxi.internal.journal;
