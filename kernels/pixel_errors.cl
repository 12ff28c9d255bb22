// SPDX-License-Identifier: EPL-2.0
// The error of each pixel (paper, equations 7 and 9): mean over frames of the squared error by the pixel's variance. One
// work-item a pixel.
//   variance  over frames; NaN where the pixel does not change at all
//   pixel     mean error; NaN where no frame sees the reference image
#include "frames.cl"
#include "model.cl"

__kernel void pixel_errors(FRAME_ARGUMENTS, MODEL_ARGUMENTS, REFERENCE_ARGUMENTS, __global const float *variance,
		__global float *pixel, __global const int *pixels, const int first, const int end)
{
	const int q = first + (int) get_global_id(0);
	if (q >= end)
		return;
	const int p = pixels[q];
	float errors = 0;
	int seen = 0;
	for (int k = 0; k < count; k++) {
		const float modelled = whitefield[p] * sample_reference(reference, rows, columns, WHOLE_SS(p, k), PART_SS(p, k),
				WHOLE_FS(p, k), PART_FS(p, k));
		const float residual = INTENSITY(slots[k], p) - modelled;
		const float error = residual * residual / variance[p];
		if (isnan(error))
			continue;
		errors += error;
		seen++;
	}
	pixel[p] = seen > 0 ? errors / seen : NAN;
}
