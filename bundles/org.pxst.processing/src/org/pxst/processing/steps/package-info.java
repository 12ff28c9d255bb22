// SPDX-License-Identifier: EPL-2.0
/** Steps of the paper that work on the frames and on the unknowns together, for use one by one. */
package org.pxst.processing.steps;
