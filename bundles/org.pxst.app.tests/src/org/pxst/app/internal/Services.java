// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** Services as Declarative Services provide them. */
final class Services {
	private static final long TIMEOUT_MS = 30_000;

	private Services() {
	}

	static <T> T get(Class<T> type) throws InterruptedException {
		BundleContext bundles = FrameworkUtil.getBundle(Services.class).getBundleContext();
		ServiceTracker<T, T> tracker = new ServiceTracker<>(bundles, type, null);
		tracker.open();
		T service = tracker.waitForService(TIMEOUT_MS);
		assertNotNull(service, "no service " + type.getName());
		return service;
	}
}
