// SPDX-License-Identifier: EPL-2.0
// The error of each pixel at a grid of shifts of its map (paper, section 4.2: nine for the quadratic refinement): over the
// frames that see a value for all of them. One work-item a pixel.
//   error  (pixel of the launch, shift)
#include "frames.cl"
#include "shifts.cl"
#include "samples.cl"

__kernel void pixel_map_errors(FRAME_ARGUMENTS, const int seed, MODEL_ARGUMENTS, REFERENCE_ARGUMENTS,
		__global float *error, __global const int *pixels, const int first, const int end)
{
	const int q = first + (int) get_global_id(0);
	if (q >= end)
		return;
	const int p = pixels[q];
	const float w = whitefield[p];
	const float inverse = 1 / w;
	VECTOR sums[PLACES];
	for (int c = 0; c < PLACES; c++)
		sums[c] = 0;
	float norm = 0;
	for (int k = 0; k < count; k++) {
		if (!CONTAINED(numbers[k], p, seed))
			continue;
		VECTOR values[PLACES];
		if (!sample_shifts(reference, rows, columns, WHOLE_SS(p, k), PART_SS(p, k), WHOLE_FS(p, k), PART_FS(p, k), values))
			continue;
		const float intensity = INTENSITY(slots[k], p);
		const float x = intensity * inverse;
		const float zero = (intensity - w) * inverse;
		norm = fma(zero, zero, norm);
		#pragma unroll
		for (int c = 0; c < PLACES; c++) {
			const VECTOR difference = x - values[c];
			sums[c] = fma(difference, difference, sums[c]);
		}
	}
	__global float *to = error + (size_t)(q - first) * (SHIFTS_SS * SHIFTS_FS);
#if WAY
	for (int c = 0; c < PLACES; c++) {
		float row[LANES];
		STORE(sums[c] / norm, row);
		for (int b = 0; b < SHIFTS; b++)
			to[c * SHIFTS + b] = norm > 0 ? row[b] : NAN;
	}
#else
	for (int c = 0; c < PLACES; c++)
		to[c] = norm > 0 ? sums[c] / norm : NAN;
#endif
}
