// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.january.DatasetException;
import org.eclipse.january.dataset.IDataset;
import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.None;
import org.pxst.core.literal.Text;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.processing.step.GivenValue;
import org.pxst.processing.step.ParameterDescription;
import org.pxst.processing.step.ParameterType;
import org.pxst.processing.step.ScanParameter;
import org.pxst.processing.step.StepDescription;
import org.pxst.processing.step.StepRequest;

/** Finds the value of each parameter of a step: what the user gives, what earlier steps found, or the default. */
final class ParameterValues {
	/** What the 2020 suite's automatic loop has where nothing is given. */
	private static final String AUTO = "auto";

	private final StepRequest request;
	private final Map<String, Object> values = new LinkedHashMap<>();
	private final Map<String, Literal> used = new LinkedHashMap<>();
	private final Map<String, Literal> given = new LinkedHashMap<>();

	private ParameterValues(StepRequest request) {
		this.request = request;
	}

	/** Finds them all. */
	static ParameterValues of(StepRequest request, Hdf5Viewer viewer) {
		check(request);
		ParameterValues all = new ParameterValues(request);
		try (Hdf5View input = viewer.open(request.input())) {
			for (ParameterDescription parameter : request.step().parameters())
				all.find(parameter, input, viewer);
		}
		request.given().forEach((name, value) -> {
			if (isOfScan(name) && request.step().parameter(name).isEmpty())
				all.given.put(ScanParameter.called(name).map(ScanParameter::key).orElse(name), value.value());
		});
		return all;
	}

	private static boolean isOfScan(String name) {
		return ScanParameter.called(name).isPresent() || name.equals(ScanParameter.DISTANCE_FROM);
	}

	/**
	 * Checks names and literals.
	 *
	 * @throws InvalidDataException when one is unknown or wrong
	 */
	static void check(StepRequest request) {
		StepDescription step = request.step();
		request.given().forEach((name, value) -> {
			Optional<ParameterDescription> parameter = step.parameter(name);
			if (parameter.isPresent()) {
				if (!isOpen(parameter.get(), value.value()))
					literal(parameter.get(), value);
			} else if (!isOfScan(name) && !step.obsolete().containsKey(name))
				throw new InvalidDataException(value.where() + ": " + step.name() + " has no parameter " + name
						+ "; pxst " + step.name() + " --help lists those that it has");
		});
	}

	/** By the parameter's name, those that have a value. */
	Map<String, Object> values() {
		return values;
	}

	/** What each was, for the record. */
	Map<String, Literal> used() {
		return used;
	}

	/** What the user gave, under the names of the declarations. */
	Map<String, Literal> given() {
		return given;
	}

	private void find(ParameterDescription parameter, Hdf5View input, Hdf5Viewer viewer) {
		Optional<GivenValue> own = request.given().entrySet().stream().filter(e -> parameter.isCalled(e.getKey()))
				.map(Map.Entry::getValue).findFirst();
		own.ifPresent(value -> given.put(parameter.name(), value.value()));
		if (own.isPresent() && !isAuto(parameter, own.get().value())) {
			take(parameter, own.get(), input, viewer);
			return;
		}
		String path = absolute(parameter.path());
		Optional<Hdf5Entry> there = path.isEmpty() ? Optional.empty()
				: input.find(path).filter(entry -> entry.kind() == Hdf5Entry.Kind.DATASET);
		if (there.isPresent()) {
			values.put(parameter.name(), convert(parameter, read(input, path), request.input() + ": " + path));
			used.put(parameter.name(), new Text(path));
		} else if (parameter.required() && parameter.defaultValue().isEmpty())
			throw new InvalidDataException(missing(parameter, path));
		else
			used.put(parameter.name(), parameter.defaultValue().map(parameter::literal).orElse(new None()));
	}

	private static boolean isAuto(ParameterDescription parameter, Literal value) {
		return value instanceof Text text && text.value().equals(AUTO) && parameter.type() != ParameterType.TEXT
				&& !parameter.choices().contains(AUTO);
	}

	private String missing(ParameterDescription parameter, String path) {
		String option = parameter.option() + (parameter.type().isLiteral() ? " VALUE" : " PATH");
		if (path.isEmpty())
			return request.step().name() + " needs " + parameter.name() + " (" + parameter.description() + "); give " + option;
		return request.input() + ": there is no " + path + ", which " + request.step().name() + " needs ("
				+ parameter.description() + "); "
				+ (parameter.from().isEmpty() ? "" : "run pxst " + parameter.from() + " first, or ") + "give " + option;
	}

	private void take(ParameterDescription parameter, GivenValue value, Hdf5View input, Hdf5Viewer viewer) {
		if (value.value() instanceof None) {
			if (parameter.required())
				throw new InvalidDataException(value.where() + ": " + request.step().name() + " cannot do without " + parameter.name());
			used.put(parameter.name(), value.value());
			if (parameter.type() == ParameterType.FLAG)
				values.put(parameter.name(), false);
			else if (!parameter.field().isPrimitive())
				values.put(parameter.name(), null);
			return;
		}
		Optional<Place> place = value.value() instanceof Text text ? place(parameter, text.value()) : Optional.empty();
		used.put(parameter.name(), value.value());
		if (place.isEmpty()) {
			values.put(parameter.name(), literal(parameter, value));
			return;
		}
		String where = value.where() + ": " + place.get();
		if (place.get().file().isEmpty())
			values.put(parameter.name(), convert(parameter, read(input, place.get().path()), where));
		else
			try (Hdf5View other = viewer.open(place.get().file().get())) {
				values.put(parameter.name(), convert(parameter, read(other, place.get().path()), where));
			}
	}

	/** A data set; without a file in the scan's own. */
	private record Place(Optional<Path> file, String path) {
		@Override
		public String toString() {
			return file.map(f -> f + ":").orElse("") + path;
		}
	}

	/** The data set that text stands for; empty when it is only text. */
	private Optional<Place> place(ParameterDescription parameter, String text) {
		if (text.startsWith("/")) {
			Optional<Place> other = otherFile(text);
			return other.isPresent() ? other : Optional.of(new Place(Optional.empty(), text));
		}
		Optional<Place> other = otherFile(text);
		if (other.isEmpty() && !parameter.type().isLiteral())
			throw new InvalidDataException(request.step().name() + ": " + parameter.name() + " is '" + text
					+ "', but must be the path of a data set: /group/name, or other.h5/group/name of a file that exists");
		return other;
	}

	/** {@code file.h5/group/name}, the file beside the scan or in the current directory: the shortest file that exists. */
	private Optional<Place> otherFile(String text) {
		for (int slash = text.indexOf('/', 1); slash > 0; slash = text.indexOf('/', slash + 1)) {
			String name = text.substring(0, slash);
			Path beside = request.input().toAbsolutePath().getParent().resolve(name);
			for (Path file : new Path[] { beside, Path.of(name) })
				if (Files.isRegularFile(file))
					return Optional.of(new Place(Optional.of(file), text.substring(slash)));
		}
		return Optional.empty();
	}

	/** Whether the value that is given may turn out to be a place or to be none, which is not known before it is used. */
	private static boolean isOpen(ParameterDescription parameter, Literal value) {
		return value instanceof None || value instanceof Text text && (text.value().contains("/") || isAuto(parameter, text));
	}

	private static Object literal(ParameterDescription parameter, GivenValue given) {
		try {
			if (!parameter.type().isLiteral())
				throw new InvalidDataException("it is " + given.value().text() + ", but must be " + parameter.type().meaning()
						+ ": a path such as " + parameter.defaultText());
			return parameter.value(given.value());
		} catch (InvalidDataException e) {
			throw new InvalidDataException(given.where() + ": " + parameter.name() + ": " + e.getMessage(), e);
		}
	}

	private Object convert(ParameterDescription parameter, IDataset dataset, String where) {
		try {
			return parameter.value(dataset);
		} catch (InvalidDataException e) {
			throw new InvalidDataException(where + ": " + parameter.name() + ": " + e.getMessage(), e);
		}
	}

	private static IDataset read(Hdf5View view, String path) {
		try {
			return view.values(path).getSlice();
		} catch (DatasetException e) {
			throw new InvalidDataException(view.path() + ": " + path + " cannot be read (" + e.getMessage() + ")", e);
		}
	}

	private String absolute(String path) {
		return path.isEmpty() || path.startsWith("/") ? path : request.group() + "/" + path;
	}
}
