// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi;

/** Something to be written to a CXI file: values in memory, frames from a source, frames in other files, a group with attributes, or a link. */
public sealed interface CxiContent permits CxiDataset, CxiFrames, CxiGroup, CxiLink, CxiStack {
	/** Path inside the file; one that does not start with '/' is relative to the group it is written to. */
	String path();
}
