// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

import org.osgi.service.prefs.Preferences;

/** Preferences that are kept nowhere, and have numbers only. */
final class KeptNumbers {
	private KeptNumbers() {
	}

	static Preferences preferences() {
		Map<Object, Object> values = new HashMap<>();
		return (Preferences) Proxy.newProxyInstance(KeptNumbers.class.getClassLoader(), new Class<?>[] { Preferences.class },
				(proxy, method, arguments) -> switch (method.getName()) {
				case "putDouble" -> {
					values.put(arguments[0], arguments[1]);
					yield null;
				}
				case "getDouble" -> values.getOrDefault(arguments[0], arguments[1]);
				case "flush" -> null;
				default -> throw new UnsupportedOperationException(method.getName());
				});
	}
}
