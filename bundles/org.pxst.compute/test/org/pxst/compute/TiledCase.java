// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.pxst.core.scan.MemoryFrameSource;

/** Everything that a back end makes of a scan, down to the last bit: for comparing one way of cutting it up with another. */
public record TiledCase(int rows, int columns, int count) {
	/** Results of all operations, one after another, first with all frames and then with some. */
	public List<String> results(ComputeService service) throws ReflectiveOperationException {
		RandomCase random = RandomCase.of(31, rows, columns, count);
		List<String> results = new ArrayList<>();
		try (ComputeScan scan = service.open(new MemoryFrameSource(rows, columns, random.frames()),
				IntStream.range(0, count).toArray(), new IMonitor.Stub())) {
			addResults(scan, random, results);
			scan.retainFrames(IntStream.range(0, count).filter(n -> n % 3 != 1).toArray());
			addResults(scan, random, results);
		}
		return results;
	}

	private void addResults(ComputeScan scan, RandomCase random, List<String> results)
			throws ReflectiveOperationException {
		for (Operation operation : Operation.values())
			results.add(operation + ": " + Bits.of(operation.run(scan, random, new IMonitor.Stub())));
		results.add("frame means: " + Bits.of(new Operation.FrameErrors(scan.frameMeans(random.model().mask()))));
		results.add("usable pixels: " + scan.usablePixels().count());
		for (int n : scan.goodFrames()) {
			float[] residual = new float[rows * columns];
			scan.residual(n, random.model(), random.reference(), residual);
			results.add("residual " + n + ": " + Bits.of(new Operation.MapErrors(residual)));
			float[] contrast = new float[rows * columns];
			scan.contrast(n, random.reference().image(), random.model().whitefield(), random.model().mask(), contrast);
			results.add("contrast " + n + ": " + Bits.of(new Operation.MapErrors(contrast)));
		}
	}
}
