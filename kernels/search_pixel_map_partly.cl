// SPDX-License-Identifier: EPL-2.0
// The sums of the grid search for pixels whose windows are not all wholly inside the reference image with all their values:
// each shift has its own frames. One work-item does a tile of the window for one pixel.
//   WIDTH_SS, WIDTH_FS  shifts along the axes
//   TILE_SS, TILE_FS    rows and columns of a tile
//   TILES_FS            tiles side by side
#include "frames.cl"
#include "model.cl"
#include "samples.cl"

// sums  (pixel of the launch, quantity, shift): squared error, normaliser, number of frames
__kernel void search_pixel_map_partly(FRAME_ARGUMENTS, const int seed, MODEL_ARGUMENTS, REFERENCE_ARGUMENTS,
		__global float *sums, __global const int *pixels, const int first, const int end)
{
	const int a0 = (int) get_global_id(1) / TILES_FS * TILE_SS;
	const int b0 = (int) get_global_id(1) % TILES_FS * TILE_FS;
	const int q = first + (int) get_global_id(0);
	if (q >= end)
		return;
	const int p = pixels[q];
	const float w = whitefield[p];
	const float inverse = 1 / w;
	float error[TILE_SS][TILE_FS];
	float norm[TILE_SS][TILE_FS];
	float seen[TILE_SS][TILE_FS];
	#pragma unroll
	for (int a = 0; a < TILE_SS; a++)
		#pragma unroll
		for (int b = 0; b < TILE_FS; b++) {
			error[a][b] = 0;
			norm[a][b] = 0;
			seen[a][b] = 0;
		}
	for (int k = 0; k < count; k++) {
		if (!CONTAINED(numbers[k], p, seed))
			continue;
		const int top = WHOLE_SS(p, k) + (int) (PART_SS(p, k) + 0.5f) - WIDTH_SS / 2 + a0;
		const int left = WHOLE_FS(p, k) + (int) (PART_FS(p, k) + 0.5f) - WIDTH_FS / 2 + b0;
		if (top <= -TILE_SS || top >= rows || left <= -TILE_FS || left >= columns)
			continue;
		const float intensity = INTENSITY(slots[k], p);
		const float x = intensity * inverse;
		const float zero = (intensity - w) * inverse;
		#pragma unroll
		for (int a = 0; a < TILE_SS; a++) {
			const int i = top + a;
			__global const float *from = reference + (size_t) clamp(i, 0, rows - 1) * columns;
			#pragma unroll
			for (int b = 0; b < TILE_FS; b++) {
				const int j = left + b;
				const float value = i >= 0 && i < rows && j >= 0 && j < columns ? from[j] : NAN;
				const float difference = x - value;
				const int valid = !isnan(value);
				error[a][b] += valid ? difference * difference : 0;
				norm[a][b] += valid ? zero * zero : 0;
				seen[a][b] += valid;
			}
		}
	}
	#pragma unroll
	for (int a = 0; a < TILE_SS; a++)
		#pragma unroll
		for (int b = 0; b < TILE_FS; b++)
			if (a0 + a < WIDTH_SS && b0 + b < WIDTH_FS) {
				__global float *to = sums + (size_t)(q - first) * (3 * WIDTH_SS * WIDTH_FS) + (a0 + a) * WIDTH_FS + b0 + b;
				to[0] = error[a][b];
				to[WIDTH_SS * WIDTH_FS] = norm[a][b];
				to[2 * WIDTH_SS * WIDTH_FS] = seen[a][b];
			}
}
