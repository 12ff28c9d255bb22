// SPDX-License-Identifier: EPL-2.0
/** A page about a scan and its result, for people. */
package org.pxst.processing.report;
