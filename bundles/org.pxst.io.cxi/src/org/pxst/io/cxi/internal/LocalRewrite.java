// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

import org.pxst.core.CancelledException;

/** Makes a changed copy in this process and compares it with the original. Hold {@link NativeHdf5#LOCK}. */
final class LocalRewrite {
	private static final int BLOCK = 1 << 22;

	private final RewritePlan plan;
	private final BooleanSupplier cancelled;

	private LocalRewrite(RewritePlan plan, BooleanSupplier cancelled) {
		this.plan = plan;
		this.cancelled = cancelled;
	}

	/** Does it; see {@link RewritePlan.Work}. */
	static void run(RewritePlan plan, BooleanSupplier cancelled) throws IOException {
		new LocalRewrite(plan, cancelled).make();
	}

	private void make() throws IOException {
		NativeHdf5.load();
		try (NativeFile original = NativeFile.openShared(plan.source())) {
			requireSameNeighbours(original);
			if (plan.compact() && plan.change().isNone())
				compact(original, plan.made());
			else if (plan.compact())
				changeAndCompact(original, plan.made());
			else
				change(original, plan.made());
		}
	}

	/** Other files that are named relative to this one's directory are not found from another directory. */
	private void requireSameNeighbours(NativeFile original) throws IOException {
		if (plan.source().getParent().equals(plan.target().toAbsolutePath().getParent().toRealPath()))
			return;
		for (String name : new OtherFiles(original).names())
			if (!Path.of(name).isAbsolute())
				throw new IOException("the file refers to " + name
						+ ", which would not be found from another directory; write to a file beside " + plan.source());
	}

	private void change(NativeFile original, Path path) throws IOException {
		copyBytes(path);
		write(NativeFile.openPrivate(path), plan.change()::apply);
		try (NativeFile copy = NativeFile.openShared(path)) {
			new FileComparison(original, copy, plan.change(), false, cancelled).compare();
		}
	}

	private void compact(NativeFile original, Path path) throws IOException {
		write(NativeFile.createLike(path, original), copy -> new CompactCopy(original, copy).run());
		try (NativeFile copy = NativeFile.openPrivate(path)) {
			if (original.userBlock() > 0)
				CompactCopy.copyUserBlock(original, copy, original.userBlock());
			new FileComparison(original, copy, LinkChange.none(), true, cancelled).compare();
		}
	}

	private void changeAndCompact(NativeFile original, Path path) throws IOException {
		change(original, plan.changed());
		try (NativeFile smaller = NativeFile.openShared(plan.changed())) {
			compact(smaller, path);
		}
		// once more, against what is to be replaced
		try (NativeFile copy = NativeFile.openShared(path)) {
			new FileComparison(original, copy, plan.change(), true, cancelled).compare();
		}
	}

	/** Something that is done to a file. */
	@FunctionalInterface
	private interface Writing {
		void to(NativeFile file) throws IOException;
	}

	private static void write(NativeFile copy, Writing writing) throws IOException {
		boolean done = false;
		try {
			writing.to(copy);
			copy.flush();
			copy.close();
			done = true;
		} finally {
			if (!done)
				Content.abandon(copy);
		}
	}

	private void copyBytes(Path path) throws IOException {
		byte[] block = new byte[BLOCK];
		try (RandomAccessFile from = new RandomAccessFile(plan.source().toFile(), "r");
				RandomAccessFile to = new RandomAccessFile(path.toFile(), "rw")) {
			for (int n = from.read(block); n >= 0; n = from.read(block)) {
				if (cancelled.getAsBoolean())
					throw new CancelledException("copying " + plan.source());
				to.write(block, 0, n);
			}
		}
	}
}
