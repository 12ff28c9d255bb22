// SPDX-License-Identifier: EPL-2.0
/** The steps of a scan as a pipeline: which take part, with what parameters, and in what state their results are. */
package org.pxst.ui.internal.pipeline;
