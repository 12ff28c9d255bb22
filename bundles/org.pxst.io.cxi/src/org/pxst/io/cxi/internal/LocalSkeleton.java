// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5Dopen2;
import static org.bytedeco.hdf5.global.hdf5.H5P_DEFAULT;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.bytedeco.hdf5.global.hdf5;
import org.pxst.io.cxi.internal.journal.Region;

/** Work on a skeleton in this process. Hold {@link NativeHdf5#LOCK} from start to close. */
final class LocalSkeleton implements SkeletonWork {
	/** Smaller pieces of values are copied along; it is not worth while to leave them out. */
	private static final int SMALLEST_KEPT = 4096;

	private final NativeFile original;
	private final Path skeleton;
	private final Content content;
	private ValueRegions values;

	private LocalSkeleton(NativeFile original, Path skeleton, Content content) {
		this.original = original;
		this.skeleton = skeleton;
		this.content = content;
	}

	/** Begins; see {@link SkeletonWork.Starter}. */
	static LocalSkeleton start(Path target, Path skeleton, Content content) throws IOException {
		NativeHdf5.load();
		return new LocalSkeleton(NativeFile.openShared(target), skeleton, content);
	}

	@Override
	public ValueRegions values() throws IOException {
		List<Region> kept = new ArrayList<>();
		List<Region> replaced = new ArrayList<>();
		for (String path : original.datasets())
			try (Handle dataset = open(original, path)) {
				for (StoredBlock block : StoredBlock.of(original, dataset))
					if (content.paths().contains(path))
						replaced.add(block.region());
					else if (block.length() >= SMALLEST_KEPT)
						kept.add(block.region());
			}
		values = new ValueRegions(Region.merged(kept), Region.merged(replaced));
		return values;
	}

	private static Handle open(NativeFile file, String path) throws IOException {
		return Handle.of(H5Dopen2(file.id(), path, H5P_DEFAULT), hdf5::H5Dclose, "opening " + path);
	}

	@Override
	public void fill() throws IOException {
		content.writeTo(NativeFile.openPrivate(skeleton), true);
		try (NativeFile copy = NativeFile.openShared(skeleton);
				DatasetComparison comparison = new DatasetComparison(original, copy, values.kept())) {
			comparison.compare(content.paths());
			Set<String> old = new HashSet<>(original.datasets());
			old.removeAll(content.paths());
			for (String path : copy.datasets())
				if (!old.contains(path))
					try (Handle dataset = open(copy, path)) {
						for (StoredBlock block : StoredBlock.of(copy, dataset))
							requireApart(block, path);
					}
		}
	}

	private void requireApart(StoredBlock block, String path) throws IOException {
		for (Region region : values.kept())
			if (block.address() < region.end() && region.start() < block.end())
				throw new IOException("the HDF5 library would write " + path + " over other data; the file is damaged");
	}

	@Override
	public void close() throws IOException {
		original.close();
	}
}
