// SPDX-License-Identifier: EPL-2.0
/** What the views of the detector's frames share: reading frames and what belongs to them, the whitefield. */
package org.pxst.ui.internal.detector;
