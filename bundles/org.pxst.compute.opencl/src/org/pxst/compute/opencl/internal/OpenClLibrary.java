// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jocl.CL;

/**
 * Makes OpenCL callable: the machine's OpenCL library, and JOCL's native part.
 * <p>
 * JOCL asks Linux's dynamic linker for {@code libOpenCL.so.1}, then {@code libOpenCL.so}, and prints complaints of its own
 * when there is neither. Drivers also put it into directories that the linker does not know. So it is looked for and loaded
 * here; the linker then finds it by its name. JOCL unpacks its own native library into {@code java.io.tmpdir} under a fixed
 * name, and loads what lies there already: here it gets a new directory that nobody else can write to.
 */
final class OpenClLibrary {
	/** What to do when there is nothing to compute with, for every machine. */
	static final String REMEDY = "install the GPU's driver with its OpenCL part, or for the processor the Debian packages pocl-opencl-icd and ocl-icd-libopencl1";

	private static final String NO_LIBRARY = "there is no OpenCL library on this machine; " + REMEDY;
	/** Where the start script keeps caches of the user's own; programs may be loaded from there. */
	private static final String CACHE = "pxst.cache";
	private static final String TEMPORARY = "java.io.tmpdir";
	private static final byte[] ELF_64 = { 0x7f, 'E', 'L', 'F', 2 };
	private static final List<String> NAMES = List.of("libOpenCL.so.1", "libOpenCL.so");
	/** What the linker is told, one directory a line beside comments and other instructions. */
	private static final List<String> LINKER_LISTS = List.of("/etc/ld.so.conf", "/etc/ld.so.conf.d");
	/** The linker's own directories, then those of drivers. */
	private static final List<String> DIRECTORIES = List.of("/usr/lib/{arch}-linux-gnu", "/lib/{arch}-linux-gnu", "/usr/lib64",
			"/lib64", "/usr/lib", "/lib", "/usr/local/lib", "/usr/local/nvidia/lib64", "/usr/local/nvidia/lib",
			"/usr/local/cuda/lib64", "/usr/lib/nvidia", "/opt/rocm/lib", "/opt/amdgpu-pro/lib/{arch}-linux-gnu",
			"/opt/intel/oneapi/compiler/latest/lib", "/usr/lib/wsl/lib", "/run/opengl-driver/lib");

	private final List<Path> directories;
	private final Path scratch;

	/**
	 * @param directories where to look for the OpenCL library, first to last
	 * @param scratch     directory to make a private directory in, for as long as loading takes
	 */
	OpenClLibrary(List<Path> directories, Path scratch) {
		this.directories = List.copyOf(directories);
		this.scratch = scratch.toAbsolutePath();
	}

	/** With the directories of this machine. */
	static OpenClLibrary ofMachine() {
		Path cache = Path.of(System.getProperty(CACHE, System.getProperty(TEMPORARY)));
		return new OpenClLibrary(directories(System.getenv("LD_LIBRARY_PATH")),
				Files.isWritable(cache) ? cache : Path.of(System.getProperty(TEMPORARY)));
	}

	/**
	 * The directories to look in on Linux.
	 *
	 * @param libraryPath directories to look in first, separated by colons; null for none
	 */
	static List<Path> directories(String libraryPath) {
		String architecture = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
		Stream<String> first = libraryPath == null ? Stream.of() : Stream.of(libraryPath.split(":"));
		Stream<String> last = DIRECTORIES.stream().map(d -> d.replace("{arch}", architecture));
		// an empty or relative entry would be the directory that the user happens to be in
		return Stream.of(first, LINKER_LISTS.stream().flatMap(list -> lines(Path.of(list))), last).flatMap(Function.identity())
				.filter(directory -> directory.startsWith("/")).map(Path::of).distinct().toList();
	}

	/** The lines of a file, or of the files in a directory; none of what cannot be read. */
	private static Stream<String> lines(Path list) {
		try {
			if (!Files.isDirectory(list))
				return Files.readAllLines(list, StandardCharsets.ISO_8859_1).stream().map(String::strip);
			try (Stream<Path> files = Files.list(list)) {
				return files.sorted().toList().stream().filter(Files::isRegularFile).flatMap(OpenClLibrary::lines);
			}
		} catch (IOException e) {
			return Stream.of();
		}
	}

	/**
	 * Loads both libraries; what has been loaded stays, and loading it again does nothing. While JOCL unpacks its library,
	 * some milliseconds the first time, {@code java.io.tmpdir} names the private directory.
	 *
	 * @return why OpenCL cannot be called, and what to do about it; empty when it can
	 */
	Optional<String> load() {
		// the property is the whole process's
		synchronized (OpenClLibrary.class) {
			if (isLinux() && candidates().noneMatch(OpenClLibrary::loads))
				return Optional.of(NO_LIBRARY);
			try {
				Path own = Files.createTempDirectory(scratch, "pxst-opencl-");
				try {
					return initialize(own);
				} finally {
					remove(own);
				}
			} catch (IOException e) {
				return Optional.of(scratch + ": nothing can be unpacked there (" + e + "); set TMPDIR or PXST_CACHE to a directory of your own");
			}
		}
	}

	/** Files that may be the OpenCL library, in the order in which to try them. */
	Stream<Path> candidates() {
		return directories.stream().flatMap(directory -> NAMES.stream().map(directory::resolve)).filter(Files::isRegularFile);
	}

	private static boolean loads(Path library) {
		try {
			if (!isLoadable(library))
				return false;
			System.load(library.toString());
			return true;
		} catch (IOException | UnsatisfiedLinkError e) {
			// for another processor, or broken: the next one
			return false;
		}
	}

	/** Whether it is a 64-bit library at all: of others the virtual machine says on its own that they endanger the stack. */
	private static boolean isLoadable(Path library) throws IOException {
		try (InputStream in = Files.newInputStream(library)) {
			return Arrays.equals(in.readNBytes(ELF_64.length), ELF_64);
		}
	}

	private static boolean isLinux() {
		return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
	}

	private static Optional<String> initialize(Path own) {
		String before = System.setProperty(TEMPORARY, own.toString());
		try {
			CL.setExceptionsEnabled(true);
			return Optional.empty();
		} catch (UnsatisfiedLinkError e) {
			return Optional.of(e.getMessage().contains("OpenCL library") ? NO_LIBRARY
					: "JOCL's native library cannot be loaded from " + own.getParent() + " (" + reason(e)
							+ "); set PXST_CACHE to a directory that programs can be loaded from");
		} catch (NoClassDefFoundError e) {
			return Optional.of("JOCL could not be started earlier in this process; start it again");
		} finally {
			System.setProperty(TEMPORARY, before);
		}
	}

	/** JOCL's message holds two stack traces; the last throwable among them is that of the unpacked file. */
	private static String reason(UnsatisfiedLinkError e) {
		return e.getMessage().lines().filter(line -> line.startsWith("java.")).reduce((first, last) -> last)
				.orElse(e.getClass().getName());
	}

	/** Where the file of a loaded library cannot go, it goes when the process ends, and the directory after it. */
	private static void remove(Path own) {
		File directory = own.toFile();
		directory.deleteOnExit();
		File[] files = directory.listFiles();
		for (File file : files == null ? new File[0] : files)
			if (!file.delete())
				file.deleteOnExit();
		directory.delete();
	}
}
