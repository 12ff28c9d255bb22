// SPDX-License-Identifier: EPL-2.0
// Variance of each pixel over the frames (paper, equation 7); NaN for a pixel that does not change at all. One work-item does
// LANES pixels in a row.
//   LANES  1, 8 or 16
#include "frames.cl"
#include "lanes.cl"

__kernel void pixel_variance(FRAME_ARGUMENTS, __global float *variance, const int first, const int end)
{
	const int p = first + (int) get_global_id(0) * LANES;
	if (p >= end)
		return;
	__global const PIXEL *from = frames + (p - tile_first);
	// differences from the first frame: exactly 0 for a pixel that does not change
	const VALUE one = LOAD_PIXELS(from + (size_t) slots[0] * tile_pixels);
	VALUE sum = 0;
	for (int k = 0; k < count; k++)
		sum += LOAD_PIXELS(from + (size_t) slots[k] * tile_pixels) - one;
	const VALUE mean = sum / count;
	VALUE square = 0;
	for (int k = 0; k < count; k++) {
		const VALUE difference = LOAD_PIXELS(from + (size_t) slots[k] * tile_pixels) - one - mean;
		square += difference * difference;
	}
	PUT(square > 0 ? square / count : NAN, variance + p);
}
