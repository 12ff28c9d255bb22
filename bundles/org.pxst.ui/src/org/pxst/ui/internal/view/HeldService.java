// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.view;

import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.pxst.core.PxstException;

/**
 * An OSGi service, for as long as somebody needs it who is no service.
 *
 * @param <S> the service
 */
public final class HeldService<S> implements AutoCloseable {
	private final ServiceTracker<S, S> tracker;
	private final S service;

	/**
	 * Looks for the service.
	 *
	 * @throws PxstException when there is none: the installation is not complete
	 */
	public HeldService(Class<S> type) {
		tracker = new ServiceTracker<>(FrameworkUtil.getBundle(HeldService.class).getBundleContext(), type, null);
		tracker.open();
		service = tracker.getService();
		if (service == null) {
			tracker.close();
			throw new PxstException("the service " + type.getName() + " did not start; the installation is not complete");
		}
	}

	/** The service. */
	public S get() {
		return service;
	}

	@Override
	public void close() {
		tracker.close();
	}
}
