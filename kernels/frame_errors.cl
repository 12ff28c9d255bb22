// SPDX-License-Identifier: EPL-2.0
// The error of each frame (paper, equation 8), a row at a time.
//   sums  (frame, row of the launch, 4): squared errors by the pixel's variance, number of pixels, modelled times measured
//         intensity, squared measured intensity
#include "frames.cl"
#include "model.cl"
#include "rows.cl"

__kernel void frame_errors(FRAME_ARGUMENTS, MODEL_ARGUMENTS, REFERENCE_ARGUMENTS, __global const float *variance,
		ROW_ARGUMENTS, const int launched_rows, __global float *sums)
{
	ROW_SCRATCH(float4);
	const int row = get_group_id(0);
	const int k = get_group_id(1);
	float4 sum = 0;
	FOR_PIXELS_OF_ROW(q, first_row + row) {
		const int p = pixels[q];
		const float modelled = whitefield[p] * sample_reference(reference, rows, columns, WHOLE_SS(p, k), PART_SS(p, k),
				WHOLE_FS(p, k), PART_FS(p, k));
		const float x = INTENSITY(slots[k], p);
		const float error = (x - modelled) * (x - modelled) / variance[p];
		if (!isnan(error))
			sum += (float4)(error, 1, modelled * x, x * x);
	}
	ADD_UP_ITEMS(sum);
	if (get_local_id(0) == 0)
		vstore4(sum, (size_t) k * launched_rows + row, sums);
}
