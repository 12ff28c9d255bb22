// SPDX-License-Identifier: EPL-2.0
/** Pictures of results, made without a display. */
package org.pxst.processing.images;
