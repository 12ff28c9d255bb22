// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.Optional;
import java.util.OptionalLong;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that say what is computed on. */
final class DeviceOptions {
	@Spec(Target.MIXEE)
	private CommandSpec spec;

	private Optional<String> backEnd = Optional.empty();

	private OptionalLong memory = OptionalLong.empty();

	@Option(names = "--backend", paramLabel = "auto|java|opencl|opencl:INDEX|NAME", description = "Device to compute on: the best, "
			+ "that of a back end, one of those that pxst devices lists, or part of its name (default: PXST_BACKEND, else the preference, else auto).")
	private void setBackEnd(String text) {
		if (text.isBlank())
			throw new ParameterException(spec.commandLine(), "--backend names no device; pxst devices lists them");
		backEnd = Optional.of(text.strip());
	}

	@Option(names = "--device-memory", paramLabel = "SIZE", converter = MemorySizeConverter.class,
			description = "At most so much of an OpenCL device's memory, for example 512m or 2g (default: what it has). "
					+ "With little, scans are worked on in parts; the result is the same.")
	private void setMemory(long bytes) {
		memory = OptionalLong.of(bytes);
	}

	/** What was asked for. */
	Optional<String> backEnd() {
		return backEnd;
	}

	/** Bytes; empty: what the device has. */
	OptionalLong memory() {
		return memory;
	}
}
