// SPDX-License-Identifier: EPL-2.0
/**
 * Steps as they are declared: one class each, whose annotated fields are the single source of the ini file, the command
 * line and its help, the wizard page, the provenance record and the reference documentation.
 */
package org.pxst.processing.step;
