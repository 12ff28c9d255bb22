// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import org.pxst.core.literal.Flag;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.LongLiteral;
import org.pxst.core.literal.NumberLiteral;
import org.pxst.core.literal.Sequence;
import org.pxst.core.scan.Roi;

/**
 * A request for a part of a scan.
 *
 * @param request what to run
 * @param part    what part it is: "from 10 of 121 frames"; "" when it is all
 */
record SmallRequest(StepRequest request, String part) {
	private static final int FRAMES = 10;
	/** Values of many frames: 121 frames of 516 x 1556 take half a second to a second on two cores. */
	private static final long VALUES_OF_MANY = 100_000_000;
	private static final int ROWS = 64;
	private static final int GRID = 10;
	private static final int ITERATIONS = 2;
	private static final int VALUES = 25;
	private static final String GRID_NAME = "grid";

	/** The part that a step declares. */
	static SmallRequest of(StepRequest request, PreviewFacts facts) {
		return switch (request.step().preview()) {
		case WHOLE -> new SmallRequest(request, "");
		case FRAMES -> frames(request, facts, FRAMES);
		case MANY_FRAMES -> frames(request, facts, many(facts.region()));
		case STRIP -> strip(request, facts);
		case GRID -> grid(request);
		case SWEEP -> less(strip(request, facts), "n", VALUES, "defoci");
		case LOOP -> less(strip(request, facts), "iterations", ITERATIONS, "iterations");
		};
	}

	private static int many(Roi region) {
		return (int) Math.max(FRAMES, VALUES_OF_MANY / ((long) region.rows() * region.columns()));
	}

	private static SmallRequest frames(StepRequest request, PreviewFacts facts, int most) {
		int[] good = facts.good();
		if (good.length <= most)
			return new SmallRequest(request, "");
		int[] few = IntStream.range(0, most).map(k -> good[(int) ((long) k * (good.length - 1) / (most - 1))]).toArray();
		return new SmallRequest(with(request, Map.of("good_frames", whole(few))), "from " + most + " of " + good.length + " frames");
	}

	private static SmallRequest strip(StepRequest request, PreviewFacts facts) {
		Roi region = facts.region();
		if (region.rows() <= ROWS)
			return new SmallRequest(request, "");
		int first = region.ss0() + (region.rows() - ROWS) / 2;
		return new SmallRequest(with(request, Map.of("roi", whole(first, first + ROWS, region.fs0(), region.fs1()))),
				"from " + ROWS + " of " + region.rows() + " rows");
	}

	private static SmallRequest grid(StepRequest request) {
		if (request.given().containsKey(GRID_NAME))
			return new SmallRequest(request, "");
		return new SmallRequest(with(request, Map.of(GRID_NAME, whole(GRID, GRID), "interpolate", new Flag(true))),
				"from every " + GRID + "th row and column");
	}

	/** With a number that is no larger than need be. */
	private static SmallRequest less(SmallRequest strip, String name, int most, String words) {
		GivenValue given = strip.request.given().get(name);
		if (given != null && given.value() instanceof NumberLiteral number && number.asDouble() <= most)
			return strip;
		return new SmallRequest(with(strip.request, Map.of(name, new LongLiteral(most))),
				(strip.part.isEmpty() ? "from " : strip.part + " and ") + most + " " + words);
	}

	private static Literal whole(int... numbers) {
		return new Sequence(IntStream.of(numbers).mapToObj(n -> (Literal) new LongLiteral(n)).toList(), false);
	}

	private static StepRequest with(StepRequest request, Map<String, Literal> part) {
		Map<String, GivenValue> given = new HashMap<>(request.given());
		part.forEach((name, value) -> given.put(name, new GivenValue(value, "preview")));
		return new StepRequest(request.step(), request.input(), request.options(), request.group(), given, request.compute());
	}
}
