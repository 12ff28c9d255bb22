// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jocl.CL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With and without OpenCL on the machine. */
class OpenClLibraryTest {
	@TempDir
	Path directory;

	@Test
	void candidatesComeInTheOrderOfTheirDirectories() throws IOException {
		Path first = Files.createDirectories(directory.resolve("first"));
		Path second = Files.createDirectories(directory.resolve("second"));
		Path development = Files.createFile(first.resolve("libOpenCL.so"));
		Path both = Files.createFile(second.resolve("libOpenCL.so"));
		Path runtime = Files.createFile(second.resolve("libOpenCL.so.1"));
		Files.createDirectories(directory.resolve("third/libOpenCL.so.1"));
		OpenClLibrary library = new OpenClLibrary(
				List.of(first, directory.resolve("none"), second, directory.resolve("third")), directory);
		assertEquals(List.of(development, runtime, both), library.candidates().toList());
	}

	@Test
	void theLibraryPathComesFirstAndNothingRelativeCounts() {
		List<Path> directories = OpenClLibrary.directories("/opt/a::lib:.:/opt/b:/opt/a");
		assertEquals(List.of(Path.of("/opt/a"), Path.of("/opt/b")), directories.subList(0, 2));
		assertTrue(directories.contains(Path.of("/usr/local/nvidia/lib64")), directories::toString);
		assertTrue(directories.stream().allMatch(Path::isAbsolute), directories::toString);
		assertTrue(directories.stream().noneMatch(d -> d.toString().contains("{")), directories::toString);
		assertEquals(directories.subList(2, directories.size()), OpenClLibrary.directories(null));
	}

	@Test
	void leavesNothingBehind() throws IOException {
		String before = System.getProperty("java.io.tmpdir");
		Path broken = Files.createDirectories(directory.resolve("broken"));
		Files.writeString(broken.resolve("libOpenCL.so.1"), "no library");
		Path scratch = Files.createDirectories(directory.resolve("scratch"));
		List<Path> directories = new ArrayList<>(List.of(broken));
		directories.addAll(OpenClLibrary.directories(null));
		Optional<String> reason = new OpenClLibrary(directories, scratch).load();
		reason.ifPresent(line -> assertTrue(line.contains("; ") && line.lines().count() == 1, line));
		assertEquals(before, System.getProperty("java.io.tmpdir"));
		try (var left = Files.list(scratch)) {
			assertEquals(List.of(), left.toList());
		}
	}

	@Test
	void aPlaceThatTakesNoFilesIsNamed() {
		assumeTrue(OpenClLibrary.ofMachine().candidates().findAny().isPresent(), "no OpenCL on this machine");
		Path none = directory.resolve("none");
		String reason = new OpenClLibrary(OpenClLibrary.directories(null), none).load().orElseThrow();
		assertTrue(reason.startsWith(none.toString()) && reason.contains("TMPDIR"), reason);
	}

	@Test
	void withoutALibraryJoclIsLeftAlone() {
		assumeTrue(System.getProperty("os.name").contains("Linux"), "elsewhere JOCL knows where it is");
		String reason = new OpenClLibrary(List.of(directory), directory).load().orElseThrow();
		assertTrue(reason.startsWith("there is no OpenCL library") && reason.contains("pocl-opencl-icd"), reason);
	}

	/** Somebody else put a file there under the name that JOCL uses: it is neither loaded nor touched. */
	@Test
	void whatLiesInTheTemporaryDirectoryIsNotLoaded() throws Exception {
		for (String architecture : List.of("x86_64", "arm64"))
			Files.writeString(directory.resolve("libJOCL_2_0_6-linux-" + architecture + ".so"), "planted");
		Process process = start(List.of("-Djava.io.tmpdir=" + directory));
		String output = new String(process.getInputStream().readAllBytes());
		assertEquals(0, process.waitFor(), output);
		assertTrue(output.contains("loaded") || output.contains("no OpenCL library"), output);
		try (var left = Files.list(directory)) {
			assertEquals(2, left.filter(file -> file.getFileName().toString().startsWith("libJOCL")).count());
		}
	}

	private static Process start(List<String> options) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		command.addAll(options);
		command.addAll(List.of("-cp", Stream.of(LibraryMain.class, OpenClLibrary.class, CL.class).map(OpenClLibraryTest::place)
				.distinct().collect(Collectors.joining(File.pathSeparator)), LibraryMain.class.getName()));
		return new ProcessBuilder(command).redirectErrorStream(true).start();
	}

	private static String place(Class<?> type) {
		return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString())).toString();
	}

	/** Loads the libraries in a process of its own. */
	static final class LibraryMain {
		private LibraryMain() {
		}

		public static void main(String[] arguments) {
			System.out.println(OpenClLibrary.ofMachine().load().orElse("loaded"));
		}
	}
}
