// SPDX-License-Identifier: EPL-2.0
/** What the views that edit something of a scan share: undo, the dirty star, saving. */
package org.pxst.ui.internal.edit;
