// SPDX-License-Identifier: EPL-2.0
/** The reference image: what a plane wave would show of the sample. */
package org.pxst.ui.internal.reference;
