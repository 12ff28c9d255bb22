// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The version of PXST that results are marked with. All its bundles have the same. */
final class ProgramVersion {
	private ProgramVersion() {
	}

	/** Version of this bundle; "unbuilt" outside of OSGi, where there is none. */
	static String version() {
		Bundle bundle = FrameworkUtil.getBundle(ProgramVersion.class);
		return bundle == null ? "unbuilt" : bundle.getVersion().toString();
	}
}
