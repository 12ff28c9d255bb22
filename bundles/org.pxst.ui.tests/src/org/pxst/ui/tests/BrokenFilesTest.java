// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScan.State;
import org.pxst.ui.view.ScanView;

/** Whatever is wrong with a file is said where the data would be, and other files stay usable. */
class BrokenFilesTest extends UiTest {
	private static final String PHASE = "org.pxst.ui.phase";

	private ScanView<?> phase;
	private FileTreeProbe tree;

	private void showViews() {
		show("org.pxst.ui.fileTree");
		tree = new FileTreeProbe();
		phase = show(PHASE);
	}

	/** Opens a sound file, and looks at it. */
	private void checkThatOthersWork() throws IOException {
		open(tiny());
		waitUntil("the phase of a sound file is shown: " + phase.message(), phase::showsContent);
		assertEquals("", phase.warning());
		tree.line("tiny.cxi/speckle_tracking/phase");
	}

	private void checkUnreadable(Path file, String why) throws IOException {
		OpenScan scan = open(file);
		showViews();
		assertEquals(State.UNREADABLE, scan.state());
		waitUntil("the view says why: " + phase.message(), () -> phase.message().contains(why));
		assertFalse(phase.showsContent());
		assertTrue(tree.line(file.getFileName() + " (unreadable)").getItem(0).getText().contains(why));
		checkThatOthersWork();
		openScans().makeCurrent(scan);
		waitUntil("the view says it again", () -> phase.message().contains(why));
	}

	private Path cut(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			channel.truncate(channel.size() / 2);
		}
		return file;
	}

	@Test
	void aTextFileIsNoScan() throws IOException {
		Path file = folder.resolve("text.cxi");
		Files.writeString(file, "These are no data.\n");
		checkUnreadable(file, "is not an HDF5 file");
	}

	@Test
	void bytesWithoutMeaningAreNoScan() throws IOException {
		byte[] bytes = new byte[1 << 16];
		new Random(1).nextBytes(bytes);
		// begins like HDF5
		byte[] signature = { (byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n', 0 };
		System.arraycopy(signature, 0, bytes, 0, signature.length);
		Path file = folder.resolve("random.cxi");
		Files.write(file, bytes);
		checkUnreadable(file, "HDF5 file");
	}

	@Test
	void aCopyThatWasNotFinishedIsNoScan() throws IOException {
		Path file = Files.move(tiny(), folder.resolve("short.cxi"));
		checkUnreadable(cut(file), "is cut short");
	}

	@Test
	void aFileThatIsNotThereIsSaid() throws IOException {
		checkUnreadable(folder.resolve("nothing.cxi"), "no such file");
	}

	@Test
	void aFileThatIsCutShortWhileItIsOpen() throws IOException {
		Path file = Files.move(tiny(), folder.resolve("short.cxi"));
		OpenScan scan = open(file);
		showViews();
		waitUntil("the phase is shown: " + phase.message(), phase::showsContent);
		cut(file);
		waitUntil("the view says that it is cut short", () -> phase.warning().contains("is cut short"));
		assertTrue(phase.showsContent(), "what was read is still there");
		tree.line("short.cxi (unreadable)");
		checkThatOthersWork();
		assertEquals(State.UNREADABLE, scan.state());
	}

	@Test
	void aFileThatVanishesAndComesBack() throws IOException {
		Path file = Files.move(tiny(), folder.resolve("lost.cxi"));
		OpenScan scan = open(file);
		showViews();
		waitUntil("the phase is shown: " + phase.message(), phase::showsContent);
		Path away = folder.resolve("away.cxi");
		Files.move(file, away);
		waitUntil("the view says that it is gone", () -> phase.warning().contains("is gone"));
		assertTrue(phase.showsContent(), "what was read is still there");
		tree.line("lost.cxi (gone)");
		checkThatOthersWork();
		openScans().makeCurrent(scan);
		waitUntil("the view says that it is gone, and has nothing to show", () -> phase.message().contains("is gone"));
		Files.move(away, file);
		waitUntil("it is back: " + phase.message(), phase::showsContent);
		assertEquals("", phase.warning());
		tree.line("lost.cxi/speckle_tracking/phase");
	}

	@Test
	void aFileThatIsReplacedByAnother() throws IOException {
		Path file = Files.move(tiny(), folder.resolve("other.cxi"));
		open(file);
		showViews();
		waitUntil("the phase is shown: " + phase.message(), phase::showsContent);
		tree.line("other.cxi/speckle_tracking");
		Files.move(tinyRaw(), file, StandardCopyOption.REPLACE_EXISTING);
		waitUntil("the view says what to do: " + phase.message(), () -> phase.message().contains("calculate_phase"));
		waitUntil("the tree has no results", () -> tree.find("other.cxi/speckle_tracking").isEmpty());
		checkThatOthersWork();
	}
}
