// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.views.IViewDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pxst.ui.view.ScanView;

/** All perspectives, and all views in turn, on a small scan and on results of the paper's size. */
class AllViewsTest extends UiTest {
	private static final String SCAN = "org.pxst.ui.perspective.scan";
	private static final List<String> PERSPECTIVES = List.of(SCAN, "org.pxst.ui.perspective.reconstruction",
			"org.pxst.ui.perspective.analysis");
	private static final long SETTLED_MS = 300;

	/** Views live as long as one perspective has them: they are closed in all, so that other tests find none. */
	@AfterEach
	void closeViews() {
		for (String id : PERSPECTIVES) {
			perspective(id);
			for (IViewReference view : page().getViewReferences())
				page().hideView(view);
		}
		perspective(SCAN);
	}

	private static void perspective(String id) {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		try {
			PlatformUI.getWorkbench().showPerspective(id, window);
			page().resetPerspective();
			events();
		} catch (WorkbenchException e) {
			throw new AssertionError("perspective " + id, e);
		}
	}

	/** Identifiers of the views. */
	private static List<String> views() {
		List<String> ids = new ArrayList<>();
		for (IViewDescriptor view : PlatformUI.getWorkbench().getViewRegistry().getViews())
			if (view.getId().startsWith("org.pxst.ui.") && !view.getAllowMultiple()
					&& !List.of("org.pxst.ui.fileTree", "org.pxst.ui.help").contains(view.getId()))
				ids.add(view.getId());
		return ids;
	}

	@Test
	void eachPerspectiveShowsItsViews() throws IOException {
		// one that cannot be read does not keep the next one from being shown
		open(Files.writeString(folder.resolve("no.cxi"), "no HDF5"));
		open(tiny());
		for (String id : PERSPECTIVES) {
			perspective(id);
			IPerspectiveDescriptor shown = page().getPerspective();
			assertEquals(id, shown.getId());
			for (IViewReference reference : page().getViewReferences()) {
				page().activate(reference.getPart(true));
				if (reference.getPart(true) instanceof ScanView<?> view)
					waitForContent(view, reference.getPartName() + " in " + shown.getLabel());
			}
		}
	}

	@Test
	void noViewHoldsUpTheScreen() throws IOException {
		Path file = folder.resolve("large.cxi");
		LargeResults.write(tiny(), file);
		open(file);
		ScreenHold hold = new ScreenHold(AllViewsTest.class);
		for (String id : views())
			hold.watch(id, () -> showOnce(id));
		assertEquals(List.of(), hold.slow(), "views that block the UI thread");
	}

	private static void waitForContent(ScanView<?> view, String name) {
		try {
			waitUntil(name + " shows something", view::showsContent);
		} catch (AssertionError e) {
			throw new AssertionError(e.getMessage() + ": it says: " + view.message(), e);
		}
	}

	/** Shows a view on the large results until it has settled. */
	private static void showOnce(String id) {
		IViewPart shown = show(id);
		// results that were made larger do not belong to each other any more, which some views notice
		if (shown instanceof ScanView<?> view)
			waitUntil(id + " was read",
					() -> view.showsContent() || !view.message().isEmpty() && !view.message().endsWith("..."));
		long end = System.currentTimeMillis() + SETTLED_MS;
		waitUntil("settled", () -> System.currentTimeMillis() > end && Job.getJobManager().isIdle());
		page().hideView(shown);
		events();
	}
}
