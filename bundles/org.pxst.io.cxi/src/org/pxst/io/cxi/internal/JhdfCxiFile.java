// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.eclipse.january.dataset.IDataset;
import org.eclipse.january.dataset.ILazyDataset;
import org.eclipse.january.dataset.LazyDataset;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.SamplePositions;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiFinding;
import org.pxst.io.cxi.CxiOptions;

/** A CXI file read with jhdf. */
final class JhdfCxiFile implements CxiFile {
	private final Hdf5File file;
	private final CxiOptions options;
	private final ScanItems items;

	/**
	 * Looks for the items of a scan.
	 *
	 * @param file    an open file, closed with this object
	 * @param options what the user knows better
	 */
	JhdfCxiFile(Hdf5File file, CxiOptions options) {
		this.file = file;
		this.options = options;
		items = ScanItems.find(file, options);
	}

	@Override
	public Path path() {
		return file.path();
	}

	@Override
	public List<CxiFinding> findings() {
		return items.findings();
	}

	@Override
	public ILazyDataset frames() {
		StoredDataset stack = items.frames().value()
				.orElseThrow(() -> invalid(List.of(items.frames().finding().problem().orElseThrow())));
		return new LazyDataset(new FrameLoader(stack), stack.path(), stack.type().orElseThrow().dataset(),
				(int) stack.extent(0), (int) stack.extent(1), (int) stack.extent(2));
	}

	@Override
	public Scan scan() {
		List<String> problems = findings().stream().map(CxiFinding::problem).flatMap(Optional::stream).toList();
		if (!problems.isEmpty())
			throw invalid(problems);
		FileFrames frames = new FileFrames(value(items.frames()));
		Mask mask = items.mask().value().orElseGet(() -> Mask.allGood(frames.rows(), frames.columns()));
		OptionalDouble defocus = items.defocus().value().map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
		Geometry geometry = new Geometry(value(items.distance()), options.distanceFrom(), value(items.pixelSizeSs()),
				value(items.pixelSizeFs()), value(items.light().wavelength()), defocus);
		SamplePositions positions = SamplePositions.project(value(items.translations()),
				value(items.basis()).vectors());
		return new Scan(path().toString(), frames, mask, geometry, positions);
	}

	private static <T> T value(Found<T> found) {
		return found.value().orElseThrow();
	}

	private InvalidDataException invalid(List<String> problems) {
		int more = problems.size() - 1;
		return new InvalidDataException(path() + ": " + problems.get(0) + (more == 0 ? ""
				: " (and " + more + " more " + (more == 1 ? "problem" : "problems") + ": see pxst info " + path() + ")"));
	}

	@Override
	public int[] goodFrames() {
		items.goodFrames().finding().problem().ifPresent(problem -> {
			throw invalid(List.of(problem));
		});
		return items.goodFrames().value().map(int[]::clone).orElseGet(() -> IntStream
				.range(0, (int) items.frames().value()
						.orElseThrow(() -> invalid(List.of(items.frames().finding().problem().orElseThrow()))).extent(0))
				.toArray());
	}

	@Override
	public IDataset read(String where) {
		String absolute = where.startsWith("/") ? where : "/" + where;
		return file.dataset(absolute)
				.orElseThrow(() -> new InvalidDataException(path() + ": there is no data set " + absolute
						+ (file.unreadable().isEmpty() ? "" : " (" + String.join("; ", file.unreadable()) + ")")
						+ "; list the file with h5ls or h5dump -n"))
				.toDataset();
	}

	@Override
	public boolean isElsewhere(String where) {
		List<String> parts = FrameGroup.isOne(file, where) ? FrameGroup.members(file, where) : List.of(where);
		return parts.stream().allMatch(
				part -> file.dataset(part).map(StoredDataset::home).filter(home -> !isThisFile(home)).isPresent());
	}

	private boolean isThisFile(Path home) {
		try {
			return Files.isSameFile(home, path());
		} catch (IOException e) {
			throw new InvalidDataException(path() + ": cannot be compared with " + home + " (" + Reason.of(e) + ")", e);
		}
	}

	@Override
	public void close() {
		file.close();
	}
}
