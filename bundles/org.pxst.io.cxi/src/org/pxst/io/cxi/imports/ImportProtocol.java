// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.imports;

/**
 * A protocol that comes with PXST.
 *
 * @param name        the name it is chosen by
 * @param description what kind of files it is for, in one line
 * @param text        the protocol itself, in the language of the mapping files; a start for one's own
 */
public record ImportProtocol(String name, String description, String text) {
}
