// SPDX-License-Identifier: EPL-2.0
/** Simulated scans with known truth, made by wave optics. */
package org.pxst.core.simulation;
