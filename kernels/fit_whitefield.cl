// SPDX-License-Identifier: EPL-2.0
// The least-squares whitefield for the other parts of the model, W = sum_n I Iref / sum_n Iref^2; the old value where fewer
// than half of the frames see the reference image. One work-item a pixel.
#include "frames.cl"
#include "model.cl"

__kernel void fit_whitefield(FRAME_ARGUMENTS, MODEL_ARGUMENTS, REFERENCE_ARGUMENTS, __global float *fitted,
		__global const int *pixels, const int first, const int end)
{
	const int q = first + (int) get_global_id(0);
	if (q >= end)
		return;
	const int p = pixels[q];
	float product = 0;
	float square = 0;
	int seen = 0;
	for (int k = 0; k < count; k++) {
		const float value = sample_reference(reference, rows, columns, WHOLE_SS(p, k), PART_SS(p, k), WHOLE_FS(p, k), PART_FS(p, k));
		if (isnan(value))
			continue;
		product = fma(INTENSITY(slots[k], p), value, product);
		square = fma(value, value, square);
		seen++;
	}
	if (2 * seen >= count && square > 0 && product > 0)
		fitted[p] = product / square;
}
