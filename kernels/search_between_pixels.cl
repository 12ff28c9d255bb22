// SPDX-License-Identifier: EPL-2.0
// The search of update_pixel_map in steps of less than a pixel, over the frames that see a value for all shifts. One
// work-item a pixel.
//   WIDTH_SS, WIDTH_FS  shifts along the axes
//   STEP                reference pixels
#include "frames.cl"
#include "model.cl"
#include "samples.cl"

#define SHIFTS (WIDTH_SS * WIDTH_FS)

__kernel void search_between_pixels(FRAME_ARGUMENTS, const int seed, MODEL_ARGUMENTS, REFERENCE_ARGUMENTS,
		__global const int *order, __global char *shift_ss, __global char *shift_fs, __global float *error,
		__global const int *pixels, const int first, const int end)
{
	const int q = first + (int) get_global_id(0);
	if (q >= end)
		return;
	const int p = pixels[q];
	const float w = whitefield[p];
	const float inverse = 1 / w;
	float sums[SHIFTS];
	for (int c = 0; c < SHIFTS; c++)
		sums[c] = 0;
	float norm = 0;
	for (int k = 0; k < count; k++) {
		if (!CONTAINED(numbers[k], p, seed))
			continue;
		float values[SHIFTS];
		int seen = 1;
		for (int c = 0; c < SHIFTS && seen; c++) {
			values[c] = sample_reference(reference, rows, columns,
					WHOLE_SS(p, k), PART_SS(p, k) + (c / WIDTH_FS - WIDTH_SS / 2) * STEP,
					WHOLE_FS(p, k), PART_FS(p, k) + (c % WIDTH_FS - WIDTH_FS / 2) * STEP);
			seen = !isnan(values[c]);
		}
		if (!seen)
			continue;
		const float intensity = INTENSITY(slots[k], p);
		const float x = intensity * inverse;
		const float zero = (intensity - w) * inverse;
		norm = fma(zero, zero, norm);
		for (int c = 0; c < SHIFTS; c++) {
			const float difference = x - values[c];
			sums[c] = fma(difference, difference, sums[c]);
		}
	}
	if (!(norm > 0))
		return;
	int best = order[0];
	for (int c = 1; c < SHIFTS; c++)
		if (sums[order[c]] < sums[best])
			best = order[c];
	shift_ss[p] = best / WIDTH_FS - WIDTH_SS / 2;
	shift_fs[p] = best % WIDTH_FS - WIDTH_FS / 2;
	error[p] = sums[best] / norm;
}
