// SPDX-License-Identifier: EPL-2.0
/**
 * What the views that edit something of a scan share: undo, the dirty star, saving, the question before something is closed,
 * messages, and work in the background.
 */
package org.pxst.ui.internal.edit;
