// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.Loader;
import org.pxst.core.InvalidDataException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.jhdf.HdfFile;

/** Work on a skeleton in a process of its own; see {@link SkeletonProgram}. */
final class SkeletonProcess implements SkeletonWork {
	private static final Logger LOG = LoggerFactory.getLogger(SkeletonProcess.class);
	/** What a sound file takes at most, with the start of the virtual machine. */
	private static final Duration PROCESSOR_TIME = Duration.ofSeconds(4);
	/** Bytes that a sound file may have for each second more. */
	private static final long BYTES_A_SECOND = 20_000_000;
	private static final String NOWHERE = File.separatorChar == '/' ? "/dev/null" : "NUL";
	/** How often the process is looked at, in ms. */
	private static final long WATCH = 100;

	private final Process process;
	private final DataInputStream in;
	private final DataOutputStream out;
	private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
		Thread thread = new Thread(task, "pxst-skeleton-watch");
		thread.setDaemon(true);
		return thread;
	});
	private volatile boolean hanging;

	private SkeletonProcess(Process process, Duration limit) {
		this.process = process;
		in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
		out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
		watch.scheduleWithFixedDelay(() -> watch(limit), WATCH, WATCH, TimeUnit.MILLISECONDS);
	}

	/** Begins; see {@link SkeletonWork.Starter}. */
	static SkeletonProcess start(Path target, Path skeleton, Content content) throws IOException {
		Duration limit = PROCESSOR_TIME.plusSeconds((Files.size(target) + 10 * content.bytes()) / BYTES_A_SECOND);
		SkeletonProcess work = new SkeletonProcess(
				new ProcessBuilder(command(SkeletonProgram.class)).redirectError(ProcessBuilder.Redirect.DISCARD).start(), limit);
		try {
			SkeletonMessages.writeText(work.out, target.toString());
			SkeletonMessages.writeText(work.out, skeleton.toString());
			SkeletonMessages.write(work.out, content);
			work.out.flush();
			return work;
		} catch (IOException e) {
			work.close();
			throw new IOException("the process for the HDF5 library does not start: " + Reason.of(e), e);
		} catch (RuntimeException e) {
			work.close();
			throw e;
		}
	}

	/** A hanging library uses processor time without end; a slow disk does not. */
	private void watch(Duration limit) {
		if (process.info().totalCpuDuration().filter(used -> used.compareTo(limit) > 0).isPresent()) {
			hanging = true;
			process.destroyForcibly();
		}
	}

	/**
	 * How to run one of our programs with the HDF5 library.
	 *
	 * @param program its class, of this bundle
	 * @throws IOException when it is not known how
	 */
	static List<String> command(Class<?> program) throws IOException {
		Path java = java();
		Set<Path> libraries = new LinkedHashSet<>();
		for (String library : Loader.getLoadedLibraries().values())
			libraries.add(Path.of(library).toAbsolutePath().getParent());
		List<String> command = new ArrayList<>(List.of(java.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
				"-Xshare:auto", "-Djava.awt.headless=true",
				// a crash is told by us, in one line
				"-XX:+DisplayVMOutputToStderr", "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=" + NOWHERE, "-Dorg.bytedeco.javacpp.pathsFirst=true",
				"-Djava.library.path=" + joined(libraries)));
		for (String name : List.of("org.bytedeco.javacpp.cachedir", "java.io.tmpdir"))
			if (System.getProperty(name) != null)
				command.add("-D" + name + "=" + System.getProperty(name));
		command.addAll(List.of("-cp", joined(classPath()), program.getName()));
		LOG.debug("{}", command);
		return command;
	}

	private static String joined(Set<Path> paths) {
		return String.join(File.pathSeparator, paths.stream().map(Path::toString).toList());
	}

	/**
	 * The virtual machine's launcher.
	 *
	 * @throws IOException when there is none
	 */
	static Path java() throws IOException {
		Path bin = Path.of(System.getProperty("java.home"), "bin");
		for (String name : List.of("java", "java.exe"))
			if (Files.isExecutable(bin.resolve(name)))
				return bin.resolve(name);
		throw new IOException("there is no program " + bin.resolve("java") + " to run the HDF5 library in");
	}

	/** Where the classes that the program needs were loaded from; bundles in a workbench. */
	private static Set<Path> classPath() throws IOException {
		Set<Path> places = new LinkedHashSet<>();
		for (Class<?> needed : List.of(SkeletonProgram.class, InvalidDataException.class, Loader.class, hdf5.class,
				HdfFile.class, Logger.class))
			places.add(place(needed));
		return places;
	}

	private static Path place(Class<?> needed) throws IOException {
		try {
			URI location = needed.getProtectionDomain().getCodeSource().getLocation().toURI();
			Path place = Path.of("reference".equals(location.getScheme()) ? URI.create(location.getSchemeSpecificPart())
					: location);
			// a bundle in a folder, as when a workbench runs from its sources
			return Files.isDirectory(place.resolve("target/classes")) ? place.resolve("target/classes") : place;
		} catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
			throw new IOException("it is not known where " + needed.getName() + " is from", e);
		}
	}

	@Override
	public ValueRegions values() throws IOException {
		expect(SkeletonMessages.VALUES);
		return SkeletonMessages.readValues(in);
	}

	@Override
	public void fill() throws IOException {
		out.write(SkeletonMessages.FILL);
		out.flush();
		expect(SkeletonMessages.DONE);
	}

	private void expect(int message) throws IOException {
		int answer;
		try {
			answer = in.readByte();
		} catch (EOFException e) {
			throw new IOException("the HDF5 library " + (hanging ? "does not come to an end" : "crashed")
					+ " on this file, which seems to be damaged; write the result to another file", e);
		}
		if (answer == SkeletonMessages.FAILED)
			throw new IOException(SkeletonMessages.readText(in));
		if (answer != message)
			throw new IOException("the process for the HDF5 library answers " + answer + " instead of " + message);
	}

	@Override
	public void close() {
		watch.shutdownNow();
		try {
			out.close();
			if (!process.waitFor(2, TimeUnit.SECONDS))
				process.destroyForcibly();
		} catch (IOException e) {
			LOG.debug("the process is gone already", e);
		} catch (InterruptedException e) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}
}
