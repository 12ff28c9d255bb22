// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.commands;

import java.util.function.Consumer;

import org.pxst.ui.internal.view.HeldService;

/** An OSGi service, for the length of one call. */
public final class Service {
	private Service() {
	}

	/**
	 * Calls a service.
	 *
	 * @throws org.pxst.core.PxstException when there is no such service: the installation is not complete
	 */
	public static <S> void call(Class<S> type, Consumer<? super S> user) {
		try (HeldService<S> held = new HeldService<>(type)) {
			user.accept(held.get());
		}
	}
}
