// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of its own in memory, so small that it can be filled. Needs the rights to mount one. */
final class SmallDisk implements AutoCloseable {
	private final Path directory;

	/**
	 * Mounts it; the test is skipped when that is not allowed.
	 *
	 * @param directory where
	 * @param kilobytes how large
	 */
	SmallDisk(Path directory, int kilobytes) throws IOException, InterruptedException {
		this.directory = Files.createDirectories(directory);
		assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", directory.toString()),
				"no rights to mount a file system");
	}

	Path directory() {
		return directory;
	}

	long free() throws IOException {
		return Files.getFileStore(directory).getUsableSpace();
	}

	void makeReadOnly() throws IOException, InterruptedException {
		assumeTrue(run("mount", "-o", "remount,ro", directory.toString()), "cannot be mounted read-only");
	}

	void resize(int kilobytes) throws IOException, InterruptedException {
		assumeTrue(run("mount", "-o", "remount,size=" + kilobytes + "k", directory.toString()), "cannot be resized");
	}

	private static boolean run(String... command) throws IOException, InterruptedException {
		try {
			return new ProcessBuilder(command).redirectErrorStream(true)
					.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
		} catch (IOException e) {
			return false;
		}
	}

	@Override
	public void close() throws IOException, InterruptedException {
		run("umount", "-l", directory.toString());
	}
}
