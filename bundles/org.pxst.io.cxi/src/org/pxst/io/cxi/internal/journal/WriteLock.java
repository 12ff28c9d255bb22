// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.journal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.pxst.io.cxi.FileInUseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right of one program to write into a data file: a lock on a small hidden file beside it, which names the holder.
 * The operating system gives the lock back when the holder ends, however it ends. Where the file system has no locks,
 * the hidden file itself is the lock; one that a dead process of this machine left is taken over then. Nothing keeps
 * other programs from reading the data file.
 */
public final class WriteLock implements AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(WriteLock.class);
	private static final int LONGEST_HOLDER = 1000;
	private static final int ATTEMPTS = 100;
	/** Between attempts, in ms. */
	private static final int PAUSE = 20;

	/** The operating system's locks. */
	@FunctionalInterface
	public interface Locks {
		/** Locks of the file system that the file is on. */
		Locks SYSTEM = FileChannel::tryLock;

		/**
		 * Locks a file if nobody else has.
		 *
		 * @return the lock, or null when another process has it
		 * @throws IOException when the file system has no locks
		 */
		FileLock tryLock(FileChannel channel) throws IOException;
	}

	/**
	 * Who holds a lock.
	 *
	 * @param user    name of the user
	 * @param host    name of the machine
	 * @param process number of the process there
	 * @param since   when it took the lock
	 * @param token   different for each lock ever taken
	 */
	private record Holder(String user, String host, long process, Instant since, String token) {
		static Holder current() {
			return new Holder(System.getProperty("user.name", "?"), hostName(), ProcessHandle.current().pid(),
					Instant.now().truncatedTo(ChronoUnit.SECONDS), UUID.randomUUID().toString());
		}

		static Optional<Holder> parse(String text) {
			String[] fields = text.strip().split("\t");
			try {
				return fields.length != 5 ? Optional.empty()
						: Optional.of(new Holder(fields[0], fields[1], Long.parseLong(fields[2]), Instant.parse(fields[3]),
								fields[4]));
			} catch (RuntimeException e) {
				LOG.debug("not a holder: {}", text, e);
				return Optional.empty();
			}
		}

		String text() {
			return String.join("\t", user, host, Long.toString(process), since.toString(), token) + "\n";
		}

		/** For a reader. */
		String description() {
			return user + " on " + host + ", process " + process + ", since " + since;
		}

		boolean isDead() {
			return host.equals(hostName())
					&& ProcessHandle.of(process).map(p -> startedLater(p)).orElse(true);
		}

		/** Whether the number was given to another process since. */
		private boolean startedLater(ProcessHandle handle) {
			return handle.info().startInstant().map(start -> start.isAfter(since.plusSeconds(2))).orElse(false);
		}

		private static String hostName() {
			try {
				return InetAddress.getLocalHost().getHostName();
			} catch (UnknownHostException e) {
				LOG.debug("this machine has no name", e);
				return "this machine";
			}
		}
	}

	/**
	 * What this process holds. The system's locks are per process, and one is lost when the process closes any channel to
	 * the locked file; so a file that is locked here already must not even be opened.
	 */
	private static final Map<Path, Holder> HELD = new ConcurrentHashMap<>();

	private final Path file;
	private final Path path;
	private final FileChannel channel;

	private WriteLock(Path file, Path path, FileChannel channel) {
		this.file = file;
		this.path = path;
		this.channel = channel;
	}

	/**
	 * Takes the lock if nobody has it.
	 *
	 * @param file  the data file's real path
	 * @param locks the operating system's locks
	 * @throws FileInUseException when somebody has it; says who
	 * @throws IOException        when no file can be made in the directory
	 */
	public static WriteLock take(Path file, Locks locks) throws IOException {
		Holder me = Holder.current();
		Holder here = HELD.putIfAbsent(file, me);
		if (here != null)
			throw inUse(file, Optional.of(here), Optional.empty());
		boolean taken = false;
		try {
			WriteLock lock = takeFromOthers(file, locks, me);
			taken = true;
			return lock;
		} finally {
			if (!taken)
				HELD.remove(file);
		}
	}

	private static WriteLock takeFromOthers(Path file, Locks locks, Holder me) throws IOException {
		Path path = file.resolveSibling("." + file.getFileName() + ".pxst-lock");
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ,
					StandardOpenOption.WRITE);
			boolean taken = false;
			try {
				if (locks.tryLock(channel) == null) {
					Optional<Holder> holder = read(path);
					// it may be about to write who it is
					if (holder.isEmpty() && attempt < ATTEMPTS - 1 && pause())
						continue;
					throw inUse(file, holder, Optional.empty());
				}
				taken = isStillNamed(channel, path);
				if (taken) {
					channel.truncate(0);
					channel.write(ByteBuffer.wrap(me.text().getBytes(StandardCharsets.UTF_8)), 0);
					return new WriteLock(file, path, channel);
				}
			} catch (IOException e) {
				LOG.debug("{}: no locks here", path, e);
				Files.deleteIfExists(path);
				return takeByName(file, file.resolveSibling("." + file.getFileName() + ".pxst-holder"), me);
			} finally {
				if (!taken)
					channel.close();
			}
		}
		throw inUse(file, read(path), Optional.empty());
	}

	/** Waits a moment; false when this thread is interrupted. */
	private static boolean pause() {
		try {
			Thread.sleep(PAUSE);
			return true;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * Whether the locked file still has its name; the holder before removes it when it is done. Java does not tell which
	 * file a channel is open on, and opening the name to look would lose the lock; but a size can be given to the one and
	 * looked for at the other.
	 */
	private static boolean isStillNamed(FileChannel channel, Path path) throws IOException {
		long size = LONGEST_HOLDER + 1 + new SecureRandom().nextInt(1 << 20);
		channel.truncate(0);
		channel.write(ByteBuffer.allocate(1), size - 1);
		try {
			return Files.size(path) == size;
		} catch (NoSuchFileException e) {
			LOG.debug("{} is gone", path, e);
			return false;
		}
	}

	private static WriteLock takeByName(Path file, Path path, Holder me) throws IOException {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			Optional<Holder> holder = read(path);
			if (holder.isPresent() && holder.get().isDead())
				remove(path, holder);
			// whole at once: nobody sees a lock without a holder
			Path fresh = path.resolveSibling(path.getFileName() + "-" + me.token());
			Files.writeString(fresh, me.text());
			try {
				Files.createLink(path, fresh);
				return new WriteLock(file, path, null);
			} catch (FileAlreadyExistsException e) {
				if (holder.isPresent() && !holder.get().isDead())
					throw inUse(file, read(path), Optional.of(path));
				LOG.debug("{} was taken a moment ago", path, e);
			} catch (UnsupportedOperationException | FileSystemException e) {
				LOG.debug("{}: no hard links here", path, e);
				return takeByCreating(file, path, me);
			} finally {
				Files.delete(fresh);
			}
		}
		throw inUse(file, read(path), Optional.of(path));
	}

	private static WriteLock takeByCreating(Path file, Path path, Holder me) throws IOException {
		try {
			Files.writeString(path, me.text(), StandardOpenOption.CREATE_NEW);
			return new WriteLock(file, path, null);
		} catch (FileAlreadyExistsException e) {
			LOG.debug("{} is there", path, e);
			throw inUse(file, read(path), Optional.of(path));
		}
	}

	/** Removes a lock that nobody holds any more, unless somebody took it meanwhile. */
	private static void remove(Path path, Optional<Holder> holder) throws IOException {
		Path aside = path.resolveSibling(path.getFileName() + "-" + UUID.randomUUID());
		try {
			Files.move(path, aside, StandardCopyOption.ATOMIC_MOVE);
		} catch (NoSuchFileException e) {
			LOG.debug("{} is gone already", path, e);
			return;
		}
		if (!read(aside).equals(holder))
			Files.createLink(path, aside);
		Files.delete(aside);
	}

	private static Optional<Holder> read(Path path) throws IOException {
		try {
			return Files.size(path) > LONGEST_HOLDER ? Optional.empty() : Holder.parse(Files.readString(path));
		} catch (NoSuchFileException e) {
			LOG.debug("{} is gone", path, e);
			return Optional.empty();
		}
	}

	private static FileInUseException inUse(Path file, Optional<Holder> holder, Optional<Path> byName) {
		String who = holder.map(Holder::description).orElse("another program");
		return new FileInUseException(file + ": is being written by " + who + "; wait for it to end, or name another "
				+ "file with --output" + byName
						.map(path -> " (if that program does not run any more, remove " + path + ")").orElse(""),
				who);
	}

	@Override
	public void close() {
		try {
			Files.deleteIfExists(path);
		} catch (IOException e) {
			LOG.debug("{} stays", path, e);
		}
		try {
			if (channel != null)
				channel.close();
		} catch (IOException e) {
			LOG.debug("{}: not closed", path, e);
		} finally {
			HELD.remove(file);
		}
	}
}
