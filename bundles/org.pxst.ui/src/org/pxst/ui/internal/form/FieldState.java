// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.form;

import java.util.Optional;

import org.pxst.core.literal.Literal;

/**
 * What a field says.
 *
 * @param given   what is given; empty for the default
 * @param problem a sentence that says what is wrong; "" when nothing is
 * @param note    what else is to be known; "" for nothing
 */
record FieldState(Optional<Literal> given, String problem, String note) {
}
