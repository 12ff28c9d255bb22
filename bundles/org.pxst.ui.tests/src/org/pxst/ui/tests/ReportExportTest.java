// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.Test;
import org.pxst.ui.session.OpenScan;

/** Reports and exports are made from the menu. */
class ReportExportTest extends UiTest {
	private static final String REPORT = "org.pxst.ui.report";
	private static final String EXPORT = "org.pxst.ui.exportResults";

	private static void report(Path file) {
		try {
			Command command = PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(REPORT);
			PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(
					ParameterizedCommand.generateCommand(command, Map.of(REPORT + ".file", file.toString())), null);
		} catch (CommandException e) {
			throw new AssertionError(REPORT, e);
		}
	}

	private Path output(String name) throws IOException {
		return Files.createTempDirectory(folder, "out").resolve(name);
	}

	@Test
	void theReportIsWritten() throws IOException {
		OpenScan scan = open(tiny());
		Path file = output("page.html");
		// where there is no browser, a message has the path
		Answer message = new Answer("Report", "OK");
		report(file);
		waitUntil("the report is there", () -> Files.exists(file));
		String page = Files.readString(file);
		assertTrue(page.contains(scan.name()) && page.contains("Key results"), page.substring(0, Math.min(500, page.length())));
		assertTrue(page.contains("<img") || page.contains("<svg"));
		long end = System.currentTimeMillis() + 1500;
		waitUntil("a browser or the message", () -> message.isGiven() || System.currentTimeMillis() > end);
	}

	@Test
	void whatIsInTheWayOfAReportIsSaid() throws IOException {
		open(tiny());
		Path file = Files.writeString(output("notes.html"), "my notes");
		Answer message = new Answer("Report", "OK");
		report(file);
		waitUntil("the message is read", message::isGiven);
		assertTrue(Files.readString(file).equals("my notes"));
	}

	@Test
	void withoutAScanThereIsAMessage() {
		Answer message = new Answer("Report", "OK");
		command(REPORT);
		assertTrue(message.isGiven());
	}

	/** Fills the dialog and presses its button, and then the one of the message about what was written. */
	private static void export(String kind, Path output) {
		Answer[] written = new Answer[1];
		Answer dialog = new Answer("Export Results", () -> {
			for (String each : List.of("nexus", "tiff", "text")) {
				Button button = widget("export." + each);
				button.setSelection(each.equals(kind));
			}
			click(widget("export." + kind));
			Text to = widget("export.output");
			assertTrue(to.getText().contains("tiny"), to.getText());
			to.setText(output.toString());
			// the message has the same title, so it is waited for when the dialog is about to go
			written[0] = new Answer("Export Results", "OK");
		}, "Export");
		command(EXPORT);
		waitUntil("the dialog is answered", dialog::isGiven);
		waitUntil("the message is read", () -> written[0] != null && written[0].isGiven());
	}

	@Test
	void nexusIsOneFile() throws IOException {
		open(tiny());
		Path file = output("all.nxs");
		export("nexus", file);
		assertTrue(Files.size(file) > 10_000);
	}

	@Test
	void imagesAndTablesAreInAFolder() throws IOException {
		open(tiny());
		Path images = output("images");
		export("tiff", images);
		assertTrue(names(images).stream().anyMatch(name -> name.matches("phase.*\\.tiff?")), names(images).toString());
		Path tables = output("tables");
		export("text", tables);
		assertTrue(names(tables).stream().allMatch(name -> name.endsWith(".csv")) && names(tables).size() > 3,
				names(tables).toString());
	}

	private static List<String> names(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.map(file -> file.getFileName().toString()).toList();
		}
	}

	@Test
	void aNameThatIsTakenIsRefusedInTheDialog() throws IOException {
		OpenScan scan = open(tiny());
		boolean[] refused = new boolean[2];
		Answer dialog = new Answer("Export Results", () -> {
			Text to = widget("export.output");
			Button ok = export();
			to.setText(scan.file().toString());
			refused[0] = !ok.isEnabled();
			to.setText("");
			refused[1] = !ok.isEnabled();
		}, "Cancel");
		command(EXPORT);
		waitUntil("the dialog is answered", dialog::isGiven);
		assertTrue(refused[0] && refused[1]);
	}

	/** The dialog's button. */
	private static Button export() {
		Text output = widget("export.output");
		return output.getShell().getDefaultButton();
	}

	@Test
	void withoutResultsThereIsAMessage() throws IOException {
		open(tinyRaw());
		Answer message = new Answer("Export Results", () -> assertFalse(isThere("export.output")), "OK");
		command(EXPORT);
		waitUntil("the message is read", message::isGiven);
	}
}
