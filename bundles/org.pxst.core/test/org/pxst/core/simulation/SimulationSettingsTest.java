// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pxst.core.simulation.SimulationSettings.Builder;
import org.pxst.core.simulation.SimulationSettings.Size;

class SimulationSettingsTest {
	@Test
	void presetsHaveTheShapesOfTheDataSets() {
		assertEquals(25, SimulationSettings.of(Size.TINY).frames());
		assertEquals(128, SimulationSettings.of(Size.TINY).columns());
		assertEquals(49, SimulationSettings.of(Size.SMALL).frames());
		assertEquals(121, SimulationSettings.of(Size.PAPER).frames());
		assertEquals(516, SimulationSettings.of(Size.PAPER).rows());
	}

	@Test
	void geometryFollowsFromDistances() {
		SimulationSettings settings = SimulationSettings.builder(Size.TINY).defocus(1e-3).distance(2)
				.pixelSize(50e-6, 50e-6).astigmatism(0.1).build();
		assertEquals(2000, settings.magnification(), 1e-9);
		assertEquals(25e-9, settings.dss(), 1e-20);
		assertEquals(1e-3 * 1.999 / 2, settings.effectiveDistance(), 1e-15);
		assertEquals(1.1e-3, settings.defocusSs(), 1e-15);
		assertEquals(0.9e-3, settings.defocusFs(), 1e-15);
	}

	@Test
	void builderFromSettingsChangesNothingElse() {
		SimulationSettings settings = SimulationSettings.builder(Size.SMALL).seed(7).c3(1, 2).badFrames(3, 1)
				.positionError(0.7).hot(0).frameType(SimulationSettings.FrameType.INT32).build();
		assertEquals(settings, settings.toBuilder().build());
		assertEquals(8, settings.toBuilder().seed(8).build().seed());
		assertEquals(settings, settings.toBuilder().seed(8).build().toBuilder().seed(7).build());
	}

	@Test
	void badFramesAreSortedAndThoseThatDoNotExistDropped() {
		assertEquals(List.of(1, 3), SimulationSettings.builder(Size.TINY).badFrames(3, 99, 1, 3).build().badFrames());
	}

	@ParameterizedTest
	@MethodSource("wrongSettings")
	void wrongSettingsAreNamed(String name, UnaryOperator<Builder> change) {
		Builder builder = change.apply(SimulationSettings.builder(Size.TINY));
		IllegalArgumentException e = assertThrows(IllegalArgumentException.class, builder::build);
		assertTrue(e.getMessage().contains(name), e.getMessage());
	}

	static Stream<Arguments> wrongSettings() {
		return Stream.of(wrong("grid", b -> b.grid(0, 5)), wrong("shape", b -> b.shape(96, 2)),
				wrong("oversampling", b -> b.oversampling(0)), wrong("padding", b -> b.padding(-1)),
				wrong("defocus", b -> b.defocus(0)), wrong("distance", b -> b.distance(1e-4)),
				wrong("astigmatism", b -> b.astigmatism(0.6)), wrong("aberration", b -> b.ripple(Double.NaN)),
				wrong("wavelength", b -> b.wavelength(-1)), wrong("pupil", b -> b.pupil(1.5)),
				wrong("counts", b -> b.counts(0)), wrong("dead", b -> b.dead(0.9)), wrong("hot", b -> b.hot(-0.1)),
				wrong("thickness", b -> b.thickness(Double.NaN)), wrong("position error", b -> b.positionError(-1)),
				wrong("coma", b -> b.pixelSize(55e-6, 70e-6)));
	}

	private static Arguments wrong(String name, UnaryOperator<Builder> change) {
		return Arguments.of(name, change);
	}
}
