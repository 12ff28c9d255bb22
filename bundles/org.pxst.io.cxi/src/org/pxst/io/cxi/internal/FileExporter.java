// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.january.DatasetException;
import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.DatasetUtils;
import org.eclipse.january.dataset.SliceND;
import org.eclipse.january.dataset.ILazyDataset;
import org.osgi.service.component.annotations.Component;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.tools.ExportRequest;
import org.pxst.io.cxi.tools.ExportRequest.Format;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5Entry.Kind;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.ResultExporter;

/** Exports to NeXus, TIFF and CSV. */
@Component
public final class FileExporter implements ResultExporter {
	@Override
	public List<Path> export(ExportRequest request, IMonitor monitor) {
		try (Hdf5View view = new StoredView(new Hdf5File(request.file()))) {
			List<ExportedData> data = new ArrayList<>();
			for (Hdf5Entry entry : entries(view, request)) {
				if (monitor.isCancelled())
					throw new CancelledException("exporting " + entry.path());
				data.add(read(view, entry, request.group()));
			}
			if (request.format() == Format.NEXUS)
				return List.of(writeNexus(request, view, data, monitor));
			return writeFiles(request, data, monitor);
		}
	}

	private static List<Hdf5Entry> entries(Hdf5View view, ExportRequest request) {
		if (!request.datasets().isEmpty())
			return request.datasets().stream().map(name -> named(view, request, name)).toList();
		Optional<Hdf5Entry> group = view.find(request.group());
		if (group.isEmpty() || group.get().kind() != Kind.GROUP)
			throw new InvalidDataException(request.file() + ": there is no group " + request.group()
					+ "; name the group of the result with --group, or data sets with --datasets");
		return view.tree(request.group()).stream()
				.filter(entry -> entry.kind() == Kind.DATASET && entry.link().isEmpty() && entry.layout().isPresent() && isReadable(entry))
				.toList();
	}

	private static boolean isReadable(Hdf5Entry entry) {
		return (entry.layout().get().numeric() || "string".equals(entry.layout().get().type())) && entry.layout().get().bytes() > 0;
	}

	private static Hdf5Entry named(Hdf5View view, ExportRequest request, String name) {
		String path = name.startsWith("/") ? name : request.group() + "/" + name;
		return view.find(path).filter(entry -> entry.kind() == Kind.DATASET)
				.orElseThrow(() -> new InvalidDataException(request.file() + ": there is no data set " + path
						+ "; list the file with pxst show " + request.file()));
	}

	private static ExportedData read(Hdf5View view, Hdf5Entry entry, String group) {
		ILazyDataset lazy = view.values(entry.path());
		try {
			Dataset values = DatasetUtils.convertToDataset(lazy.getSlice(new SliceND(lazy.getShape())));
			Object units = entry.attributes().get("units");
			// data sets of the same name may be in groups inside the group
			String name = entry.path().startsWith(group + "/") ? entry.path().substring(group.length() + 1).replace('/', '_')
					: entry.name();
			return new ExportedData(name, entry.path(), values,
					units instanceof String text && !text.isEmpty() && !"1".equals(text) ? Optional.of(text) : Optional.empty());
		} catch (DatasetException e) {
			throw new InvalidDataException(view.path() + ": " + entry.path() + " cannot be read: " + e.getMessage(), e);
		}
	}

	private static Path writeNexus(ExportRequest request, Hdf5View view, List<ExportedData> data, IMonitor monitor) {
		Path output = request.output();
		requireFree(output, request.overwrite());
		if (data.stream().noneMatch(ExportedData::isNumeric))
			throw nothing(request, "numbers");
		DetectorAxes axes = DetectorAxes.of(view, request.group());
		return WritingWork.run(output, () -> {
			synchronized (NativeHdf5.LOCK) {
				NativeHdf5.load();
				try (ReplacementFile replacement = new ReplacementFile(output)) {
					new NexusOutput(axes, request.file().getFileName() + ":" + request.group()).write(replacement.path(), data,
							monitor);
					replacement.commit();
				}
			}
			return output;
		});
	}

	private static List<Path> writeFiles(ExportRequest request, List<ExportedData> data, IMonitor monitor) {
		boolean tiff = request.format() == Format.TIFF;
		Map<String, byte[]> files = new LinkedHashMap<>();
		CsvScalars scalars = new CsvScalars();
		for (ExportedData item : data) {
			boolean fits = tiff ? item.isImage() : item.isTable();
			if (!fits && !request.datasets().isEmpty())
				throw new InvalidDataException(request.file() + ": " + item.path() + " is no "
						+ (tiff ? "image; export it as csv" : "curve or list of positions; export it as tiff or nexus"));
			if (!fits)
				continue;
			if (!tiff && item.values().getSize() == 1)
				scalars.add(item);
			else
				(tiff ? new TiffOutput(item).files() : Map.of(item.name() + ".csv", new CsvTable(item).bytes())).forEach((name, bytes) -> {
					if (files.put(name, bytes) != null)
						throw new InvalidDataException(request.file() + ": " + item.path() + " and another data set would both go to " + name
								+ "; export them one by one");
				});
		}
		if (!scalars.isEmpty())
			files.put("scalars.csv", scalars.bytes());
		if (files.isEmpty())
			throw nothing(request, tiff ? "images" : "curves, lists of positions or single numbers");
		return write(request, files, monitor);
	}

	private static List<Path> write(ExportRequest request, Map<String, byte[]> files, IMonitor monitor) {
		Path directory = request.output();
		if (Files.exists(directory) && !Files.isDirectory(directory))
			throw new InvalidDataException(directory + ": is a file; name a directory for the exported files");
		for (String name : files.keySet())
			if (!request.overwrite() && Files.exists(directory.resolve(name)))
				throw exists(directory.resolve(name));
		return WritingWork.run(directory, () -> {
			Files.createDirectories(directory);
			List<Path> written = new ArrayList<>();
			for (Map.Entry<String, byte[]> file : files.entrySet()) {
				if (monitor.isCancelled())
					throw new CancelledException("exporting " + file.getKey());
				written.add(write(directory.resolve(file.getKey()), file.getValue()));
			}
			return List.copyOf(written);
		});
	}

	private static Path write(Path target, byte[] bytes) throws IOException {
		try (ReplacementFile replacement = new ReplacementFile(target)) {
			Files.write(replacement.path(), bytes);
			replacement.commit();
		}
		return target;
	}

	private static InvalidDataException nothing(ExportRequest request, String what) {
		return new InvalidDataException(request.file() + ": there are no " + what + " to export in " + request.group()
				+ "; name data sets with --datasets");
	}

	private static void requireFree(Path output, boolean overwrite) {
		if (Files.isDirectory(output))
			throw new InvalidDataException(output + ": is a directory; name a file, for example " + output.resolve("result.nxs"));
		if (!overwrite && Files.exists(output))
			throw exists(output);
		Path directory = output.toAbsolutePath().getParent();
		if (directory == null || !Files.isDirectory(directory))
			throw new InvalidDataException(output + ": there is no directory " + directory + "; create it first or name another one");
	}

	private static InvalidDataException exists(Path output) {
		return new InvalidDataException(output + ": exists; name another place, or give --overwrite to replace it");
	}
}
