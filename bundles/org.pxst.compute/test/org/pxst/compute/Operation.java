// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import org.eclipse.january.IMonitor;

/** The operations of a scan that take a monitor. */
enum Operation {
	PIXEL_STATISTICS {
		@Override
		Record run(ComputeScan scan, RandomCase random, IMonitor monitor) {
			return scan.pixelStatistics(monitor);
		}
	},
	MAKE_WHITEFIELD {
		@Override
		Record run(ComputeScan scan, RandomCase random, IMonitor monitor) {
			return scan.makeWhitefield(monitor);
		}
	},
	MEAN_CONTRAST {
		@Override
		Record run(ComputeScan scan, RandomCase random, IMonitor monitor) {
			return scan.meanContrast(random.model().whitefield(), random.model().mask(), monitor);
		}
	},
	MAKE_REFERENCE {
		@Override
		Record run(ComputeScan scan, RandomCase random, IMonitor monitor) {
			return scan.makeReference(random.model(), 0.1, monitor);
		}
	},
	MAKE_REFERENCE_OF_HALF {
		@Override
		Record run(ComputeScan scan, RandomCase random, IMonitor monitor) {
			return scan.makeReference(random.model(), 0.1, Samples.half(1, 5), monitor);
		}
	},
	SEARCH_PIXEL_MAP {
		@Override
		Record run(ComputeScan scan, RandomCase random, IMonitor monitor) {
			return scan.searchPixelMap(random.model(), random.reference(), SearchWindow.around(3, 4), monitor);
		}
	},
	SEARCH_PIXEL_MAP_EVEN_AND_OF_HALF {
		@Override
		Record run(ComputeScan scan, RandomCase random, IMonitor monitor) {
			return scan.searchPixelMap(random.model(), random.reference(), new SearchWindow(6, 4), Samples.half(2, 5),
					monitor);
		}
	},
	SEARCH_PIXEL_MAP_BETWEEN_PIXELS {
		@Override
		Record run(ComputeScan scan, RandomCase random, IMonitor monitor) {
			return scan.searchPixelMapBetweenPixels(random.model(), random.reference(), new SearchWindow(4, 5), 0.25,
					Samples.ALL, monitor);
		}
	},
	PIXEL_MAP_ERRORS {
		@Override
		Record run(ComputeScan scan, RandomCase random, IMonitor monitor) {
			return new MapErrors(scan.pixelMapErrors(random.model(), random.reference(), 0.5, monitor));
		}
	},
	PIXEL_MAP_ERRORS_OF_HALF {
		@Override
		Record run(ComputeScan scan, RandomCase random, IMonitor monitor) {
			return new MapErrors(scan.pixelMapErrors(random.model(), random.reference(), 1, Samples.half(1, 6), monitor));
		}
	},
	TRANSLATION_ERRORS {
		@Override
		Record run(ComputeScan scan, RandomCase random, IMonitor monitor) {
			return new FrameErrors(scan.translationErrors(random.model(), random.reference(), 2, 0.5, monitor));
		}
	},
	FIT_WHITEFIELD {
		@Override
		Record run(ComputeScan scan, RandomCase random, IMonitor monitor) {
			return scan.fitWhitefield(random.model(), random.reference(), monitor);
		}
	},
	CALC_ERROR {
		@Override
		Record run(ComputeScan scan, RandomCase random, IMonitor monitor) {
			return scan.calcError(random.model(), random.reference(), monitor);
		}
	};

	/** Errors of {@link ComputeScan#pixelMapErrors}. */
	record MapErrors(float[] values) {
	}

	/** Errors of {@link ComputeScan#translationErrors}. */
	record FrameErrors(double[] values) {
	}

	/** The result of the operation. */
	abstract Record run(ComputeScan scan, RandomCase random, IMonitor monitor);
}
