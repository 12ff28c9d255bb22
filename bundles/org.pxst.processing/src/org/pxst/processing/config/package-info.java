// SPDX-License-Identifier: EPL-2.0
/** Configuration files of steps: the ini files of the 2020 suite, and the records of what was run. */
package org.pxst.processing.config;
