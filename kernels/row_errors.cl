// SPDX-License-Identifier: EPL-2.0
// All errors of the model and their projections (paper, equations 7 to 10) in one go, for processors: a work-item does whole
// rows, each pixel with all frames.
//   FRAMES  at least the number of frames
#include "frames.cl"
#include "model.cl"
#include "rows.cl"
#define ATOMIC 0
#include "deposit.cl"

// variance    over frames; NaN where a pixel does not change at all
// pixel       receives the mean error over frames; NaN where no frame sees the reference image
// all_merged  (part, reference pixel, 2): sums of the errors merged onto the reference image, and of their weights
// sums        (frame, row of the launch, 4): squared errors by the pixel's variance, number of pixels, modelled times
//             measured intensity, squared measured intensity
__kernel void row_errors(FRAME_ARGUMENTS, MODEL_ARGUMENTS, REFERENCE_ARGUMENTS, __global const float *variance,
		__global float *pixel, __global long *all_merged, const float value_scale, const float weight_scale,
		ROW_ARGUMENTS, const int launched_rows, __global float *sums)
{
	const int part = get_global_id(0);
	const int parts = get_global_size(0);
	__global long *merged = all_merged + part * (size_t) rows * columns * 2;
	float4 of_frame[FRAMES];
	float measured[FRAMES];
	float modelled[FRAMES];
	int corner[FRAMES];
	for (int row = part; row < launched_rows; row += parts) {
		for (int k = 0; k < count; k++)
			of_frame[k] = 0;
		for (int q = row_starts[first_row + row]; q < row_starts[first_row + row + 1]; q++) {
			const int p = pixels[q];
			const int whole_ss = map_ss_whole[p];
			const int whole_fs = map_fs_whole[p];
			const float part_ss = map_ss_part[p];
			const float part_fs = map_fs_part[p];
			const float w = whitefield[p];
			const float inverse = 1 / variance[p];
			for (int k = 0; k < count; k++)
				measured[k] = INTENSITY(slots[k], p);
			for (int k = 0; k < count; k++) {
				const float t_ss = part_ss + move_ss_part[k];
				const float t_fs = part_fs + move_fs_part[k];
				// coordinates are not negative: cutting off is the floor
				const int i = whole_ss + move_ss_whole[k] + (int) t_ss;
				const int j = whole_fs + move_fs_whole[k] + (int) t_fs;
				const int inside = i >= 0 && j >= 0 && i < rows - 1 && j < columns - 1;
				const float a = t_ss - (int) t_ss;
				const float b = t_fs - (int) t_fs;
				const int c = inside ? i * columns + j : 0;
				const float top = reference[c] + b * (reference[c + 1] - reference[c]);
				const float bottom = reference[c + columns] + b * (reference[c + columns + 1] - reference[c + columns]);
				modelled[k] = inside ? w * (top + a * (bottom - top)) : NAN;
				corner[k] = c;
			}
			float errors = 0;
			int seen = 0;
			for (int k = 0; k < count; k++) {
				const float residual = measured[k] - modelled[k];
				const float error = residual * residual * inverse;
				if (isnan(error))
					continue;
				of_frame[k] += (float4)(error, 1, modelled[k] * measured[k], measured[k] * measured[k]);
				errors += error;
				seen++;
				const float t_ss = part_ss + move_ss_part[k];
				const float t_fs = part_fs + move_fs_part[k];
				deposit_at(merged, columns, corner[k], t_ss - (int) t_ss, t_fs - (int) t_fs, error, 1, value_scale, weight_scale);
			}
			pixel[p] = seen > 0 ? errors / seen : NAN;
		}
		for (int k = 0; k < count; k++)
			vstore4(of_frame[k], (size_t) k * launched_rows + row, sums);
	}
}
