// SPDX-License-Identifier: EPL-2.0
// Mean over frames of each pixel that counts. One work-item a pixel.
#include "frames.cl"

__kernel void mean_intensity(FRAME_ARGUMENTS, __global float *mean, __global const int *pixels, const int first, const int end)
{
	const int q = first + (int) get_global_id(0);
	if (q >= end)
		return;
	const int p = pixels[q];
	float sum = 0;
	for (int k = 0; k < count; k++)
		sum += INTENSITY(slots[k], p);
	mean[p] = sum / count;
}
