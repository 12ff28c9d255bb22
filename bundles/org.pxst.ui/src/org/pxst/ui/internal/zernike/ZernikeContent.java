// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.zernike;

/**
 * What the view of the Zernike polynomials shows.
 *
 * @param model  makes other sums of the same polynomials
 * @param result the sum at first
 */
public record ZernikeContent(ZernikeModel model, ZernikeResult result) {
}
