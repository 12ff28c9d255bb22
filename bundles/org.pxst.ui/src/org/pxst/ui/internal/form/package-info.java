// SPDX-License-Identifier: EPL-2.0
/** Forms for the parameters of steps, made from what the steps declare. */
package org.pxst.ui.internal.form;
