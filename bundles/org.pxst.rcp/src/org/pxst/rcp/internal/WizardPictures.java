// SPDX-License-Identifier: EPL-2.0
package org.pxst.rcp.internal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;

/** Pictures of all pages of a wizard that a command opens. For the UI thread, which it keeps while events go on. */
final class WizardPictures {
	/** How long a page may take until nothing on it changes any more. */
	private static final long PATIENCE_MS = 60_000;
	private static final long QUIET_MS = 1500;
	private static final long LOOK_MS = 150;

	private final IWorkbench workbench;
	private final Display display;
	private final Path directory;
	private volatile boolean failed;

	/** @param directory where the pictures go */
	WizardPictures(IWorkbench workbench, Path directory) {
		this.workbench = workbench;
		this.directory = directory;
		display = workbench.getDisplay();
	}

	/**
	 * Opens the wizard, goes through its pages as far as they let one, and closes it without finishing.
	 *
	 * @param command    id
	 * @param parameters of the command, by id
	 * @param name       of the pictures: {@code NAME-1.png} and so on, {@code NAME.png} when there is one page
	 * @throws IllegalStateException when the command fails or opens no wizard
	 */
	void take(String command, Map<String, String> parameters, String name) {
		failed = false;
		RuntimeException[] failure = new RuntimeException[1];
		// in a thread of its own, as a dialog may keep this one until it is closed
		Thread photographer = new Thread(() -> {
			try {
				photograph(name);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			} catch (RuntimeException e) {
				failure[0] = e;
			}
		}, "pictures of " + command);
		photographer.start();
		try {
			execute(command, parameters);
			while (photographer.isAlive())
				if (!display.readAndDispatch()) {
					display.timerExec(20, () -> {
					});
					display.sleep();
				}
		} catch (CommandException e) {
			failed = true;
			throw new IllegalStateException(command, e);
		}
		if (failure[0] != null)
			throw failure[0];
	}

	private void execute(String id, Map<String, String> parameters) throws CommandException {
		Command command = workbench.getService(ICommandService.class).getCommand(id);
		workbench.getService(IHandlerService.class)
				.executeCommand(ParameterizedCommand.generateCommand(command, parameters), null);
	}

	private void photograph(String name) throws InterruptedException {
		WizardDialog dialog = opened();
		try {
			int pages = inUi(() -> dialog.getCurrentPage().getWizard().getPageCount());
			for (int page = 1; page <= pages; page++) {
				settled(dialog).save(directory.resolve(pages == 1 ? name + ".png" : name + "-" + page + ".png"));
				if (!inUi(() -> goOn(dialog)))
					break;
			}
		} finally {
			display.syncExec(dialog::close);
		}
	}

	private WizardDialog opened() throws InterruptedException {
		long end = System.currentTimeMillis() + PATIENCE_MS;
		while (System.currentTimeMillis() < end && !failed) {
			Optional<WizardDialog> dialog = inUi(() -> Arrays.stream(display.getShells()).map(Shell::getData)
					.filter(WizardDialog.class::isInstance).map(WizardDialog.class::cast).findFirst());
			if (dialog.isPresent())
				return dialog.get();
			Thread.sleep(LOOK_MS);
		}
		throw new IllegalStateException("no wizard opened");
	}

	/** The dialog when nothing has changed on it for a while and nothing goes on in the background. */
	private Picture settled(WizardDialog dialog) throws InterruptedException {
		long end = System.currentTimeMillis() + PATIENCE_MS;
		long quiet = System.currentTimeMillis() + QUIET_MS;
		Picture last = inUi(() -> Picture.of(dialog.getShell()));
		while (System.currentTimeMillis() < Math.min(end, quiet)) {
			Thread.sleep(LOOK_MS);
			Picture now = inUi(() -> Picture.of(dialog.getShell()));
			if (!now.looksLike(last) || !Job.getJobManager().isIdle())
				quiet = System.currentTimeMillis() + QUIET_MS;
			last = now;
		}
		return last;
	}

	/** Presses Next, where there is one to be pressed. */
	private static boolean goOn(WizardDialog dialog) {
		Optional<Button> next = button(dialog.getShell(), IDialogConstants.NEXT_ID).filter(Button::isEnabled);
		next.ifPresent(button -> button.notifyListeners(SWT.Selection, new Event()));
		return next.isPresent();
	}

	private static Optional<Button> button(Control control, int id) {
		if (control instanceof Button button && Integer.valueOf(id).equals(button.getData()))
			return Optional.of(button);
		return control instanceof Composite composite
				? Arrays.stream(composite.getChildren()).map(child -> button(child, id)).flatMap(Optional::stream).findFirst()
				: Optional.empty();
	}

	private <T> T inUi(Supplier<T> what) {
		return display.syncCall(what::get);
	}
}
