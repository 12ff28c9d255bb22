// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScans;

/**
 * Drives the workbench as a person would: real widgets, real events, and what is painted on the screen. Tests run in the
 * UI thread; a test fails when something was logged as an error meanwhile.
 */
abstract class UiTest {
	private static final String FIRST_PERSPECTIVE = "org.pxst.ui.perspective.scan";
	private static final long TIMEOUT_MS = 30_000;
	private static TinyScan scans;

	@TempDir
	Path folder;

	private final List<IStatus> errors = new ArrayList<>();
	private final ILogListener log = (status, plugin) -> {
		if (status.getSeverity() == IStatus.ERROR)
			synchronized (errors) {
				errors.add(status);
			}
	};

	@BeforeAll
	static void makeScan() throws IOException {
		// kept for all test classes, so not in the temporary folder of one
		if (scans == null) {
			Path kept = Files.createTempDirectory("pxst-ui-tests");
			Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(kept)));
			scans = new TinyScan(kept);
		}
	}

	/** Each class finds the window as a new workspace has it, without views, whatever the one before did to it. */
	@BeforeAll
	static void resetWindow() {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		for (IPerspectiveDescriptor perspective : window.getActivePage().getOpenPerspectives())
			window.getActivePage().closePerspective(perspective, false, false);
		try {
			PlatformUI.getWorkbench().showPerspective(FIRST_PERSPECTIVE, window);
		} catch (WorkbenchException e) {
			throw new AssertionError("perspective " + FIRST_PERSPECTIVE, e);
		}
		page().resetPerspective();
		hideViews();
	}

	private static void hideViews() {
		for (IViewReference view : page().getViewReferences())
			page().hideView(view);
		events();
	}

	private static void delete(Path directory) {
		try (var files = Files.walk(directory)) {
			files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
		} catch (IOException e) {
			System.err.println("left behind: " + directory + ": " + e);
		}
	}

	@BeforeEach
	void listen() {
		Platform.addLogListener(log);
	}

	@AfterEach
	void closeAll() {
		for (OpenScan scan : List.copyOf(openScans().scans()))
			openScans().close(scan);
		hideViews();
		Platform.removeLogListener(log);
		synchronized (errors) {
			assertEquals(List.of(), errors, "errors in the log");
		}
	}

	/** A copy of a tiny scan with all results, for this test alone. */
	final Path tiny() throws IOException {
		return copy(scans.whole(), "tiny.cxi");
	}

	/** A copy of a tiny scan without any result. */
	final Path tinyRaw() throws IOException {
		return copy(scans.raw(), "tiny_raw.cxi");
	}

	private Path copy(Path file, String name) throws IOException {
		return Files.copy(file, Files.createTempDirectory(folder, "scan").resolve(name));
	}

	static OpenScans openScans() {
		return TinyScan.service(OpenScans.class);
	}

	/** Opens a file and waits until it is read, or cannot be. */
	final OpenScan open(Path file) {
		OpenScan scan = openScans().open(file);
		waitUntil(file + " is opened", () -> scan.state() != OpenScan.State.OPENING);
		return scan;
	}

	static IWorkbenchPage page() {
		return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	}

	/** Shows a view and makes it the active one. */
	@SuppressWarnings("unchecked")
	static <V extends IViewPart> V show(String viewId) {
		try {
			V view = (V) page().showView(viewId);
			events();
			return view;
		} catch (PartInitException e) {
			throw new AssertionError("view " + viewId, e);
		}
	}

	/** Runs the event loop until something is so. */
	static void waitUntil(String what, BooleanSupplier so) {
		long end = System.currentTimeMillis() + TIMEOUT_MS;
		Display display = Display.getCurrent();
		while (!so.getAsBoolean()) {
			if (System.currentTimeMillis() > end)
				fail("not within " + TIMEOUT_MS / 1000 + " s: " + what);
			if (!display.readAndDispatch()) {
				// wakes up now and then, to look again
				display.timerExec(20, () -> {
				});
				display.sleep();
			}
		}
		events();
	}

	/** Runs the event loop until nothing waits. */
	static void events() {
		Display display = Display.getCurrent();
		for (Shell shell : display.getShells())
			if (!shell.isDisposed())
				shell.update();
		while (display.readAndDispatch()) {
			// until there is nothing left
		}
	}

	/** Finds a visible widget by its data {@code org.pxst.ui.id}. */
	@SuppressWarnings("unchecked")
	static <W extends Widget> W widget(String id) {
		for (Shell shell : Display.getCurrent().getShells()) {
			Optional<Widget> found = find(shell, id);
			if (found.isPresent())
				return (W) found.get();
		}
		throw new AssertionError("no visible widget " + id);
	}

	/** Finds a widget below a control by its data {@code org.pxst.ui.id}. */
	@SuppressWarnings("unchecked")
	static <W extends Widget> W widget(Control below, String id) {
		return (W) find(below, id).orElseThrow(() -> new AssertionError("no visible widget " + id));
	}

	private static Optional<Widget> find(Control control, String id) {
		if (!control.isVisible())
			return Optional.empty();
		if (id.equals(control.getData("org.pxst.ui.id")))
			return Optional.of(control);
		if (control instanceof ToolBar bar)
			for (ToolItem item : bar.getItems())
				if (id.equals(item.getData("org.pxst.ui.id")))
					return Optional.of(item);
		if (control instanceof Composite composite)
			for (Control child : composite.getChildren()) {
				Optional<Widget> found = find(child, id);
				if (found.isPresent())
					return found;
			}
		return Optional.empty();
	}

	/** Whether there is a visible widget with this data {@code org.pxst.ui.id}. */
	static boolean isThere(String id) {
		return List.of(Display.getCurrent().getShells()).stream().anyMatch(shell -> find(shell, id).isPresent());
	}

	/** Runs a command of the workbench, as its menu does. */
	static void command(String id) {
		try {
			PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(id, null);
		} catch (CommandException e) {
			throw new AssertionError(id, e);
		}
		events();
	}

	/** What is painted on the screen at a place of a control. */
	static RGB pixel(Control control, int x, int y) {
		events();
		Rectangle area = control.getBounds();
		assertNotNull(control.getParent());
		Image image = new Image(control.getDisplay(), area.width, area.height);
		GC gc = new GC(control);
		try {
			gc.copyArea(image, 0, 0);
			return image.getImageData().palette.getRGB(image.getImageData().getPixel(x, y));
		} finally {
			gc.dispose();
			image.dispose();
		}
	}

	/** A left click at a place of a control. */
	static void press(Control control, int x, int y) {
		dragMouse(control, 1, new Point(x, y));
	}

	/** Presses a mouse button at the first place, moves to the others, and releases it at the last. */
	static void dragMouse(Control control, int button, Point... path) {
		int held = button == 1 ? SWT.BUTTON1 : button == 2 ? SWT.BUTTON2 : SWT.BUTTON3;
		mouse(control, SWT.MouseMove, 0, path[0], 0);
		mouse(control, SWT.MouseDown, button, path[0], 0);
		for (int k = 1; k < path.length; k++)
			mouse(control, SWT.MouseMove, 0, path[k], held);
		mouse(control, SWT.MouseUp, button, path[path.length - 1], held);
		events();
	}

	/** Sends a mouse event. */
	static void mouse(Control control, int type, int button, Point at, int stateMask) {
		Event event = new Event();
		event.button = button;
		event.x = at.x;
		event.y = at.y;
		event.stateMask = stateMask;
		event.count = type == SWT.MouseDown ? 1 : 0;
		control.notifyListeners(type, event);
	}

	/** Turns the mouse wheel by clicks, upwards when positive. */
	static void wheel(Control control, Point at, int clicks, int stateMask) {
		Event event = new Event();
		event.x = at.x;
		event.y = at.y;
		event.count = clicks;
		event.stateMask = stateMask;
		control.notifyListeners(SWT.MouseVerticalWheel, event);
		control.notifyListeners(SWT.MouseWheel, event);
		events();
	}

	/** Presses and releases a key in a control; code and character as SWT has them. */
	static void key(Control control, int keyCode, char character) {
		Event event = new Event();
		event.keyCode = keyCode;
		event.character = character;
		event.doit = true;
		control.notifyListeners(SWT.KeyDown, event);
		control.notifyListeners(SWT.KeyUp, event);
		events();
	}

	/** Clicks a button or a tool item. */
	static void click(Widget button) {
		clickAtOnce(button);
		events();
	}

	/** Clicks a button or a tool item, and nothing else happens yet: what it starts in the background has no chance to end. */
	static void clickAtOnce(Widget button) {
		if (button instanceof Button b && (b.getStyle() & (SWT.CHECK | SWT.TOGGLE)) != 0)
			b.setSelection(!b.getSelection());
		if (button instanceof Button b && (b.getStyle() & SWT.RADIO) != 0)
			b.setSelection(true);
		if (button instanceof ToolItem t && (t.getStyle() & SWT.CHECK) != 0)
			t.setSelection(!t.getSelection());
		button.notifyListeners(SWT.Selection, new Event());
	}
}
