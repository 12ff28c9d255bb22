// SPDX-License-Identifier: EPL-2.0
// The whitefield as the median over frames of each pixel (paper, equation 2). One work-item does LANES pixels in a row.
//
// The value of a rank is found bit by bit: those below a trial value are counted, and tell its next bit. For that values
// become unsigned integers in the same order.
//   LANES  1, 8 or 16
//   BITS   of a pixel: 8, 16, 32
//   KIND   0: unsigned, 1: signed, 2: float
#include "frames.cl"
#include "lanes.cl"

#if LANES == 1
#define KEY uint
#define TO_KEY(v) convert_uint(v)
#define TO_INT(v) convert_int(v)
#define AS_KEY(v) as_uint(v)
#define AS_INT(v) as_int(v)
#define AS_FLOAT(v) as_float(v)
#else
#define KEY JOIN(uint, LANES)
#define TO_KEY(v) JOIN(convert_uint, LANES)(v)
#define TO_INT(v) JOIN(convert_int, LANES)(v)
#define AS_KEY(v) JOIN(as_uint, LANES)(v)
#define AS_INT(v) JOIN(as_int, LANES)(v)
#define AS_FLOAT(v) JOIN(as_float, LANES)(v)
#endif

// 1 where a < b, else 0
#define BELOW(a, b) AS_KEY(((a) < (b)) & 1)

#if KIND == 0
#define ENCODE(v) TO_KEY(v)
#define DECODE(key) TO_VALUE(key)
#elif KIND == 1
#define ENCODE(v) (AS_KEY(TO_INT(v)) + (1u << (BITS - 1)))
#define DECODE(key) TO_VALUE(AS_INT((key) - (1u << (BITS - 1))))
#else
// negative floats are in opposite order
#define ENCODE(v) (AS_KEY(v) ^ (AS_KEY(AS_INT(AS_KEY(v)) >> 31) | 0x80000000u))
#define DECODE(key) AS_FLOAT((key) ^ (AS_KEY(AS_INT((key) ^ 0x80000000u) >> 31) | 0x80000000u))
#endif

__kernel void make_whitefield(FRAME_ARGUMENTS, __global float *median, const int first, const int end)
{
	const int p = first + (int) get_global_id(0) * LANES;
	if (p >= end)
		return;
	__global const PIXEL *from = frames + (p - tile_first);
	const uint rank = (count - 1) / 2;
	KEY key = 0;
	for (int bit = BITS - 1; bit >= 0; bit--) {
		const KEY trial = key | (1u << bit);
		KEY below = 0;
		for (int k = 0; k < count; k++)
			below += BELOW(ENCODE(LOAD_STORED(from + (size_t) slots[k] * tile_pixels)), trial);
		key = below <= rank ? trial : key;
	}
	VALUE value = DECODE(key);
	if (count % 2 == 0) {
		// the next value: the same where it is there often enough, else the smallest above it
		KEY upto = 0;
		KEY next = 0xffffffffu;
		for (int k = 0; k < count; k++) {
			const KEY other = ENCODE(LOAD_STORED(from + (size_t) slots[k] * tile_pixels));
			const KEY above = BELOW(key, other);
			upto += 1 - above;
			next = above != 0 ? min(next, other) : next;
		}
		next = upto > rank + 1 ? key : next;
		value = 0.5f * (value + DECODE(next));
	}
	PUT(value, median + p);
}
