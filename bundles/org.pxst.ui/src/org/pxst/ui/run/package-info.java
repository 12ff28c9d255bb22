// SPDX-License-Identifier: EPL-2.0
/** What is computed in the workbench: the pipelines of the open scans, and the queue of runs. */
package org.pxst.ui.run;
