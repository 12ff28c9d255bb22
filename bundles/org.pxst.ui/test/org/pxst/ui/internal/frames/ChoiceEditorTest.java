// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.operations.DefaultOperationHistory;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.junit.jupiter.api.Test;
import org.pxst.io.cxi.CxiDataset;

class ChoiceEditorTest {
	private static final FrameChoice ALL = FrameChoice.of(5, new int[] { 0, 1, 2, 3, 4 });
	private static final FrameChoice SOME = FrameChoice.of(5, new int[] { 0, 1 });
	private static final FrameChoice OTHER = FrameChoice.of(5, new int[] { 3 });

	private final IOperationHistory history = new DefaultOperationHistory();
	private final List<String> heard = new ArrayList<>();
	private final ChoiceEditor editor = new ChoiceEditor("scan.cxi", ALL, history, this::hear);

	private void hear() {
		heard.add(editor.value().text());
	}

	@Test
	void changesAreUndoneAndRedoneOneByOne() throws Exception {
		editor.edit("some", SOME);
		editor.edit("other", OTHER);
		assertTrue(editor.isDirty());
		assertTrue(history.undo(editor.undoContext(), null, null).isOK());
		assertEquals(SOME, editor.value());
		assertTrue(history.undo(editor.undoContext(), null, null).isOK());
		assertEquals(ALL, editor.value());
		assertFalse(editor.isDirty());
		assertFalse(history.canUndo(editor.undoContext()));
		assertTrue(history.redo(editor.undoContext(), null, null).isOK());
		assertEquals(SOME, editor.value());
		assertEquals(List.of("0,1", "3", "0,1", "0-4", "0,1"), heard);
	}

	@Test
	void whatChangesNothingCannotBeUndone() {
		editor.edit("all", FrameChoice.of(5, new int[] { 4, 3, 2, 1, 0 }));
		assertFalse(history.canUndo(editor.undoContext()));
		assertEquals(List.of(), heard);
	}

	@Test
	void savingLeavesUndoAsItIs() throws Exception {
		editor.edit("some", SOME);
		editor.save().written().run();
		assertFalse(editor.isDirty());
		history.undo(editor.undoContext(), null, null);
		assertEquals(ALL, editor.value());
		assertTrue(editor.isDirty());
	}

	@Test
	void withoutEditsTheFileIsFollowed() {
		editor.read(OTHER, true);
		assertEquals(OTHER, editor.value());
		assertFalse(editor.isDirty());
		assertFalse(editor.isOvertaken());
		assertEquals(List.of("/frame_selector/good_frames", "/speckle_tracking/good_frames"), written());
		editor.read(OTHER, false);
		assertEquals(List.of("/frame_selector/good_frames"), written());
	}

	private List<String> written() {
		return editor.save().content().stream().map(c -> ((CxiDataset) c).path()).toList();
	}

	@Test
	void noGoodFrameCannotBeSaved() {
		assertEquals(Optional.empty(), editor.obstacle());
		editor.edit("none", FrameChoice.of(5, new int[0]));
		assertTrue(editor.obstacle().orElseThrow().contains("at least one"));
	}

	@Test
	void editsAreKeptWhenTheFileChanges() throws Exception {
		editor.edit("some", SOME);
		editor.read(ALL, false);
		assertFalse(editor.isOvertaken());
		editor.read(OTHER, false);
		assertEquals(SOME, editor.value());
		assertTrue(editor.isOvertaken());
		editor.revert();
		assertEquals(OTHER, editor.value());
		assertFalse(editor.isOvertaken());
		history.undo(editor.undoContext(), null, null);
		assertEquals(SOME, editor.value());
		assertTrue(editor.isOvertaken());
		editor.save().written().run();
		assertFalse(editor.isOvertaken());
	}

	@Test
	void editsAreKeptWhenTheScanGoesOn() {
		editor.edit("some", SOME);
		editor.read(FrameChoice.of(7, new int[] { 0, 1, 2, 3, 4, 5, 6 }), false);
		assertEquals(FrameChoice.of(7, new int[] { 0, 1, 5, 6 }), editor.value());
		assertFalse(history.canUndo(editor.undoContext()));
	}
}
