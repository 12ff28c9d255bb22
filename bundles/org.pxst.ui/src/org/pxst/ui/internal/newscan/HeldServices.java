// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.util.ArrayList;
import java.util.List;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.pxst.core.PxstException;

/** The services of the workbench, held until this is closed. For any thread. */
final class HeldServices implements AutoCloseable {
	private final BundleContext bundles = FrameworkUtil.getBundle(HeldServices.class).getBundleContext();
	private final List<ServiceReference<?>> held = new ArrayList<>();

	/**
	 * A service.
	 *
	 * @throws PxstException when there is none: the installation is not complete
	 */
	synchronized <S> S get(Class<S> type) {
		ServiceReference<S> reference = bundles.getServiceReference(type);
		S service = reference == null ? null : bundles.getService(reference);
		if (service == null)
			throw new PxstException("the service " + type.getName() + " did not start; the installation is not complete");
		held.add(reference);
		return service;
	}

	@Override
	public synchronized void close() {
		held.forEach(bundles::ungetService);
		held.clear();
	}
}
