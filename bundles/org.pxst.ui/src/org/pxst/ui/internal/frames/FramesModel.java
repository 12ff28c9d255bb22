// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.pxst.ui.session.ScanSelection;

/**
 * What the parts of the view show together: the scan, the current frame, the selected frames, the choice of good frames
 * and suggestions for bad ones. For the UI thread.
 */
final class FramesModel {
	/** What changed. */
	enum Change {
		/** The scan was read. */
		SCAN,
		/** Another frame is current. */
		FRAME,
		/** Other frames are selected. */
		SELECTED,
		/** The choice of good frames, or what the file has of it. */
		CHOICE,
		/** The suggestions. */
		SUGGESTIONS
	}

	private final CopyOnWriteArrayList<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
	private Optional<Shown> shown = Optional.empty();
	private BitSet selected = new BitSet();
	private Suggestions suggestions = Suggestions.none();

	/** The scan that is shown. */
	private record Shown(ScanFrames scan, ScanSelection selection, ChoiceEditor editor) {
	}

	/** Calls a listener after each change from now on. */
	void addListener(Consumer<Change> listener) {
		listeners.add(listener);
	}

	private void tell(Change change) {
		listeners.forEach(l -> l.accept(change));
	}

	/** Shows a scan, after it was read for the first time or again. */
	void show(ScanFrames scan, ScanSelection selection, ChoiceEditor editor) {
		boolean same = shown.map(s -> s.editor == editor).orElse(false);
		Optional<FrameChoice> usedBefore = shown.filter(s -> same).flatMap(s -> s.scan.used());
		shown = Optional.of(new Shown(scan, selection, editor));
		if (!same) {
			selected = new BitSet();
			suggestions = Suggestions.none();
		}
		selected.clear(scan.frames(), Math.max(scan.frames(), selected.length()));
		if (!scan.used().equals(usedBefore))
			scan.used().ifPresent(used -> suggestions = leftOut(scan, used));
		if (selection.frame() < 0 || selection.frame() >= scan.frames())
			selection.setFrame(scan.middle());
		tell(Change.SCAN);
	}

	private static Suggestions leftOut(ScanFrames scan, FrameChoice used) {
		return Suggestions.of(IntStream.of(scan.choice().indices()).filter(n -> !used.isGood(n))
				.mapToObj(n -> new Suggestion(n, "left out when the results in this file were computed")).toList());
	}

	/** Shows nothing any more. */
	void clear() {
		shown = Optional.empty();
		selected = new BitSet();
		suggestions = Suggestions.none();
	}

	/** The scan; empty when none is shown. */
	Optional<ScanFrames> scan() {
		return shown.map(Shown::scan);
	}

	/** The editor of the choice; empty when no scan is shown. */
	Optional<ChoiceEditor> editor() {
		return shown.map(Shown::editor);
	}

	/** The choice as it is edited. */
	Optional<FrameChoice> choice() {
		return editor().map(ChoiceEditor::value);
	}

	/** The current frame, -1 when no scan is shown. */
	int frame() {
		return shown.map(s -> s.selection.frame()).orElse(-1);
	}

	/** Makes a frame current; the first or the last when it is beyond. */
	void setFrame(int frame) {
		shown.ifPresent(s -> s.selection.setFrame(Math.max(0, Math.min(s.scan.frames() - 1, frame))));
	}

	/** Goes on by some frames, or back. */
	void step(int by) {
		setFrame(frame() + by);
	}

	/** To be called when the scan's selection says that another frame is current. */
	void frameChanged() {
		if (shown.isPresent() && frame() >= 0 && frame() < shown.get().scan.frames())
			tell(Change.FRAME);
	}

	/** The selected frames. */
	BitSet selected() {
		return (BitSet) selected.clone();
	}

	/** Selects frames. */
	void select(BitSet frames) {
		if (frames.equals(selected))
			return;
		selected = (BitSet) frames.clone();
		tell(Change.SELECTED);
	}

	/** Marks the selected frames, or the current one when none is selected. */
	void mark(Mark mark) {
		BitSet frames = selected();
		if (frames.isEmpty() && frame() >= 0)
			frames.set(frame());
		mark(frames, mark);
	}

	/** Marks some frames. */
	void mark(BitSet frames, Mark mark) {
		editor().ifPresent(editor -> editor.edit(mark.label() + " " + count(frames.cardinality()),
				editor.value().with(frames, mark)));
	}

	private static String count(int frames) {
		return frames == 1 ? "1 frame" : frames + " frames";
	}

	/** To be called when a choice has changed. */
	void choiceChanged() {
		if (shown.isPresent())
			tell(Change.CHOICE);
	}

	/** Suggestions that the choice does not follow yet. */
	Suggestions suggestions() {
		return choice().map(suggestions::open).orElseGet(Suggestions::none);
	}

	/** Shows suggestions in place of those before. */
	void suggest(Suggestions found) {
		suggestions = Objects.requireNonNull(found);
		tell(Change.SUGGESTIONS);
	}

	/** Marks all suggested frames bad, in one step that can be undone. */
	void accept() {
		editor().ifPresent(editor -> editor.edit("Leave out suggested frames", suggestions.accepted(editor.value())));
	}
}
