// SPDX-License-Identifier: EPL-2.0
/** The headless application and its command line. */
package org.pxst.app.internal;
