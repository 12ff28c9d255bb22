// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

/**
 * A polynomial and its derivatives on the pixels of an image, from {@link PotentialFit}. Immutable.
 *
 * @param value   the polynomial, 0 in the middle of the image
 * @param alongSs its derivative per pixel along the slow scan axis
 * @param alongFs its derivative per pixel along the fast scan axis
 */
public record PolynomialPotential(PolynomialSurface value, PolynomialSurface alongSs, PolynomialSurface alongFs) {
}
