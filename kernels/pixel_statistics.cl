// SPDX-License-Identifier: EPL-2.0
// What make_mask judges a pixel by (paper, section 4.1): mean and variance over frames, and the mean squared deviation from
// the median of the 3 x 3 pixels around it in the same frame. One work-item does LANES pixels in a row.
//   LANES  1, 8 or 16
#include "frames.cl"
#include "lanes.cl"

#define SORT(a, b) do { const VALUE low = fmin(a, b); b = fmax(a, b); a = low; } while (0)

// Median of nine, by a network of exchanges (Smith, Xcell 23, 1996).
VALUE median_of_nine(VALUE a, VALUE b, VALUE c, VALUE d, VALUE e, VALUE f, VALUE g, VALUE h, VALUE i)
{
	SORT(b, c); SORT(e, f); SORT(h, i);
	SORT(a, b); SORT(d, e); SORT(g, h);
	SORT(b, c); SORT(e, f); SORT(h, i);
	d = fmax(a, d);
	f = fmin(f, i);
	SORT(e, h);
	g = fmax(d, g);
	e = fmax(b, e);
	c = fmin(c, f);
	e = fmin(e, h);
	SORT(e, c);
	e = fmax(g, e);
	return fmin(c, e);
}

// Median of the pixels around one at the edge of the detector, itself included.
float median_at_edge(__global const PIXEL *frame, const int i, const int j, const int rows, const int columns)
{
	float sorted[9];
	int n = 0;
	for (int a = max(0, i - 1); a <= min(rows - 1, i + 1); a++)
		for (int b = max(0, j - 1); b <= min(columns - 1, j + 1); b++) {
			const float value = convert_float(frame[a * columns + b]);
			int k = n++;
			for (; k > 0 && sorted[k - 1] > value; k--)
				sorted[k] = sorted[k - 1];
			sorted[k] = value;
		}
	return n % 2 == 1 ? sorted[n / 2] : 0.5f * (sorted[n / 2 - 1] + sorted[n / 2]);
}

// rows  detector rows; the tile has one more on each side of the launched ones, where the detector goes on
__kernel void pixel_statistics(FRAME_ARGUMENTS, const int rows, const int columns,
		__global float *means, __global float *variances, __global float *deviations, const int first_row)
{
	const int i = first_row + (int) get_global_id(1);
	const int blocks = (columns + LANES - 1) / LANES;
	// the last block of a row overlaps the one before
	const int j = (int) get_global_id(0) == blocks - 1 ? max(0, columns - LANES) : (int) get_global_id(0) * LANES;
	if ((int) get_global_id(0) >= blocks)
		return;
	const int at = i * columns + j - tile_first;
	const int edge_row = i == 0 || i == rows - 1;
	// differences from the first frame: a variance of exactly 0 for a pixel that does not change
	const VALUE one = LOAD_PIXELS(frames + (size_t) slots[0] * tile_pixels + at);
	VALUE sum = 0;
	for (int k = 0; k < count; k++)
		sum += LOAD_PIXELS(frames + (size_t) slots[k] * tile_pixels + at) - one;
	const VALUE mean = sum / count;
	VALUE square = 0;
	VALUE away = 0;
	for (int k = 0; k < count; k++) {
		__global const PIXEL *frame = frames + (size_t) slots[k] * tile_pixels;
		__global const PIXEL *from = frame + at;
		const VALUE x = LOAD_PIXELS(from);
		const VALUE difference = x - one - mean;
		square += difference * difference;
		VALUE median;
#if LANES == 1
		if (edge_row || j == 0 || j == columns - 1)
			median = median_at_edge(frame - tile_first, i, j, rows, columns);
		else
			median = median_of_nine(LOAD_PIXELS(from - columns - 1), LOAD_PIXELS(from - columns), LOAD_PIXELS(from - columns + 1),
					LOAD_PIXELS(from - 1), x, LOAD_PIXELS(from + 1),
					LOAD_PIXELS(from + columns - 1), LOAD_PIXELS(from + columns), LOAD_PIXELS(from + columns + 1));
#else
		if (!edge_row)
			median = median_of_nine(LOAD_PIXELS(from - columns - 1), LOAD_PIXELS(from - columns), LOAD_PIXELS(from - columns + 1),
					LOAD_PIXELS(from - 1), x, LOAD_PIXELS(from + 1),
					LOAD_PIXELS(from + columns - 1), LOAD_PIXELS(from + columns), LOAD_PIXELS(from + columns + 1));
		if (edge_row || j == 0 || j == columns - LANES) {
			float medians[LANES];
			PUT(median, medians);
			for (int b = 0; b < LANES; b++)
				if (edge_row || j + b == 0 || j + b == columns - 1)
					medians[b] = median_at_edge(frame - tile_first, i, j + b, rows, columns);
			median = JOIN(vload, LANES)(0, medians);
		}
#endif
		away += (x - median) * (x - median);
	}
	PUT(one + mean, means + i * columns + j);
	PUT(square / count, variances + i * columns + j);
	PUT(away / count, deviations + i * columns + j);
}
