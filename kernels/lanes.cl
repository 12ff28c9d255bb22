// SPDX-License-Identifier: EPL-2.0
// Neighbouring pixels of a frame as a vector.
//   LANES  1, 8 or 16
#define JOIN2(a, b) a##b
#define JOIN(a, b) JOIN2(a, b)
#if LANES == 1
#define VALUE float
#define LOAD_STORED(from) (*(from))
#define TO_VALUE(v) convert_float(v)
#define PUT(v, to) (*(to) = v)
#else
#define VALUE JOIN(float, LANES)
#define LOAD_STORED(from) JOIN(vload, LANES)(0, from)
#define TO_VALUE(v) JOIN(convert_float, LANES)(v)
#define PUT(v, to) JOIN(vstore, LANES)(v, 0, to)
#endif
#define LOAD_PIXELS(from) TO_VALUE(LOAD_STORED(from))
