// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.pxst.core.InvalidDataException;
import org.pxst.processing.step.GivenValue;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;

/**
 * A configuration file: sections {@code [step]} and {@code [step-advanced]}, lines {@code key = value ;comment}. Values are
 * parsed and never evaluated. Immutable.
 *
 * @param name     for messages: the file's
 * @param sections in order
 */
public record ConfigFile(String name, List<ConfigSection> sections) {
	/** The key that says where the results go. */
	public static final String GROUP = "h5_group";

	/** Takes a copy. */
	public ConfigFile {
		sections = List.copyOf(sections);
	}

	/**
	 * Reads a file.
	 *
	 * @throws InvalidDataException when it cannot be read, or a line is neither section nor value; names file and line
	 */
	public static ConfigFile read(Path file) {
		try {
			return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
		} catch (CharacterCodingException e) {
			throw new InvalidDataException(file + ": this is no text in UTF-8, and so no configuration file; save it as UTF-8", e);
		} catch (NoSuchFileException e) {
			throw new InvalidDataException(file + ": there is no such configuration file; check the name", e);
		} catch (IOException e) {
			throw new InvalidDataException(file + ": this configuration file cannot be read (" + e.getClass().getSimpleName() + ")", e);
		}
	}

	/**
	 * Reads text.
	 *
	 * @param name for messages
	 * @throws InvalidDataException when a line is neither section nor value; names line and text
	 */
	public static ConfigFile parse(String name, String text) {
		return new ConfigFile(name, new ConfigReader(name).read(text));
	}

	/**
	 * What it gives for a step.
	 *
	 * @param step      the step
	 * @param catalogue all steps that a section may be for
	 * @return by key, without {@link #GROUP}
	 * @throws InvalidDataException when a section is for no step, or a key comes twice
	 */
	public Map<String, GivenValue> given(StepDescription step, StepCatalogue catalogue) {
		Map<String, GivenValue> given = new LinkedHashMap<>();
		Map<String, Integer> lines = new LinkedHashMap<>();
		for (ConfigSection section : sections) {
			step(section, catalogue);
			if (!isFor(section, step))
				continue;
			for (ConfigEntry entry : section.entries()) {
				Integer before = lines.put(entry.key(), entry.line());
				if (before != null)
					throw new InvalidDataException(
							name + ", line " + entry.line() + ": " + entry.key() + " was given in line " + before + " already");
				if (!entry.key().equals(GROUP))
					given.put(entry.key(), new GivenValue(entry.value(), name + ", line " + entry.line()));
			}
		}
		return given;
	}

	/**
	 * The step that a section is for.
	 *
	 * @param section one of this file's
	 * @throws InvalidDataException when it is for no step
	 */
	public StepDescription step(ConfigSection section, StepCatalogue catalogue) {
		return catalogue.steps().stream().filter(step -> isFor(section, step)).findFirst()
				.orElseThrow(() -> new InvalidDataException(name + ", line " + section.line() + ": [" + section.name()
						+ "] is for no step; pxst --help lists the steps"));
	}

	/** What {@link #GROUP} is for a step, or empty. */
	public Optional<GivenValue> group(StepDescription step) {
		return sections.stream().filter(section -> isFor(section, step)).flatMap(section -> section.entries().stream())
				.filter(entry -> entry.key().equals(GROUP)).findFirst()
				.map(entry -> new GivenValue(entry.value(), name + ", line " + entry.line()));
	}

	private static boolean isFor(ConfigSection section, StepDescription step) {
		return step.isCalled(section.step());
	}
}
