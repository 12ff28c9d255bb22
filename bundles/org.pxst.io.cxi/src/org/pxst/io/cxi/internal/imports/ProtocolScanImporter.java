// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.io.cxi.imports.ImportProtocol;
import org.pxst.io.cxi.imports.ImportRequest;
import org.pxst.io.cxi.imports.ScanImport;
import org.pxst.io.cxi.imports.ScanImporter;

/** Imports scans by protocols. */
@Component
public final class ProtocolScanImporter implements ScanImporter {
	private final ProtocolLibrary library = new ProtocolLibrary();
	private final CxiWriter writer;

	/** @param writer writes the CXI files */
	@Activate
	public ProtocolScanImporter(@Reference CxiWriter writer) {
		this.writer = writer;
	}

	@Override
	public List<ImportProtocol> protocols() {
		return library.all();
	}

	@Override
	public ScanImport open(ImportRequest request) {
		Mapping said = said(request);
		Sources sources = new Sources(request.sources());
		try {
			return new MappedScan(protocol(request.protocol(), sources, said).with(said), sources,
					request.storage() == ImportRequest.Storage.LINK, writer);
		} catch (RuntimeException | Error e) {
			sources.close();
			throw e;
		}
	}

	private Mapping protocol(String name, Sources sources, Mapping said) {
		if (name.equals(ImportRequest.AUTO))
			return sources.isEmpty() && said.entry(Key.DATA).isPresent() ? Mapping.empty("settings") : library.detect(sources);
		if (library.has(name))
			return library.mapping(name);
		Path file;
		try {
			file = Path.of(name);
		} catch (InvalidPathException e) {
			throw noProtocol(name, e);
		}
		if (!Files.isRegularFile(file))
			throw noProtocol(name, null);
		return new MappingReader(library::mapping).read(file);
	}

	private InvalidDataException noProtocol(String name, Exception cause) {
		return new InvalidDataException("'" + name + "' is neither a mapping file nor a protocol; there are auto, "
				+ String.join(", ", library.all().stream().map(ImportProtocol::name).toList()), cause);
	}

	/** What the user said besides the protocol. */
	private static Mapping said(ImportRequest request) {
		Map<Key, Entry> entries = new EnumMap<>(Key.class);
		Path here = Path.of("");
		request.positions().ifPresent(table -> {
			Line line = new Line("--positions", table);
			List<Expression> places = ExpressionParser.forPositions(line).parse(table);
			for (Expression place : places)
				if (place.place() instanceof Place.InTiff || place.place() instanceof Place.Constant)
					throw line.wrong("this is no table; name a text table, for example 'positions.txt in um'");
			entries.put(Key.TRANSLATIONS, new Entry(line, here, places));
		});
		request.settings().forEach((name, value) -> {
			Line line = new Line("--set", name + "=" + value);
			Key key = Key.of(name)
					.orElseThrow(() -> line.wrong("'" + name + "' is no item of a scan; one of " + Key.names()));
			entries.put(key, MappingReader.entry(key, line, here, value));
		});
		return new Mapping("", "", List.of(), entries);
	}
}
