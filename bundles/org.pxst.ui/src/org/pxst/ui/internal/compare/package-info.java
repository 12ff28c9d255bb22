// SPDX-License-Identifier: EPL-2.0
/** Results of two runs beside each other, and what differs. */
package org.pxst.ui.internal.compare;
