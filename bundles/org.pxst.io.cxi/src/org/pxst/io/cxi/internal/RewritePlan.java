// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * How a changed copy of a file is made.
 *
 * @param source  the original's real path
 * @param target  the name that the copy is to get
 * @param changed hidden name for a copy in between; whoever has the plan made removes it
 * @param made    hidden name for the copy
 * @param change  what is different in the copy
 * @param compact whether the copy has no room of removed objects
 */
record RewritePlan(Path source, Path target, Path changed, Path made, LinkChange change, boolean compact) {
	/** Makes the copy and compares it. */
	@FunctionalInterface
	interface Work {
		/**
		 * Does it.
		 *
		 * @throws IOException                         when it cannot be done, or the copy is different
		 * @throws org.pxst.core.CancelledException when it is to stop
		 */
		void run(RewritePlan plan, BooleanSupplier cancelled) throws IOException;
	}

	/** Tells it to another process. */
	void write(DataOutputStream out) throws IOException {
		for (Path path : new Path[] { source, target, changed, made })
			SkeletonMessages.writeText(out, path.toString());
		out.writeInt(change.removed().size());
		for (String path : change.removed())
			SkeletonMessages.writeText(out, path);
		out.writeBoolean(change.to().isPresent());
		if (change.to().isPresent()) {
			SkeletonMessages.writeText(out, change.from().orElseThrow());
			SkeletonMessages.writeText(out, change.to().get());
		}
		out.writeBoolean(change.isMove());
		out.writeBoolean(change.isLink());
		out.writeBoolean(compact);
	}

	/** Hears it from another process. */
	static RewritePlan read(DataInputStream in) throws IOException {
		Path source = Path.of(SkeletonMessages.readText(in));
		Path target = Path.of(SkeletonMessages.readText(in));
		Path changed = Path.of(SkeletonMessages.readText(in));
		Path made = Path.of(SkeletonMessages.readText(in));
		Set<String> removed = new HashSet<>();
		for (int left = in.readInt(); left > 0; left--)
			removed.add(SkeletonMessages.readText(in));
		boolean comes = in.readBoolean();
		Optional<String> from = comes ? Optional.of(SkeletonMessages.readText(in)) : Optional.empty();
		Optional<String> to = comes ? Optional.of(SkeletonMessages.readText(in)) : Optional.empty();
		return new RewritePlan(source, target, changed, made,
				new LinkChange(removed, from, to, in.readBoolean(), in.readBoolean()), in.readBoolean());
	}
}
