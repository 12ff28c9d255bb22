// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

import org.pxst.core.PxstException;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.ui.internal.commands.Service;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Number of samples of the scan of a request, frames times pixels; NaN when there is no such scan. Reads the file. */
final class ScanSamples implements ToDoubleFunction<PipelineRequest> {
	private static final Logger LOG = LoggerFactory.getLogger(ScanSamples.class);

	@Override
	public double applyAsDouble(PipelineRequest request) {
		double[] samples = { Double.NaN };
		try {
			Service.call(CxiLoader.class, loader -> {
				try (CxiFile file = loader.open(request.input(), request.options())) {
					samples[0] = Arrays.stream(file.frames().getShape()).asDoubleStream().reduce(1, (a, b) -> a * b);
				}
			});
		} catch (PxstException e) {
			// the step says what is wrong
			LOG.debug("{}: size not known", request.input(), e);
		}
		return samples[0];
	}
}
