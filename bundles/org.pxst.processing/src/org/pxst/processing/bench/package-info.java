// SPDX-License-Identifier: EPL-2.0
/** How long each step takes on each device. */
package org.pxst.processing.bench;
