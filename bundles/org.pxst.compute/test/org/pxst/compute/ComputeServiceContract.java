// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

/**
 * What every back end must do, numbers included. A back end is tested by a class that extends this one and returns the
 * back end from {@link #service()}. Tolerances leave room for single precision.
 */
public abstract class ComputeServiceContract implements OpeningContract, PixelContract, MakeReferenceContract,
		SearchPixelMapContract, SearchBetweenPixelsContract, PixelMapErrorsContract, HalvesContract,
		TranslationErrorsContract, FitWhitefieldContract, ResidualContract, CalcErrorContract, InvarianceContract,
		RepeatabilityContract, CancellingContract, SimulatedTruthContract {
	@Override
	public abstract ComputeService service();
}
