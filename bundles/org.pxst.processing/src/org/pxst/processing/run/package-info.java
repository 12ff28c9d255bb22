// SPDX-License-Identifier: EPL-2.0
/** Runs steps from a file to a file, alone or several in a row: what the commands and the workbench have in common. */
package org.pxst.processing.run;
