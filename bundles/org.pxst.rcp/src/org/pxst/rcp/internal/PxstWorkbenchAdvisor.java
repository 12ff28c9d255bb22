// SPDX-License-Identifier: EPL-2.0
package org.pxst.rcp.internal;

import java.nio.file.Path;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.ui.run.Pipelines;
import org.pxst.ui.run.Runs;
import org.pxst.ui.session.OpenScans;
import org.pxst.ui.session.ScansOfLastTime;

/** The workbench as a program of its own: remembers its windows and what is open in them, opens the files of the command line. */
final class PxstWorkbenchAdvisor extends WorkbenchAdvisor {
	private final Arguments arguments;

	/** @param arguments of the command line */
	PxstWorkbenchAdvisor(Arguments arguments) {
		this.arguments = arguments;
	}

	@Override
	public void initialize(IWorkbenchConfigurer configurer) {
		super.initialize(configurer);
		configurer.setSaveAndRestore(true);
	}

	@Override
	public String getInitialWindowPerspectiveId() {
		return "org.pxst.ui.perspective.scan";
	}

	@Override
	public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
		return new PxstWindowAdvisor(configurer);
	}

	@Override
	public void postStartup() {
		super.postStartup();
		arguments.dark().ifPresent(new Theme(PlatformUI.getWorkbench())::set);
		BundleContext bundles = FrameworkUtil.getBundle(PxstWorkbenchAdvisor.class).getBundleContext();
		// kept as long as the program runs
		OpenScans scans = service(bundles, OpenScans.class);
		scans.addListener(new TitleOfScan(PlatformUI.getWorkbench()));
		if (arguments.pictures().isPresent())
			Display.getCurrent().asyncExec(() -> takePictures(bundles, scans, arguments.pictures().get()));
		else
			openFiles(scans);
	}

	private static <S> S service(BundleContext bundles, Class<S> type) {
		ServiceReference<S> reference = bundles.getServiceReference(type);
		S service = reference == null ? null : bundles.getService(reference);
		if (service == null)
			throw new IllegalStateException("the service " + type.getName() + " did not start; the installation is not complete");
		return service;
	}

	/** Those of the command line, else those of the last time. */
	private void openFiles(OpenScans scans) {
		ScansOfLastTime memory = new ScansOfLastTime(scans);
		if (arguments.files().isEmpty())
			memory.reopen();
		scans.addListener(memory);
		arguments.files().forEach(scans::open);
	}

	private void takePictures(BundleContext bundles, OpenScans scans, Path directory) {
		ScreenPictures.Services services = new ScreenPictures.Services(scans, service(bundles, StepCatalogue.class),
				service(bundles, Pipelines.class), service(bundles, Runs.class));
		ScreenPictures pictures = new ScreenPictures(PlatformUI.getWorkbench(), directory);
		arguments.files().forEach(file -> pictures.take(services, file));
		PlatformUI.getWorkbench().close();
	}
}
