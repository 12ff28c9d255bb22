// SPDX-License-Identifier: EPL-2.0
/** What the model does not explain of the frames. */
package org.pxst.ui.internal.errors;
