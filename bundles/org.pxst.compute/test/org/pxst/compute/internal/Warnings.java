// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.helpers.MessageFormatter;

/** Keeps the warnings that a logger is given. */
public final class Warnings {
	private final List<String> messages = new ArrayList<>();

	/** The logger; of whichever version of its interface. */
	public Logger logger() {
		return (Logger) Proxy.newProxyInstance(Warnings.class.getClassLoader(), new Class<?>[] { Logger.class },
				(proxy, method, arguments) -> {
					note(method, arguments);
					return null;
				});
	}

	private void note(Method method, Object[] arguments) {
		if (!method.getName().equals("warn"))
			return;
		Object[] values = arguments.length == 2 && arguments[1] instanceof Object[] several ? several
				: List.of(arguments).subList(1, arguments.length).toArray();
		messages.add(MessageFormatter.arrayFormat((String) arguments[0], values).getMessage());
	}

	/** Those given so far. */
	public List<String> messages() {
		return messages;
	}
}
