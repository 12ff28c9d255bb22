// SPDX-License-Identifier: EPL-2.0
// The sums of the merge into the reference image (paper, equation 3), or of the errors' merge onto it (equation 10), for
// graphics processors: one work-item for each pixel and frame.
//   ERRORS  0: merges W I with weight W^2; 1: merges (I - W Iref)^2 by its pixel's variance with weight 1
#include "frames.cl"
#include "model.cl"
#include "samples.cl"
#include "deposit.cl"

__kernel void make_reference(FRAME_ARGUMENTS, const int seed, MODEL_ARGUMENTS,
#if ERRORS
		__global const float *reference, __global const float *variance,
#endif
		__global long *sums, const int rows, const int columns, const float value_scale, const float weight_scale,
		__global const int *pixels, const int first, const int end)
{
	const int q = first + (int) get_global_id(0);
	const int k = get_global_id(1);
	if (q >= end)
		return;
	const int p = pixels[q];
	if (!CONTAINED(numbers[k], p, seed))
		return;
	const float w = whitefield[p];
	const float x = INTENSITY(slots[k], p);
#if ERRORS
	const float modelled = w * sample_reference(reference, rows, columns, WHOLE_SS(p, k), PART_SS(p, k), WHOLE_FS(p, k), PART_FS(p, k));
	const float value = (x - modelled) * (x - modelled) / variance[p];
	const float weight = 1;
	if (isnan(value))
		return;
#else
	const float value = w * x;
	const float weight = w * w;
#endif
	deposit(sums, rows, columns, WHOLE_SS(p, k), PART_SS(p, k), WHOLE_FS(p, k), PART_FS(p, k), value, weight, value_scale,
			weight_scale);
}
