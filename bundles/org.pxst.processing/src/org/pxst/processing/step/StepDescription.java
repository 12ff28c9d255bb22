// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A step as its class declares it. Immutable.
 *
 * @param type        the class
 * @param name        of the command
 * @param aliases     other names of the ini file's section
 * @param group       where it belongs
 * @param summary     what it does, one sentence
 * @param description more about it, or empty
 * @param source      where it is from, or empty
 * @param parameters  in the order of the class's fields
 * @param outputs     what it writes
 * @param obsolete    parameters without an effect, with the reason
 */
public record StepDescription(Class<? extends Step> type, String name, List<String> aliases, StepGroup group, String summary, String description,
		String source, List<ParameterDescription> parameters, List<OutputDescription> outputs, Map<String, String> obsolete) {
	/**
	 * Reads the declarations.
	 *
	 * @throws IllegalArgumentException when the class does not follow the rules of {@link Step}
	 */
	public static StepDescription of(Class<? extends Step> type) {
		StepInfo info = type.getAnnotation(StepInfo.class);
		if (info == null)
			throw new IllegalArgumentException(type + " is not declared to be a step");
		Step defaults = create(type);
		List<ParameterDescription> parameters = new ArrayList<>();
		for (Field field : fields(type))
			parameters.add(ParameterDescription.of(field, field.getAnnotation(Parameter.class), value(field, defaults)));
		Map<String, String> obsolete = new LinkedHashMap<>();
		for (StepInfo.Obsolete one : info.obsolete())
			obsolete.put(one.name(), one.reason());
		return new StepDescription(type, info.name(), List.of(info.aliases()), info.group(), info.summary(), info.description(), info.source(),
				List.copyOf(parameters), Arrays.stream(info.outputs()).map(OutputDescription::of).toList(), obsolete);
	}

	/** What part of a scan shows quickly what it would find. */
	public PreviewPart preview() {
		return type.getAnnotation(StepInfo.class).preview();
	}

	/** Path of the output that tells most at first sight; empty: the first image, or curve. */
	public String shownFirst() {
		return type.getAnnotation(StepInfo.class).shownFirst();
	}

	/** Whether a section of an ini file that has this name is for it. */
	public boolean isCalled(String other) {
		return name.equals(other) || aliases.contains(other);
	}

	/** The parameter that goes by a name. */
	public Optional<ParameterDescription> parameter(String called) {
		return parameters.stream().filter(parameter -> parameter.isCalled(called)).findFirst();
	}

	/**
	 * A step with these values, and the defaults for the others.
	 *
	 * @param values by the parameter's name, each in the parameter's type
	 */
	public Step with(Map<String, Object> values) {
		Step step = create(type);
		for (ParameterDescription parameter : parameters)
			if (values.containsKey(parameter.name()))
				set(field(parameter), step, values.get(parameter.name()));
		return step;
	}

	private Field field(ParameterDescription parameter) {
		return fields(type).stream()
				.filter(field -> ParameterDescription.nameOf(field, field.getAnnotation(Parameter.class)).equals(parameter.name()))
				.findFirst().orElseThrow();
	}

	private static List<Field> fields(Class<?> type) {
		List<Field> fields = new ArrayList<>();
		for (Class<?> c = type; c != Object.class; c = c.getSuperclass()) {
			List<Field> own = Arrays.stream(c.getDeclaredFields()).filter(f -> f.isAnnotationPresent(Parameter.class)).toList();
			own.forEach(field -> field.setAccessible(true));
			fields.addAll(own);
		}
		return fields;
	}

	private static Step create(Class<? extends Step> type) {
		try {
			var constructor = type.getDeclaredConstructor();
			constructor.setAccessible(true);
			return constructor.newInstance();
		} catch (ReflectiveOperationException e) {
			throw new IllegalArgumentException(type + " has no constructor without arguments", e);
		}
	}

	private static Object value(Field field, Step step) {
		try {
			return field.get(step);
		} catch (IllegalAccessException e) {
			throw new IllegalArgumentException(field + " cannot be read", e);
		}
	}

	private static void set(Field field, Step step, Object value) {
		try {
			field.set(step, value);
		} catch (IllegalAccessException e) {
			throw new IllegalArgumentException(field + " cannot be set", e);
		}
	}
}
