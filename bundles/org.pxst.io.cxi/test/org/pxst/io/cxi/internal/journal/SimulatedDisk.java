// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.journal;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A disk in memory that can lose its power after any operation. Then of everything that was not synced a random part has
 * happened and the rest has not: single sectors of writes, changes of length, names made, changed and removed, each for
 * itself. It can also be full.
 * <p>
 * The first file that is created goes to the real file system: that is the skeleton, which the HDF5 library works on.
 */
public final class SimulatedDisk implements Disk {
	private static final int SECTOR = 512;

	/** The power is gone. */
	public static final class PowerLoss extends Error {
		private static final long serialVersionUID = 1L;
	}

	/** A change of a file that is not synced; either bytes or a new length. */
	private record Pending(long position, byte[] bytes, long length) {
	}

	private static final class Node {
		private byte[] durable = new byte[0];
		private byte[] current = new byte[0];
		private final List<Pending> pending = new ArrayList<>();
		private FileTime modified = FileTime.fromMillis(0);
	}

	/** A change of the directory that is not synced. */
	private record Naming(Path path, Node node) {
	}

	private final Map<Path, Node> names = new HashMap<>();
	private final Map<Path, Node> durableNames = new HashMap<>();
	private final List<Naming> namings = new ArrayList<>();
	private final SystemDisk real = new SystemDisk();
	private Path skeleton;
	private long operations;
	private long powerEndsAfter = Long.MAX_VALUE;
	private long room = Long.MAX_VALUE;

	/** Puts a real file on the disk. */
	public SimulatedDisk load(Path file) throws IOException {
		Node node = new Node();
		node.durable = Files.readAllBytes(file);
		node.current = node.durable;
		node.modified = Files.getLastModifiedTime(file);
		names.put(file, node);
		durableNames.put(file, node);
		return this;
	}

	/** Lets the power go after so many operations. */
	public SimulatedDisk powerEndsAfter(long count) {
		powerEndsAfter = count;
		return this;
	}

	/** Lets only so many bytes be appended to files in all. */
	public SimulatedDisk room(long bytes) {
		room = bytes;
		return this;
	}

	/** Operations so far. */
	public long operations() {
		return operations;
	}

	private void step() {
		if (++operations > powerEndsAfter)
			throw new PowerLoss();
	}

	/** Writes what is left after a power loss to real files of the same names in another directory. */
	public void survive(Random random, Path directory) throws IOException {
		Map<Path, Node> left = new HashMap<>(durableNames);
		double luck = random.nextInt(4) / 3.0;
		for (Naming naming : namings)
			if (random.nextDouble() < luck) {
				if (naming.node == null)
					left.remove(naming.path);
				else
					left.put(naming.path, naming.node);
			}
		for (Map.Entry<Path, Node> entry : left.entrySet()) {
			Node node = entry.getValue();
			byte[] bytes = node.durable.clone();
			boolean changed = !Arrays.equals(node.durable, node.current);
			for (Pending pending : node.pending)
				bytes = partly(bytes, pending, random, luck);
			Path file = directory.resolve(entry.getKey().getFileName());
			Files.write(file, bytes);
			if (!changed && node.pending.isEmpty())
				Files.setLastModifiedTime(file, node.modified);
		}
	}

	private static byte[] partly(byte[] bytes, Pending pending, Random random, double luck) {
		byte[] result = bytes;
		if (pending.bytes == null)
			return random.nextDouble() < luck ? Arrays.copyOf(result, (int) pending.length) : result;
		long at = pending.position;
		long end = at + pending.bytes.length;
		while (at < end) {
			long next = Math.min(end, (at / SECTOR + 1) * SECTOR);
			if (random.nextDouble() < luck) {
				if (next > result.length)
					result = Arrays.copyOf(result, (int) next);
				System.arraycopy(pending.bytes, (int) (at - pending.position), result, (int) at, (int) (next - at));
			}
			at = next;
		}
		return result;
	}

	/** What a file holds as long as there is power. */
	public byte[] contents(Path file) {
		return names.get(file).current;
	}

	@Override
	public DiskFile open(Path file) throws IOException {
		if (file.equals(skeleton))
			return real.open(file);
		step();
		Node node = names.get(file);
		if (node == null)
			throw new FileNotFoundException(file.toString());
		return new Opened(node);
	}

	@Override
	public DiskFile openToRead(Path file) throws IOException {
		return file.equals(skeleton) ? real.openToRead(file) : open(file);
	}

	@Override
	public DiskFile create(Path file) throws IOException {
		if (skeleton == null) {
			skeleton = file;
			return real.create(file);
		}
		step();
		if (names.containsKey(file))
			throw new FileAlreadyExistsException(file.toString());
		Node node = new Node();
		name(file, node);
		return new Opened(node);
	}

	private void name(Path file, Node node) {
		if (node == null)
			names.remove(file);
		else
			names.put(file, node);
		namings.add(new Naming(file, node));
	}

	@Override
	public boolean exists(Path file) {
		return file.equals(skeleton) ? real.exists(file) : names.containsKey(file);
	}

	@Override
	public long modified(Path file) {
		return names.get(file).modified.to(TimeUnit.NANOSECONDS);
	}

	@Override
	public boolean isTrusted(Path file, Path like) {
		return true;
	}

	@Override
	public void rename(Path from, Path to) {
		step();
		// one step: either both happen or none
		Node node = names.remove(from);
		names.put(to, node);
		namings.add(new Naming(to, node));
	}

	@Override
	public void delete(Path file) throws IOException {
		if (file.equals(skeleton)) {
			real.delete(file);
			return;
		}
		step();
		name(file, null);
	}

	@Override
	public void syncDirectory(Path directory) {
		step();
		durableNames.clear();
		durableNames.putAll(names);
		namings.clear();
	}

	private final class Opened implements DiskFile {
		private final Node node;

		Opened(Node node) {
			this.node = node;
		}

		@Override
		public long length() {
			return node.current.length;
		}

		@Override
		public void read(long position, byte[] target, int offset, int count) throws IOException {
			if (position + count > node.current.length)
				throw new EOFException();
			System.arraycopy(node.current, (int) position, target, offset, count);
		}

		@Override
		public void write(long position, byte[] source, int offset, int count) throws IOException {
			step();
			long longer = Math.max(0, position + count - node.current.length);
			if (longer > room)
				throw new IOException("No space left on device");
			room -= longer;
			node.current = Arrays.copyOf(node.current, (int) Math.max(node.current.length, position + count));
			System.arraycopy(source, offset, node.current, (int) position, count);
			node.pending.add(new Pending(position, Arrays.copyOfRange(source, offset, offset + count), 0));
			node.modified = FileTime.fromMillis(node.modified.toMillis() + 1);
		}

		@Override
		public void setLength(long length) {
			step();
			node.current = Arrays.copyOf(node.current, (int) length);
			node.pending.add(new Pending(0, null, length));
			node.modified = FileTime.fromMillis(node.modified.toMillis() + 1);
		}

		@Override
		public void sync() {
			step();
			node.durable = node.current.clone();
			node.pending.clear();
		}

		@Override
		public void close() {
			// nothing is held
		}
	}
}
