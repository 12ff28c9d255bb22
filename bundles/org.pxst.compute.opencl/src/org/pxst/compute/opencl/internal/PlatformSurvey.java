// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;
import org.pxst.compute.ComputeDevice;
import org.pxst.compute.DeviceKind;

/**
 * What one OpenCL driver has to offer.
 *
 * @param devices those that can be used, not numbered yet (index 0)
 * @param remarks why others cannot, one line each
 */
record PlatformSurvey(List<OpenClDevice> devices, List<String> remarks) {
	/** Version of OpenCL that the kernels are written for, as major * 100 + minor. */
	private static final int NEEDED_VERSION = 102;
	private static final Pattern VERSION = Pattern.compile("OpenCL (\\d+)\\.(\\d+).*");

	/** Asks the driver. One that answers with an error is left out, with a remark. */
	static PlatformSurvey of(cl_platform_id platform) {
		List<OpenClDevice> devices = new ArrayList<>();
		List<String> remarks = new ArrayList<>();
		String name = "an OpenCL driver";
		try {
			name = platformText(platform, CL.CL_PLATFORM_NAME);
			cl_device_id[] ids = ids(platform);
			if (ids.length == 0)
				remarks.add(name + " has no device");
			for (cl_device_id id : ids)
				add(platform, name, id, devices, remarks);
		} catch (CLException e) {
			remarks.add(name + " does not work (" + e.getMessage() + ")");
		}
		return new PlatformSurvey(List.copyOf(devices), List.copyOf(remarks));
	}

	private static void add(cl_platform_id platform, String platformName, cl_device_id id, List<OpenClDevice> devices,
			List<String> remarks) {
		try {
			DeviceInfo info = new DeviceInfo(id);
			String name = info.text(CL.CL_DEVICE_NAME);
			Optional<DeviceKind> kind = kind(info.number(CL.CL_DEVICE_TYPE));
			Optional<String> obstacle = kind.isEmpty() ? Optional.of("is neither GPU nor accelerator nor processor") : obstacle(info);
			if (obstacle.isPresent())
				remarks.add(platformName + ": " + name + " " + obstacle.get());
			else
				devices.add(new OpenClDevice(new ComputeDevice(OpenClBackEnd.ID, 0, kind.get(), name, platformName,
						info.text(CL.CL_DRIVER_VERSION), (int) info.number(CL.CL_DEVICE_MAX_COMPUTE_UNITS),
						info.number(CL.CL_DEVICE_GLOBAL_MEM_SIZE), info.number(CL.CL_DEVICE_MAX_MEM_ALLOC_SIZE)), platform, id));
		} catch (CLException e) {
			remarks.add(platformName + ": a device does not answer (" + e.getMessage() + ")");
		}
	}

	/** Why a device cannot be used. */
	private static Optional<String> obstacle(DeviceInfo info) {
		if (info.number(CL.CL_DEVICE_AVAILABLE) == 0)
			return Optional.of("is not available");
		if (info.number(CL.CL_DEVICE_COMPILER_AVAILABLE) == 0)
			return Optional.of("has no compiler");
		String version = info.text(CL.CL_DEVICE_VERSION);
		return isEnough(version) ? Optional.empty() : Optional.of("has " + version + ", and 1.2 is needed");
	}

	/** Whether a device's version of OpenCL, as it tells it, is one that the kernels can be built for. */
	static boolean isEnough(String version) {
		Matcher numbers = VERSION.matcher(version);
		return numbers.matches()
				&& 100 * Integer.parseInt(numbers.group(1)) + Integer.parseInt(numbers.group(2)) >= NEEDED_VERSION;
	}

	/** What a device is, by OpenCL's bits. */
	static Optional<DeviceKind> kind(long type) {
		if ((type & CL.CL_DEVICE_TYPE_GPU) != 0)
			return Optional.of(DeviceKind.GPU);
		if ((type & CL.CL_DEVICE_TYPE_ACCELERATOR) != 0)
			return Optional.of(DeviceKind.ACCELERATOR);
		return (type & CL.CL_DEVICE_TYPE_CPU) != 0 ? Optional.of(DeviceKind.CPU) : Optional.empty();
	}

	private static cl_device_id[] ids(cl_platform_id platform) {
		try {
			int[] count = new int[1];
			CL.clGetDeviceIDs(platform, CL.CL_DEVICE_TYPE_ALL, 0, null, count);
			cl_device_id[] ids = new cl_device_id[count[0]];
			if (count[0] > 0)
				CL.clGetDeviceIDs(platform, CL.CL_DEVICE_TYPE_ALL, count[0], ids, null);
			return ids;
		} catch (CLException e) {
			if (e.getStatus() == CL.CL_DEVICE_NOT_FOUND)
				return new cl_device_id[0];
			throw e;
		}
	}

	private static String platformText(cl_platform_id platform, int parameter) {
		long[] size = new long[1];
		CL.clGetPlatformInfo(platform, parameter, 0, null, size);
		byte[] bytes = new byte[(int) size[0]];
		CL.clGetPlatformInfo(platform, parameter, bytes.length, Pointer.to(bytes), null);
		return DeviceInfo.printable(bytes);
	}
}
