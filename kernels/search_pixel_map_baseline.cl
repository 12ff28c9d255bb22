// SPDX-License-Identifier: EPL-2.0
// What pxst bench compares with: the grid search of update_pixel_map (paper, equation 4) written down plainly. One
// work-item a pixel, for each shift a loop over the frames, a launch for each 100 pixels.
//   WIDTH_SS, WIDTH_FS  shifts along the axes
#include "frames.cl"
#include "model.cl"

__kernel void search_pixel_map_baseline(FRAME_ARGUMENTS, MODEL_ARGUMENTS, REFERENCE_ARGUMENTS,
		__global char *shift_ss, __global char *shift_fs, __global float *error, __global const int *pixels, const int first)
{
	const int p = pixels[first + (int) get_global_id(0)];
	const float inverse = 1 / whitefield[p];
	float least = INFINITY;
	for (int ss = -(WIDTH_SS / 2); ss <= (WIDTH_SS - 1) / 2; ss++)
		for (int fs = -(WIDTH_FS / 2); fs <= (WIDTH_FS - 1) / 2; fs++) {
			float sum = 0;
			float norm = 0;
			for (int k = 0; k < count; k++) {
				const int i = WHOLE_SS(p, k) + (int) (PART_SS(p, k) + 0.5f) + ss;
				const int j = WHOLE_FS(p, k) + (int) (PART_FS(p, k) + 0.5f) + fs;
				if (i < 0 || i >= rows || j < 0 || j >= columns)
					continue;
				const float value = reference[i * columns + j];
				if (isnan(value))
					continue;
				const float x = INTENSITY(slots[k], p) * inverse;
				sum += (x - value) * (x - value);
				norm += (x - 1) * (x - 1);
			}
			if (norm > 0 && sum / norm < least) {
				least = sum / norm;
				shift_ss[p] = ss;
				shift_fs[p] = fs;
			}
		}
	error[p] = least;
}
