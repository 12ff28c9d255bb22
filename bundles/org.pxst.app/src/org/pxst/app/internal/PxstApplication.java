// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.Arrays;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** The Equinox application {@code org.pxst.app.pxst}: hands its arguments to the {@link PxstCommandLine} service. */
public class PxstApplication implements IApplication {
	private static final long SERVICE_TIMEOUT_MS = 20_000;

	@Override
	public Object start(IApplicationContext context) throws InterruptedException {
		String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
		context.applicationRunning();
		if (Arrays.asList(arguments).contains("--debug"))
			// slf4j-simple reads this when it makes a logger
			System.setProperty("org.slf4j.simpleLogger.log.org.pxst", "debug");
		Terminal terminal = Terminal.ofProcess();
		BundleContext bundles = FrameworkUtil.getBundle(PxstApplication.class).getBundleContext();
		ServiceTracker<PxstCommandLine, PxstCommandLine> tracker = new ServiceTracker<>(bundles, PxstCommandLine.class,
				null);
		tracker.open();
		try {
			PxstCommandLine commandLine = tracker.waitForService(SERVICE_TIMEOUT_MS);
			if (commandLine == null) {
				terminal.err().println("pxst: the services of PXST did not start; the installation is not complete");
				return ExitCode.INTERNAL_ERROR;
			}
			return commandLine.run(terminal, arguments);
		} finally {
			tracker.close();
			terminal.out().flush();
			terminal.err().flush();
		}
	}

	@Override
	public void stop() {
		// a command ends by itself; signals are handled where there is something to finish
	}
}
