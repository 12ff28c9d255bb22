// SPDX-License-Identifier: EPL-2.0
/** The queue of runs: each is a job; what it tells is kept, thinned out and brought to the UI thread. */
package org.pxst.ui.internal.run;
