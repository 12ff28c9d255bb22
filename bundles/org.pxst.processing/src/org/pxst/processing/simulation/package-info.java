// SPDX-License-Identifier: EPL-2.0
/** Simulated scans as files. */
package org.pxst.processing.simulation;
