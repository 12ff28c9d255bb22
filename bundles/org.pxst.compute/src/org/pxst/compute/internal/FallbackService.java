// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.List;
import java.util.OptionalDouble;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.ComputeService;
import org.pxst.core.scan.FrameSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A compute service that does not give up with its device: scans go on with the next way where one fails.
 *
 * @param ways the service that was chosen; the same with less and less of the device's memory; the last one, in Java, has
 *             no device that could fail
 * @param log  is told of a way that failed
 */
record FallbackService(List<ComputeService> ways, Logger log) implements ComputeService {
	/** Takes over the list. */
	FallbackService {
		ways = List.copyOf(ways);
	}

	FallbackService(List<ComputeService> ways) {
		this(ways, LoggerFactory.getLogger(FallbackScan.class));
	}

	@Override
	public String name() {
		return ways.get(0).name();
	}

	@Override
	public OptionalDouble deviceSeconds() {
		return ways.get(0).deviceSeconds();
	}

	@Override
	public ComputeScan open(FrameSource frames, int[] goodFrames, IMonitor monitor) {
		return FallbackScan.open(this, frames, goodFrames, monitor);
	}
}
