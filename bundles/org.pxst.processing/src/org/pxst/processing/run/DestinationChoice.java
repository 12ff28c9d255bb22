// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.io.cxi.FileInUseException;

/**
 * Decides where a result goes, before the work begins: into the scan where that can be, else into a file of its own. Callable from
 * any thread.
 */
public final class DestinationChoice {
	private final CxiLoader loader;
	private final CxiWriter writer;
	private final Consumer<String> announce;

	/**
	 * @param loader   opens what is there
	 * @param writer   writes the result
	 * @param announce hears where the result goes when that is not where one would look for it
	 */
	public DestinationChoice(CxiLoader loader, CxiWriter writer, Consumer<String> announce) {
		this.loader = loader;
		this.writer = writer;
		this.announce = announce;
	}

	/**
	 * The question.
	 *
	 * @param input   the scan
	 * @param options how to read it
	 * @param group   absolute path of the result's group
	 * @param target  what the user wants
	 */
	public record Request(Path input, CxiOptions options, String group, Target target) {
	}

	/**
	 * The answer. The caller closes it.
	 *
	 * @throws FileInUseException   when another program is about to write into the scan
	 * @throws InvalidDataException when the result cannot go there; says what to do
	 */
	public Destination of(Request request) {
		return switch (request.target().kind()) {
		case FILE -> named(request.target().file().orElseThrow(), request);
		case IN_PLACE -> inPlace(request);
		case AUTOMATIC -> automatic(request);
		};
	}

	/**
	 * A file that has a part of the results already, for those that belong to them. The caller closes it.
	 *
	 * @throws FileInUseException   when another program is about to write into it
	 * @throws InvalidDataException when it cannot be written
	 */
	public Destination again(Path file) {
		return InPlace.claim(writer, file);
	}

	/**
	 * The file that the user named.
	 *
	 * @throws InvalidDataException when it cannot be written, is the input, or is not ours to replace
	 */
	private Destination named(Path output, Request request) {
		try {
			if (Files.exists(output) && Files.isSameFile(output, request.input()))
				throw new InvalidDataException(
						output + ": the output is the input file; name another file, or use --in-place to add to it");
		} catch (IOException e) {
			throw new InvalidDataException(output + ": cannot be compared with the input (" + e.getMessage() + ")", e);
		}
		OutputPlace.creatable(output);
		if (!request.target().overwrite() && !new EarlierResult(loader, request.group()).mayBeReplaced(output))
			throw new InvalidDataException(output
					+ ": exists and is not a result of pxst; name another file, or give --overwrite to replace it");
		return new OwnFile(output, writer);
	}

	/**
	 * The scan itself, and nothing else.
	 *
	 * @throws InvalidDataException when it cannot be written
	 */
	private Destination inPlace(Request request) {
		Path input = request.input();
		writer.obstacle(input, size(request)).ifPresent(obstacle -> {
			throw new InvalidDataException(
					input + ": the result cannot go into this file: " + obstacle + "; name another file with --output");
		});
		return InPlace.claim(writer, input);
	}

	/**
	 * The scan itself; where that cannot be, a file of its own beside it or in the current directory.
	 *
	 * @throws FileInUseException   when another program is about to write into the scan
	 * @throws InvalidDataException when there is no place at all
	 */
	private Destination automatic(Request request) {
		Path input = request.input();
		long size = size(request);
		Optional<String> obstacle = writer.obstacle(input, size);
		if (obstacle.isEmpty())
			try {
				return InPlace.claim(writer, input);
			} catch (FileInUseException e) {
				throw e;
			} catch (InvalidDataException e) {
				obstacle = Optional.of(withoutName(e.getMessage(), input));
			}
		return besideOrHere(request, size, obstacle.get());
	}

	private Destination besideOrHere(Request request, long size, String obstacle) {
		Path input = request.input();
		List<String> reasons = new ArrayList<>();
		for (Path place : new AutomaticName(input).places()) {
			Optional<String> problem = problem(place, size);
			if (problem.isPresent()) {
				reasons.add(problem.get());
				continue;
			}
			Destination chosen = named(place, request);
			announce.accept(input + ": " + obstacle + "; the result goes to " + place);
			return chosen;
		}
		throw new InvalidDataException(input + ": the result cannot go into this file: " + obstacle + "; nor beside it: "
				+ String.join("; nor here: ", reasons) + "; name another file with --output");
	}

	/** Why a file of this size cannot be made; empty when it can. */
	private static Optional<String> problem(Path place, long size) {
		try {
			OutputPlace.creatable(place);
		} catch (InvalidDataException e) {
			return Optional.of(e.getMessage());
		}
		Path directory = place.toAbsolutePath().getParent();
		// not the file store's figure: there is none for a mount that is not listed, as in a chroot
		long free = directory.toFile().getUsableSpace();
		return free >= size ? Optional.empty()
				: Optional.of(String.format(Locale.ROOT, "%s has room for %.1f MB, and about %.1f MB are needed", directory,
						free / 1e6, size / 1e6));
	}

	private long size(Request request) {
		try (CxiFile file = loader.open(request.input(), request.options())) {
			return ResultSize.estimate(file.frames().getShape());
		}
	}

	private static String withoutName(String message, Path file) {
		String prefix = file + ": ";
		return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
	}
}
