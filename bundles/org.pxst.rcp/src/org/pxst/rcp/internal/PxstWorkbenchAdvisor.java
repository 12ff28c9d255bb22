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
		ServiceReference<OpenScans> reference = bundles.getServiceReference(OpenScans.class);
		if (reference == null)
			throw new IllegalStateException("the service for open scans did not start; the installation is not complete");
		OpenScans scans = bundles.getService(reference);
		scans.addListener(new TitleOfScan(PlatformUI.getWorkbench()));
		if (arguments.pictures().isPresent())
			Display.getCurrent().asyncExec(() -> takePictures(scans, arguments.pictures().get()));
		else
			openFiles(scans);
		bundles.ungetService(reference);
	}

	/** Those of the command line, else those of the last time. */
	private void openFiles(OpenScans scans) {
		ScansOfLastTime memory = new ScansOfLastTime(scans);
		if (arguments.files().isEmpty())
			memory.reopen();
		scans.addListener(memory);
		arguments.files().forEach(scans::open);
	}

	private void takePictures(OpenScans scans, Path directory) {
		ScreenPictures pictures = new ScreenPictures(PlatformUI.getWorkbench(), directory);
		arguments.files().forEach(file -> pictures.take(scans, file));
		PlatformUI.getWorkbench().close();
	}
}
