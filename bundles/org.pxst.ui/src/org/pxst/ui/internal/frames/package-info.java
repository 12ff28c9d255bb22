// SPDX-License-Identifier: EPL-2.0
/** The frames of a scan: looking at them, and choosing those that are good. */
package org.pxst.ui.internal.frames;
