// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi;

import java.util.Map;

/**
 * A new group with attributes, for what follows it in the list to be in. Groups without attributes need not be named.
 *
 * @param path       path inside the file, where nothing is yet; one that does not start with '/' is relative to the group it
 *                   is written to
 * @param attributes by name, values String, Double, Integer or Boolean
 */
public record CxiGroup(String path, Map<String, Object> attributes) implements CxiContent {
	/** Takes a copy of the attributes. */
	public CxiGroup {
		attributes = Map.copyOf(attributes);
	}
}
