// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.ILazyDataset;
import org.pxst.core.InvalidDataException;
import org.pxst.core.PxstException;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5Entry.Kind;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.io.cxi.tools.ValueSummary;
import org.pxst.processing.run.OutputPlace;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pxst show}. */
@Command(name = "show", description = {
		"Shows what is in an HDF5 file: the tree of a file or group with types, shapes, storage and links; a data set as "
				+ "text, or as a picture.",
		"Large data sets are shown by their first and last elements, with smallest and largest value and mean." })
final class ShowCommand implements Callable<Integer> {
	private static final long MOST_ELEMENTS = 1000;

	private final Hdf5Viewer viewer;
	private final Terminal terminal;

	@Parameters(paramLabel = "FILE[/path[slice]]", description = "A file, a group or a data set in it, or part of a data "
			+ "set, for example scan.cxi/entry_1/data_1/data[3,:,10:20].")
	private String place;

	@Option(names = { "-a", "--attributes" }, description = "List the attributes too.")
	private boolean attributes;

	@Option(names = "--full", description = "Print all elements of a data set, however many there are.")
	private boolean full;

	@Option(names = "--png", paramLabel = "OUT.png", description = "Draw a data set: two axes as a picture, one as a curve, "
			+ "three as the middle frame, two columns or rows as positions. A file of that name is replaced.")
	private Path png;

	/**
	 * @param viewer   opens files
	 * @param terminal where to print
	 */
	ShowCommand(Hdf5Viewer viewer, Terminal terminal) {
		this.viewer = viewer;
		this.terminal = terminal;
	}

	@Override
	public Integer call() {
		InsideFile inside = InsideFile.existing(place);
		if (png != null)
			OutputPlace.picture(InputFile.other(inside.file(), png));
		try (Hdf5View view = viewer.open(InputFile.existing(inside.file()))) {
			Optional<Hdf5Entry> found = view.find(inside.path());
			if (found.isPresent() && found.get().kind() == Kind.DATASET)
				showDataset(view, found.get(), inside);
			else
				showTree(view, inside);
			return ExitCode.OK;
		}
	}

	private void showTree(Hdf5View view, InsideFile inside) {
		TreeText tree = new TreeText(view.tree(inside.path()), attributes, path -> single(view, path));
		if (inside.slice().isPresent() || png != null)
			throw new InvalidDataException(inside.shown() + ": is no data set; name one of those that pxst show " + inside.file()
					+ " lists");
		tree.lines().forEach(terminal.out()::println);
	}

	/** The only element of a data set; empty when it cannot be read. */
	private static Optional<String> single(Hdf5View view, String path) {
		try {
			ILazyDataset value = view.values(path);
			return Optional.of(new ArrayText(value, SliceText.parse("", value.getShape()), 1).lines().get(0));
		} catch (PxstException e) {
			return Optional.empty();
		}
	}

	private void showDataset(Hdf5View view, Hdf5Entry entry, InsideFile inside) {
		if (png == null)
			new TreeText(List.of(entry), attributes, path -> Optional.empty()).lines().forEach(terminal.out()::println);
		entry.problem().filter(problem -> entry.layout().isEmpty()).ifPresent(problem -> {
			throw new InvalidDataException(inside.shown() + ": cannot be read: " + problem);
		});
		ILazyDataset values = view.values(inside.path());
		SliceText part = SliceText.parse(inside.slice().orElse(""), values.getShape());
		if (png != null) {
			terminal.out().println(new DatasetPicture(values, part, entry, inside.shown()).write(png));
			return;
		}
		ArrayText text = new ArrayText(values, part, full ? Long.MAX_VALUE : MOST_ELEMENTS);
		text.lines().forEach(terminal.out()::println);
		boolean everything = inside.slice().isEmpty();
		if (text.isCut() && everything && entry.layout().orElseThrow().numeric())
			print(view.summary(inside.path(), new IMonitor.Stub()));
	}

	private void print(ValueSummary summary) {
		String strange = (summary.nan() > 0 ? ", " + summary.nan() + " nan" : "")
				+ (summary.infinite() > 0 ? ", " + summary.infinite() + " infinite" : "");
		terminal.out().println(String.format(Locale.ROOT, "%d elements, min %s, max %s, mean %s%s", summary.count(),
				number(summary.min()), number(summary.max()), number(summary.mean()), strange));
	}

	private static String number(double value) {
		return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value)
				: String.format(Locale.ROOT, "%.7g", value);
	}
}
