// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.util.Locale;

import org.pxst.processing.steps.FrameCheck.Proposal;

/**
 * A frame that had better be left out.
 *
 * @param frame  index in the scan
 * @param reason why, for the user
 */
public record Suggestion(int frame, String reason) {
	/** Puts a proposal of the step frame_check in words. */
	static Suggestion of(Proposal proposal) {
		String format = switch (proposal.reason()) {
		case BLANK -> "blank: %.3f of the median frame's intensity, at least %.3f is usual";
		case DIP -> "beam dip: %.3f of the median frame's intensity, at least %.3f is usual";
		case FLASH -> "too bright: %.3f of the median frame's intensity, at most %.3f is usual";
		case UNLIKE_WHITEFIELD -> "light is elsewhere: correlation with the whitefield %.4f, at least %.4f is usual";
		case UNEXPLAINED -> "the model does not explain it: error %.4g, at most %.4g is usual";
		};
		return new Suggestion(proposal.frame(), String.format(Locale.ROOT, format, proposal.value(), proposal.limit()));
	}
}
