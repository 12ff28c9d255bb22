// SPDX-License-Identifier: EPL-2.0
/** A wizard for each step, made from what the step declares, with a preview of what it would find. */
package org.pxst.ui.internal.wizard;
