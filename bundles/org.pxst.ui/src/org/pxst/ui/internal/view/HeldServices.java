// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.view;

import java.util.LinkedHashMap;
import java.util.Map;

/** OSGi services that somebody needs for a while who is no service, such as a wizard. For any thread. */
public final class HeldServices implements AutoCloseable {
	private final Map<Class<?>, HeldService<?>> held = new LinkedHashMap<>();

	/**
	 * A service, which is held from now on until this is closed.
	 *
	 * @throws org.pxst.core.PxstException when there is none: the installation is not complete
	 */
	public synchronized <S> S get(Class<S> type) {
		return type.cast(held.computeIfAbsent(type, HeldService::new).get());
	}

	@Override
	public synchronized void close() {
		held.values().forEach(HeldService::close);
		held.clear();
	}
}
