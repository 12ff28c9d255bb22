// SPDX-License-Identifier: EPL-2.0
/**
 * For those who write back ends: what all of them must do alike for the same frames to give the same numbers, whatever the
 * device, the number of threads and the parts that a scan is cut into.
 */
package org.pxst.compute.backend;
