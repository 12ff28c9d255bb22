// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.cl_platform_id;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.pxst.compute.ComputeDevice;

/**
 * The OpenCL devices of the machine: GPUs, then accelerators, then processors, those with more memory first. They are
 * looked for once, when first asked for; callable from any thread. A service of this bundle's own.
 */
@Component(service = OpenClDevices.class)
public final class OpenClDevices {
	private static final Comparator<OpenClDevice> ORDER = Comparator
			.comparing((OpenClDevice d) -> d.device().kind())
			.thenComparing(d -> d.device().memory(), Comparator.reverseOrder());

	private final OpenClLibrary library;
	private Found found;

	/** What came of looking. */
	private record Found(List<OpenClDevice> devices, Optional<String> remark) {
		static Found none(String reason) {
			return new Found(List.of(), Optional.of(reason));
		}
	}

	/** Those of this machine. */
	@Activate
	public OpenClDevices() {
		this(OpenClLibrary.ofMachine());
	}

	OpenClDevices(OpenClLibrary library) {
		this.library = library;
	}

	/** All devices that can be used, the preferred one first. */
	List<OpenClDevice> list() {
		return found().devices();
	}

	/**
	 * One of them, with its handles.
	 *
	 * @param device what users see of it
	 * @return empty when it is none of them
	 */
	Optional<OpenClDevice> find(ComputeDevice device) {
		return list().stream().filter(found -> found.device().equals(device)).findFirst();
	}

	/** What is wrong with the machine's OpenCL, and what to do about it, one line. */
	Optional<String> remark() {
		return found().remark();
	}

	private synchronized Found found() {
		if (found == null)
			found = library.load().map(Found::none).orElseGet(OpenClDevices::look);
		return found;
	}

	private static Found look() {
		cl_platform_id[] platforms;
		try {
			platforms = platforms();
		} catch (CLException e) {
			return Found.none("the OpenCL library cannot say which drivers there are (" + e.getMessage() + "); "
					+ OpenClLibrary.REMEDY);
		}
		if (platforms.length == 0)
			return Found.none("the OpenCL library found no driver" + searchPath() + "; " + OpenClLibrary.REMEDY);
		List<OpenClDevice> devices = new ArrayList<>();
		List<String> remarks = new ArrayList<>();
		for (cl_platform_id platform : platforms) {
			PlatformSurvey survey = PlatformSurvey.of(platform);
			devices.addAll(survey.devices());
			remarks.addAll(survey.remarks());
		}
		if (devices.isEmpty())
			remarks.add(OpenClLibrary.REMEDY);
		return new Found(numbered(devices), remarks.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", remarks)));
	}

	private static cl_platform_id[] platforms() {
		CL.setExceptionsEnabled(true);
		try {
			int[] count = new int[1];
			CL.clGetPlatformIDs(0, null, count);
			cl_platform_id[] platforms = new cl_platform_id[count[0]];
			if (count[0] > 0)
				CL.clGetPlatformIDs(count[0], platforms, null);
			return platforms;
		} catch (CLException e) {
			if (e.getStatus() == CL.CL_PLATFORM_NOT_FOUND_KHR)
				return new cl_platform_id[0];
			throw e;
		}
	}

	/** The variable that says where drivers are listed, when it is set: it is then what has to be looked at. */
	private static String searchPath() {
		String vendors = System.getenv("OCL_ICD_VENDORS");
		return vendors == null ? "" : " in OCL_ICD_VENDORS=" + vendors;
	}

	private static List<OpenClDevice> numbered(List<OpenClDevice> devices) {
		List<OpenClDevice> ordered = devices.stream().sorted(ORDER).toList();
		return IntStream.range(0, ordered.size()).mapToObj(k -> numbered(ordered.get(k), k)).toList();
	}

	private static OpenClDevice numbered(OpenClDevice of, int index) {
		ComputeDevice d = of.device();
		return new OpenClDevice(new ComputeDevice(d.backEnd(), index, d.kind(), d.name(), d.platform(), d.driver(),
				d.computeUnits(), d.memory(), d.largestAllocation()), of.platform(), of.id());
	}
}
