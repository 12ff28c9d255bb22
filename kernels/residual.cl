// SPDX-License-Identifier: EPL-2.0
// How far the model is from one frame, I - W Iref; NaN where the reference image has no value. One work-item a pixel.
#include "frames.cl"
#include "model.cl"

__kernel void residual(FRAME_ARGUMENTS, MODEL_ARGUMENTS, REFERENCE_ARGUMENTS, const int k, __global float *to,
		__global const int *pixels, const int first, const int end)
{
	const int q = first + (int) get_global_id(0);
	if (q >= end)
		return;
	const int p = pixels[q];
	to[p] = INTENSITY(slots[k], p) - whitefield[p] * sample_reference(reference, rows, columns, WHOLE_SS(p, k), PART_SS(p, k),
			WHOLE_FS(p, k), PART_FS(p, k));
}
