// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.imports.ImportProtocol;
import org.pxst.io.cxi.internal.SourceFile;

/** The protocols that come with PXST. */
final class ProtocolLibrary {
	/** In the order in which they are tried: the most special first. */
	private static final List<String> NAMES = List.of("cxi", "eiger", "nexus", "tiff");

	private final Map<String, String> texts = new LinkedHashMap<>();

	/** Loads them. */
	ProtocolLibrary() {
		for (String name : NAMES)
			texts.put(name, text(name));
	}

	private static String text(String name) {
		try (InputStream stream = ProtocolLibrary.class.getResourceAsStream("protocols/" + name + ".pxst")) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** All of them. */
	List<ImportProtocol> all() {
		return NAMES.stream().map(name -> new ImportProtocol(name, mapping(name).description(), texts.get(name))).toList();
	}

	/**
	 * The protocol of a name.
	 *
	 * @throws InvalidDataException when there is none
	 */
	Mapping mapping(String name) {
		String text = texts.get(name);
		if (text == null)
			throw new InvalidDataException("there is no protocol '" + name + "'; there are " + String.join(", ", NAMES));
		return new MappingReader(this::mapping).read(name, "protocol " + name, Path.of(""), text);
	}

	/** Whether there is a protocol of this name. */
	boolean has(String name) {
		return texts.containsKey(name);
	}

	/**
	 * The protocol that fits the files.
	 *
	 * @throws InvalidDataException when none does
	 */
	Mapping detect(Sources sources) {
		return NAMES.stream().map(this::mapping)
				.filter(mapping -> mapping.detect().stream().anyMatch(mark -> isThere(mark.place(), sources))).findFirst()
				.orElseThrow(() -> new InvalidDataException(
						sources.hdf5().stream().map(file -> file.path().toString()).collect(Collectors.joining(", "))
								+ ": this layout is not known; say what is where in a mapping file, --protocol FILE, or choose one of "
								+ String.join(", ", NAMES) + " and say the rest with --set"));
	}

	private static boolean isThere(Place place, Sources sources) {
		if (place instanceof Place.InTiff)
			return sources.hasTiff();
		Optional<SourceFile> first = sources.hdf5().stream().findFirst();
		return place instanceof Place.InHdf5 mark && first.isPresent() && !mark.path().resolve(first.get()).isEmpty();
	}
}
