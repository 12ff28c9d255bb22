// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.DoubleLiteral;
import org.pxst.core.literal.Literal;
import org.pxst.core.scan.Roi;
import org.pxst.processing.run.Target;
import org.pxst.processing.step.ScanParameter;
import org.pxst.ui.session.OpenScan;

/** What the user has chosen so far for a new reconstruction. For the UI thread. */
final class NewScan {
	/** The step that reconstructs. */
	static final String MAIN_STEP = "pixel_map_from_data";
	/** Parameters of that step that pages of their own are about, or that a new reconstruction does not have. */
	static final Set<String> OF_OTHER_PAGES = Set.of("roi", "defocus", "good_frames", "resume");

	private Optional<ScanLook> look = Optional.empty();
	private ItemTexts texts = ItemTexts.nothing();
	private RegionText region = new RegionText("");
	private FrameSelection frames = new FrameSelection("");
	private boolean editedMask;
	private DefocusChoice defocus = DefocusChoice.automatic();
	private Map<String, Literal> loop = Map.of();
	private Target target = Target.automatic();
	private String group = OpenScan.RESULTS;
	private Set<String> steps = Set.of();

	/** What the file is; empty before one is chosen. */
	Optional<ScanLook> look() {
		return look;
	}

	/** Takes another look; what was chosen for another file is forgotten. */
	void setLook(Optional<ScanLook> found) {
		if (found.isPresent() && !found.map(ScanLook::file).equals(look.map(ScanLook::file)))
			forget();
		look = found;
	}

	private void forget() {
		texts = ItemTexts.nothing();
		region = new RegionText("");
		frames = new FrameSelection("");
		editedMask = false;
		defocus = DefocusChoice.automatic();
		target = Target.automatic();
	}

	/** The file. */
	Optional<Path> file() {
		return look.map(ScanLook::file);
	}

	ItemTexts texts() {
		return texts;
	}

	void setTexts(ItemTexts changed) {
		texts = changed;
	}

	RegionText region() {
		return region;
	}

	void setRegion(RegionText changed) {
		region = changed;
	}

	FrameSelection frames() {
		return frames;
	}

	void setFrames(FrameSelection changed) {
		frames = changed;
	}

	/** Whether the mask of the Mask view stands in for the detector's own. */
	boolean editedMask() {
		return editedMask;
	}

	void setEditedMask(boolean used) {
		editedMask = used;
	}

	DefocusChoice defocus() {
		return defocus;
	}

	void setDefocus(DefocusChoice chosen) {
		defocus = chosen;
	}

	/** What is given for the main loop beside the other pages. */
	Map<String, Literal> loop() {
		return loop;
	}

	void setLoop(Map<String, Literal> given) {
		loop = Map.copyOf(given);
	}

	Target target() {
		return target;
	}

	void setTarget(Target chosen) {
		target = chosen;
	}

	String group() {
		return group;
	}

	void setGroup(String path) {
		group = path;
	}

	/** Names of the steps that are to run after the reconstruction. */
	Set<String> steps() {
		return steps;
	}

	void setSteps(Set<String> names) {
		steps = Set.copyOf(names);
	}

	/** What is wrong with the items of the scan, in words for the user; empty when nothing is. */
	Optional<String> itemProblem() {
		if (texts.problem().isPresent())
			return texts.problem();
		return look.flatMap(found -> found.findings().stream().flatMap(finding -> finding.problem().stream()).findFirst()
				.or(() -> Optional.of(found.problem()).filter(problem -> !problem.isEmpty())));
	}

	private ItemTexts allTexts() {
		return editedMask ? texts.with(ScanParameter.DETECTOR_MASK, ScanLook.EDITED_MASK) : texts;
	}

	/** What the user knows better about the scan, by key. */
	Map<String, Literal> scanGiven() {
		return allTexts().given();
	}

	/**
	 * What is given for the main step.
	 *
	 * @throws InvalidDataException when something that is typed is wrong
	 */
	Map<String, Literal> mainGiven() {
		Map<String, Literal> given = new LinkedHashMap<>(loop);
		defocus.metres().ifPresent(metres -> given.put("defocus", new DoubleLiteral(metres)));
		roi().ifPresent(roi -> given.put("roi", TrialRuns.region(roi)));
		look.flatMap(frames::good).ifPresent(good -> given.put("good_frames", Trial.frames(good)));
		return given;
	}

	/**
	 * The region that the user has chosen; empty for automatic.
	 *
	 * @throws InvalidDataException when it is none
	 */
	Optional<Roi> roi() {
		return look.flatMap(found -> region.roi(found.rows(), found.columns()));
	}

	/** What steps are tried on; empty when something is wrong, or there is no scan. */
	Optional<Trial> trial() {
		if (itemProblem().isPresent() || look.filter(found -> frames.problem(found).isEmpty() && found.good().length > 0).isEmpty())
			return Optional.empty();
		ScanLook found = look.get();
		return Optional.of(new Trial(found.file(), allTexts(), frames.good(found).orElse(found.good())));
	}

	/** What the pages before the main loop's have chosen, one line each. */
	List<String> summary() {
		List<String> lines = new ArrayList<>();
		lines.add("Region of interest: " + (region.text().isBlank() ? "found by the reconstruction" : region.text()));
		lines.add("Frames: " + (frames.leftOut().isBlank() ? "all that the scan says" : "without " + frames.leftOut()));
		lines.add("Mask: found from the frames" + (editedMask ? ", with the mask of the Mask view" : ", with the detector's own"));
		lines.add("Defocus: " + defocus.summary());
		return lines;
	}
}
