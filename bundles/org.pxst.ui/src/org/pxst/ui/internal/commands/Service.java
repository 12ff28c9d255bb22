// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.commands;

import java.util.function.Consumer;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.pxst.core.PxstException;

/** An OSGi service, for the length of one call. */
public final class Service {
	private Service() {
	}

	/**
	 * Calls a service.
	 *
	 * @throws PxstException when there is no such service: the installation is not complete
	 */
	public static <S> void call(Class<S> type, Consumer<? super S> user) {
		BundleContext bundles = FrameworkUtil.getBundle(Service.class).getBundleContext();
		ServiceReference<S> reference = bundles.getServiceReference(type);
		S service = reference == null ? null : bundles.getService(reference);
		if (service == null)
			throw new PxstException("the service " + type.getName() + " did not start; the installation is not complete");
		try {
			user.accept(service);
		} finally {
			bundles.ungetService(reference);
		}
	}
}
