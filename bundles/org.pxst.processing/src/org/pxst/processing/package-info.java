// SPDX-License-Identifier: EPL-2.0
/** The steps of a reconstruction and the pipeline that runs them. */
package org.pxst.processing;
