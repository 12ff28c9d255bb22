// SPDX-License-Identifier: EPL-2.0
/** Exceptions that all parts of PXST share. */
package org.pxst.core;
