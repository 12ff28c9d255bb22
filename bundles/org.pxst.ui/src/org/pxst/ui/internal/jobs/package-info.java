// SPDX-License-Identifier: EPL-2.0
/** The view of all runs: how far they are, what they said, and what can be done about them. */
package org.pxst.ui.internal.jobs;
