// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.commands.operations.DefaultOperationHistory;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.junit.jupiter.api.Test;

class ChoiceEditorTest {
	private static final FrameChoice ALL = FrameChoice.of(5, new int[] { 0, 1, 2, 3, 4 });
	private static final FrameChoice SOME = FrameChoice.of(5, new int[] { 0, 1 });
	private static final FrameChoice OTHER = FrameChoice.of(5, new int[] { 3 });

	private final IOperationHistory history = new DefaultOperationHistory();
	private final List<String> heard = new ArrayList<>();
	private final ChoiceEditor editor = new ChoiceEditor("scan.cxi", ALL, history, e -> heard.add(e.choice().text()));

	@Test
	void changesAreUndoneAndRedoneOneByOne() throws Exception {
		editor.change("some", SOME);
		editor.change("other", OTHER);
		assertTrue(editor.isDirty());
		assertTrue(history.undo(editor.context(), null, null).isOK());
		assertEquals(SOME, editor.choice());
		assertTrue(history.undo(editor.context(), null, null).isOK());
		assertEquals(ALL, editor.choice());
		assertFalse(editor.isDirty());
		assertFalse(history.canUndo(editor.context()));
		assertTrue(history.redo(editor.context(), null, null).isOK());
		assertEquals(SOME, editor.choice());
		assertEquals(List.of("0,1", "3", "0,1", "0-4", "0,1"), heard);
	}

	@Test
	void whatChangesNothingCannotBeUndone() {
		editor.change("all", FrameChoice.of(5, new int[] { 4, 3, 2, 1, 0 }));
		assertFalse(history.canUndo(editor.context()));
		assertEquals(List.of(), heard);
	}

	@Test
	void savingLeavesUndoAsItIs() throws Exception {
		editor.change("some", SOME);
		editor.saved(SOME);
		assertFalse(editor.isDirty());
		history.undo(editor.context(), null, null);
		assertEquals(ALL, editor.choice());
		assertTrue(editor.isDirty());
	}

	@Test
	void withoutEditsTheFileIsFollowed() {
		editor.read(OTHER, true);
		assertEquals(OTHER, editor.choice());
		assertFalse(editor.isDirty());
		assertFalse(editor.isOvertaken());
		assertTrue(editor.isInResults());
	}

	@Test
	void editsAreKeptWhenTheFileChanges() throws Exception {
		editor.change("some", SOME);
		editor.read(ALL, false);
		assertFalse(editor.isOvertaken());
		editor.read(OTHER, false);
		assertEquals(SOME, editor.choice());
		assertTrue(editor.isOvertaken());
		editor.revert();
		assertEquals(OTHER, editor.choice());
		assertFalse(editor.isOvertaken());
		history.undo(editor.context(), null, null);
		assertEquals(SOME, editor.choice());
		assertTrue(editor.isOvertaken());
		editor.saved(SOME);
		assertFalse(editor.isOvertaken());
	}

	@Test
	void editsAreKeptWhenTheScanGoesOn() {
		editor.change("some", SOME);
		editor.read(FrameChoice.of(7, new int[] { 0, 1, 2, 3, 4, 5, 6 }), false);
		assertEquals(FrameChoice.of(7, new int[] { 0, 1, 5, 6 }), editor.choice());
		assertFalse(history.canUndo(editor.context()));
	}
}
