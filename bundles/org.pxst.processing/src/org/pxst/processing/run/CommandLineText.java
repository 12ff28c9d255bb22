// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.pxst.compute.ComputeRequest;
import org.pxst.core.literal.Flag;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.LiteralSyntaxException;
import org.pxst.core.literal.Text;
import org.pxst.core.scan.Geometry.DistanceFrom;
import org.pxst.processing.config.ConfigFile;
import org.pxst.processing.step.GivenValue;
import org.pxst.processing.step.ParameterDescription;
import org.pxst.processing.step.ParameterType;
import org.pxst.processing.step.RecordedRun;
import org.pxst.processing.step.ScanParameter;

/**
 * What one would have to type into a shell to have the same done: a line for each step, the scan with its absolute path. Several
 * steps on a scan that cannot be written get the file that their results would go to. What the lines leave out: later steps with a
 * file of their own are not told to read what the scan has already; {@link PipelineRunner} sees to that when they are run.
 */
public final class CommandLineText {
	private static final String DEFAULT_GROUP = "/speckle_tracking";
	private static final String NEXT = " && \\\n";

	private final PipelineRequest request;
	private final Predicate<Path> writable;

	/** @param request what is to be done; its command does not matter */
	public CommandLineText(PipelineRequest request) {
		this(request, Files::isWritable);
	}

	/** @param writable which files and directories can be written; asked for those that exist */
	CommandLineText(PipelineRequest request, Predicate<Path> writable) {
		this.request = request;
		this.writable = writable;
	}

	/** All steps, a line each, joined so that a shell stops at the first that fails. */
	public String text() {
		List<String> lines = new ArrayList<>();
		Path file = request.input();
		Target target = request.steps().size() > 1 ? known(request.target()) : request.target();
		for (PipelineStep step : request.steps()) {
			lines.add(line(step, file, target));
			file = target.file().orElse(file);
			target = following(target);
		}
		return String.join(NEXT, lines);
	}

	/** The file that results go to where the scan is write-protected: each line by itself would choose it, and read the scan. */
	private Target known(Target target) {
		if (target.kind() != Target.Kind.AUTOMATIC || isWritable(request.input()))
			return target;
		return new AutomaticName(request.input()).places().stream().filter(place -> writable.test(directory(place))).findFirst()
				.map(place -> Target.file(place, false)).orElse(target);
	}

	private boolean isWritable(Path scan) {
		return !Files.exists(scan) || writable.test(scan) && writable.test(directory(scan));
	}

	private static Path directory(Path file) {
		return file.toAbsolutePath().normalize().getParent();
	}

	/**
	 * One of its steps, as it was run.
	 *
	 * @param run   what was given for it
	 * @param input the file that was read
	 */
	public String of(PipelineStep step, RecordedRun run, Path input) {
		Map<String, GivenValue> given = new LinkedHashMap<>();
		run.given().forEach((name, value) -> given.put(name, new GivenValue(value, "")));
		return line(new PipelineStep(step.step(), given, step.results()), input,
				input.equals(request.input()) ? request.target() : following(request.target()));
	}

	/** Later steps read and write what the first one wrote. */
	private static Target following(Target target) {
		return target.kind() == Target.Kind.FILE ? Target.inPlace() : target;
	}

	private String line(PipelineStep step, Path input, Target target) {
		Path file = input.toAbsolutePath().normalize();
		List<String> words = new ArrayList<>(List.of("pxst", step.step().name(), file.toString()));
		if (Files.exists(file.resolveSibling(step.step().name() + ".ini")))
			// what it says was not asked for
			words.addAll(List.of("--config", "/dev/null"));
		step.given().forEach((name, value) -> words.addAll(parameter(step, name, value.value())));
		words.addAll(scan(step));
		step.results().ifPresent(group -> words.addAll(assignment(ConfigFile.GROUP, new Text(group))));
		words.addAll(results(target));
		words.addAll(device());
		return words.stream().map(CommandLineText::quote).collect(Collectors.joining(" "));
	}

	private static List<String> parameter(PipelineStep step, String name, Literal value) {
		Optional<ParameterDescription> own = step.step().parameter(name);
		if (own.isEmpty()) {
			boolean isOfScan = ScanParameter.called(name).isPresent() || name.equals(ScanParameter.DISTANCE_FROM);
			String key = ScanParameter.called(name).map(ScanParameter::key).orElse(name);
			return isOfScan ? option("--" + key.replace('_', '-'), typed(value)) : assignment(name, value);
		}
		if (own.get().type() != ParameterType.FLAG)
			return option(own.get().option(), typed(value));
		if (!(value instanceof Flag flag))
			return assignment(own.get().name(), value);
		return List.of(flag.value() ? own.get().option() : "--no-" + own.get().option().substring(2));
	}

	/** What is known of the scan beside the parameters. */
	private List<String> scan(PipelineStep step) {
		List<String> words = new ArrayList<>();
		for (ScanParameter parameter : ScanParameter.values())
			if (request.options().paths().containsKey(parameter.item()) && isOpen(step, parameter.key()))
				words.addAll(option("--" + parameter.key().replace('_', '-'), request.options().paths().get(parameter.item())));
		DistanceFrom from = request.options().distanceFrom();
		if (from != DistanceFrom.FOCUS && isOpen(step, ScanParameter.DISTANCE_FROM))
			words.addAll(option("--distance-from", from.name().toLowerCase(Locale.ROOT)));
		return words;
	}

	private static boolean isOpen(PipelineStep step, String key) {
		return step.step().parameter(key).isEmpty() && step.given().keySet().stream()
				.noneMatch(name -> name.equals(key) || ScanParameter.called(name).filter(p -> p.key().equals(key)).isPresent());
	}

	private List<String> results(Target target) {
		List<String> words = new ArrayList<>();
		target.file().ifPresent(file -> words.addAll(List.of("--output", file.toAbsolutePath().normalize().toString())));
		if (target.kind() == Target.Kind.IN_PLACE)
			words.add("--in-place");
		if (target.overwrite())
			words.add("--overwrite");
		if (!request.group().equals(DEFAULT_GROUP))
			words.addAll(List.of("--group", request.group()));
		return words;
	}

	private List<String> device() {
		List<String> words = new ArrayList<>();
		if (!request.compute().backEnd().equalsIgnoreCase(ComputeRequest.AUTO))
			words.addAll(option("--backend", request.compute().backEnd()));
		request.compute().deviceMemory().ifPresent(bytes -> words.addAll(List.of("--device-memory", String.valueOf(bytes))));
		return words;
	}

	private static List<String> assignment(String key, Literal value) {
		return List.of("--set", key + "=" + typed(value));
	}

	/** One word where the value could be taken for an option or for a file with options. */
	private static List<String> option(String name, String value) {
		return value.startsWith("-") || value.startsWith("@") ? List.of(name + "=" + value) : List.of(name, value);
	}

	/** Text without Python's quotes where it cannot be taken for anything else. */
	private static String typed(Literal value) {
		if (!(value instanceof Text text) || !text.value().equals(text.value().strip()) || text.value().isEmpty()
				|| text.value().chars().anyMatch(Character::isISOControl))
			return value.text();
		try {
			Literal.parse(text.value());
			return value.text();
		} catch (LiteralSyntaxException e) {
			return text.value();
		}
	}

	/**
	 * An argument as one would have to type it for a shell (POSIX.1-2017, Shell Command Language, section 2.2).
	 *
	 * @param argument anything
	 */
	public static String quote(String argument) {
		return argument.matches("[\\w@%+=:,./-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
	}
}
