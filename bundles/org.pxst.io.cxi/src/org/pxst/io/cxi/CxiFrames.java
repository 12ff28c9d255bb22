// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi;

import java.util.Map;

import org.pxst.core.scan.FrameSource;

/**
 * A stack of frames to be written, shape (N, M, L) in the source's own type, taken from the source block by block so that
 * it need not fit into memory.
 *
 * @param path       path inside the file; one that does not start with '/' is relative to the group it is written to
 * @param frames     where they come from
 * @param attributes attributes by name, values String, Double, Integer or Boolean
 */
public record CxiFrames(String path, FrameSource frames, Map<String, Object> attributes) implements CxiContent {
	/** Takes a copy of the attributes. */
	public CxiFrames {
		attributes = Map.copyOf(attributes);
	}
}
