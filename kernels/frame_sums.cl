// SPDX-License-Identifier: EPL-2.0
// Sum of the intensities over the pixels of each row that count, in each frame.
//   sums  (frame, row of the launch)
#include "frames.cl"
#include "rows.cl"

__kernel void frame_sums(FRAME_ARGUMENTS, ROW_ARGUMENTS, const int launched_rows, __global float *sums)
{
	ROW_SCRATCH(float);
	const int row = get_group_id(0);
	const int k = get_group_id(1);
	float sum = 0;
	FOR_PIXELS_OF_ROW(q, first_row + row)
		sum += INTENSITY(slots[k], pixels[q]);
	ADD_UP_ITEMS(sum);
	if (get_local_id(0) == 0)
		sums[(size_t) k * launched_rows + row] = sum;
}
