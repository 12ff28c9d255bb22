// SPDX-License-Identifier: EPL-2.0
/**
 * The compute service: everything that touches all frames of a scan. Back ends are Declarative Services; the one in Java
 * is always there and is the reference for all others.
 */
package org.pxst.compute;
