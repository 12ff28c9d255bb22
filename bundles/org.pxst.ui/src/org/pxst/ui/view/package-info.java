// SPDX-License-Identifier: EPL-2.0
/** What all views of a scan share. */
package org.pxst.ui.view;
