// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

import picocli.CommandLine.IVersionProvider;

/** The version of PXST and of the Java that runs it. */
final class ProductVersion implements IVersionProvider {
	@Override
	public String[] getVersion() {
		return new String[] { "pxst " + version(),
				"Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
						+ System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors() + " cores" };
	}

	/** Version of this bundle; "unbuilt" outside of OSGi, where there is none. */
	static String version() {
		Bundle bundle = FrameworkUtil.getBundle(ProductVersion.class);
		return bundle == null ? "unbuilt" : bundle.getVersion().toString();
	}
}
