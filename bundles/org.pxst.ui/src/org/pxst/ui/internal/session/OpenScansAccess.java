// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.session;

import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.pxst.core.PxstException;
import org.pxst.ui.session.OpenScans;

/** The open scans, for as long as somebody needs them who is no service. */
public final class OpenScansAccess implements AutoCloseable {
	private final ServiceTracker<OpenScans, OpenScans> tracker;
	private final OpenScans scans;

	/**
	 * Looks for the service.
	 *
	 * @throws PxstException when there is none
	 */
	public OpenScansAccess() {
		tracker = new ServiceTracker<>(FrameworkUtil.getBundle(OpenScansAccess.class).getBundleContext(), OpenScans.class, null);
		tracker.open();
		scans = tracker.getService();
		if (scans == null) {
			tracker.close();
			throw new PxstException("the service " + OpenScans.class.getName()
					+ " did not start; the installation is not complete");
		}
	}

	/** The open scans. */
	public OpenScans scans() {
		return scans;
	}

	@Override
	public void close() {
		tracker.close();
	}
}
