// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_context;
import org.jocl.cl_device_id;
import org.jocl.cl_kernel;
import org.jocl.cl_program;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The compiled programs of one context, each compiled when it is first asked for. Usable from several threads. */
final class Programs implements AutoCloseable {
	/** What the compiler is told: results must be those of the operations as written, on every device. */
	private static final String OPTIONS = "-cl-std=CL1.2";

	private final Logger log = LoggerFactory.getLogger(Programs.class);
	private final cl_context context;
	private final cl_device_id device;
	private final Map<String, cl_program> programs = new HashMap<>();

	Programs(cl_context context, cl_device_id device) {
		this.context = context;
		this.device = device;
	}

	/**
	 * A new kernel, to be released by the caller.
	 *
	 * @param name    of the kernel, and of its file without the ending
	 * @param defines macros that the text depends on
	 * @throws DeviceException when the compiler refuses it; the message has the compiler's, with file and line
	 */
	synchronized cl_kernel kernel(String name, Map<String, String> defines) {
		String options = OPTIONS + defines.entrySet().stream().sorted(Map.Entry.comparingByKey())
				.map(define -> " -D" + define.getKey() + "=" + define.getValue()).collect(Collectors.joining());
		cl_program program = programs.computeIfAbsent(name + options, key -> build(name, options));
		try {
			return CL.clCreateKernel(program, name, null);
		} catch (CLException e) {
			throw new DeviceException("kernel " + name, e);
		}
	}

	/** Names of the kernels compiled so far, with their macros. */
	synchronized Set<String> built() {
		return Set.copyOf(programs.keySet());
	}

	private cl_program build(String name, String options) {
		long start = System.nanoTime();
		KernelSource source = KernelSource.of(name + ".cl");
		cl_program program = CL.clCreateProgramWithSource(context, 1, new String[] { source.text() }, null, null);
		try {
			CL.clBuildProgram(program, 1, new cl_device_id[] { device }, options, null, null);
		} catch (CLException e) {
			String message = new BuildLog(source).translated(buildLog(program));
			CL.clReleaseProgram(program);
			throw new DeviceException("kernel " + name + " does not compile: " + message, e);
		}
		log.debug("compiled {}{} in {} ms", name, options.substring(OPTIONS.length()), (System.nanoTime() - start) / 1_000_000);
		return program;
	}

	private String buildLog(cl_program program) {
		long[] size = new long[1];
		CL.clGetProgramBuildInfo(program, device, CL.CL_PROGRAM_BUILD_LOG, 0, null, size);
		byte[] text = new byte[(int) size[0]];
		CL.clGetProgramBuildInfo(program, device, CL.CL_PROGRAM_BUILD_LOG, (long) Sizeof.cl_char * text.length, Pointer.to(text),
				null);
		return new String(text, StandardCharsets.UTF_8).replace("\0", "").strip();
	}

	@Override
	public synchronized void close() {
		programs.values().forEach(CL::clReleaseProgram);
		programs.clear();
	}
}
