// SPDX-License-Identifier: EPL-2.0
/** What the user prefers: device, colours, units, folders. */
package org.pxst.ui.internal.preferences;
