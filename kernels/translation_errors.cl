// SPDX-License-Identifier: EPL-2.0
// The error of each frame for a grid of shifts of its translation (paper, equation 6), a row at a time: over the pixels that
// see a value for all shifts.
//   sums  (frame, row of the launch, quantity): the normaliser, then PLACES * LANES sums of squared errors, of which those
//         for shifts count; the shifts are those of the sampled place, opposite to the translation's
#include "frames.cl"
#include "shifts.cl"
#include "rows.cl"

__kernel void translation_errors(FRAME_ARGUMENTS, MODEL_ARGUMENTS, REFERENCE_ARGUMENTS, ROW_ARGUMENTS,
		const int launched_rows, __global float *sums)
{
	ROW_SCRATCH(VECTOR);
	const int row = get_group_id(0);
	const int k = get_group_id(1);
	VECTOR squares[PLACES];
	for (int c = 0; c < PLACES; c++)
		squares[c] = 0;
	float norm = 0;
	FOR_PIXELS_OF_ROW(q, first_row + row) {
		const int p = pixels[q];
		VECTOR values[PLACES];
		if (!sample_shifts(reference, rows, columns, WHOLE_SS(p, k), PART_SS(p, k), WHOLE_FS(p, k), PART_FS(p, k), values))
			continue;
		const float w = whitefield[p];
		const float x = INTENSITY(slots[k], p);
		norm = fma(x - w, x - w, norm);
		#pragma unroll
		for (int c = 0; c < PLACES; c++) {
			const VECTOR difference = x - w * values[c];
			squares[c] = fma(difference, difference, squares[c]);
		}
	}
	__global float *to = sums + ((size_t) k * launched_rows + row) * (1 + PLACES * LANES);
	VECTOR norms = norm;
	ADD_UP_ITEMS(norms);
	if (get_local_id(0) == 0)
#if WAY
		to[0] = norms.s0;
#else
		to[0] = norms;
#endif
	for (int c = 0; c < PLACES; c++) {
		VECTOR square = squares[c];
		ADD_UP_ITEMS(square);
		if (get_local_id(0) == 0)
#if WAY
			STORE(square, to + 1 + c * LANES);
#else
			to[1 + c] = square;
#endif
	}
}
