// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Random;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.DefaultOperationHistory;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.junit.jupiter.api.Test;
import org.pxst.core.scan.Mask;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.ui.image.Area;
import org.pxst.ui.internal.edit.EditedDocument;

class MaskEditorTest {
	private static final int ROWS = 7;
	private static final int COLUMNS = 9;
	private static final AreaPixels FRAME = new AreaPixels(ROWS, COLUMNS);

	private final IOperationHistory history = new DefaultOperationHistory();
	private int changes;
	private final MaskEditor editor = new MaskEditor("scan", Mask.allGood(ROWS, COLUMNS), history, () -> changes++);

	@Test
	void modesMaskUnmaskAndToggle() {
		editor.edit("rectangle", rectangle(1, 1, 2, 4), MaskMode.MASK);
		assertEquals(8, editor.pixels().badCount());
		editor.edit("rectangle", rectangle(2, 0, 2, 2), MaskMode.TOGGLE);
		// (2, 0) became bad, (2, 1) and (2, 2) good again
		assertEquals(7, editor.pixels().badCount());
		assertFalse(editor.pixels().mask().isGood(2, 0));
		assertTrue(editor.pixels().mask().isGood(2, 1));
		editor.edit("rectangle", rectangle(0, 0, 6, 8), MaskMode.UNMASK);
		assertEquals(0, editor.pixels().badCount());
		assertEquals(3, changes);
	}

	@Test
	void anEditWithoutEffectIsNoStep() {
		editor.edit("rectangle", rectangle(1, 1, 2, 4), MaskMode.UNMASK);
		assertFalse(history.canUndo(editor.undoContext()));
		assertEquals(0, changes);
	}

	@Test
	void aLongChainIsTakenBackAndDoneAgain() throws ExecutionException {
		Random random = new Random(6);
		Deque<Mask> past = new ArrayDeque<>();
		List<Mask> all = new ArrayList<>();
		for (int k = 0; k < 300; k++) {
			Mask before = editor.pixels().mask();
			editor.edit("edit " + k, FRAME.of(new Area.Ellipse(random.nextInt(ROWS), random.nextInt(COLUMNS),
					3 * random.nextDouble(), 3 * random.nextDouble())), MaskMode.values()[random.nextInt(3)]);
			if (!editor.pixels().equals(before)) {
				past.push(before);
				all.add(editor.pixels().mask());
			}
		}
		assertTrue(past.size() > 100);
		for (Mask before : past) {
			history.undo(editor.undoContext(), null, null);
			assertArrayEquals(before.good(), editor.pixels().mask().good());
		}
		assertFalse(history.canUndo(editor.undoContext()));
		assertFalse(editor.isDirty());
		for (Mask after : all) {
			history.redo(editor.undoContext(), null, null);
			assertArrayEquals(after.good(), editor.pixels().mask().good());
			assertEquals(editor.pixels().mask().good().length - after.count(), editor.pixels().badCount());
		}
	}

	@Test
	void aStrokeIsOneStepAndTogglesEachPixelOnce() throws ExecutionException {
		for (int fs = 1; fs < 7; fs++)
			editor.draw(FRAME.passedBy(new Area.Stroke(new double[] { 3, 3 }, new double[] { fs, fs + 1d }, 1)), MaskMode.TOGGLE);
		assertTrue(editor.isDirty(), "while it is drawn");
		Mask drawn = editor.pixels().mask();
		for (int fs = 1; fs <= 7; fs++)
			assertFalse(drawn.isGood(3, fs), "column " + fs);
		editor.settle();
		assertArrayEquals(drawn.good(), editor.pixels().mask().good());
		history.undo(editor.undoContext(), null, null);
		assertEquals(0, editor.pixels().badCount());
		history.redo(editor.undoContext(), null, null);
		assertArrayEquals(drawn.good(), editor.pixels().mask().good());
	}

	@Test
	void dirtyMeansDifferentFromTheFile() throws ExecutionException {
		editor.edit("pixel", rectangle(1, 1, 1, 1), MaskMode.MASK);
		assertEquals(1, editor.unsaved());
		EditedDocument.Save save = editor.save();
		editor.edit("pixel", rectangle(2, 2, 2, 2), MaskMode.MASK);
		save.written().run();
		assertEquals(1, editor.unsaved(), "what followed is not in the file");
		history.undo(editor.undoContext(), null, null);
		assertFalse(editor.isDirty());
		history.undo(editor.undoContext(), null, null);
		assertTrue(editor.isDirty(), "before what was saved");
	}

	@Test
	void writesTheMaskOfTheMomentAsMakeMaskDoes() {
		editor.edit("pixel", rectangle(1, 1, 1, 1), MaskMode.MASK);
		EditedDocument.Save save = editor.save();
		editor.edit("pixel", rectangle(2, 2, 2, 2), MaskMode.MASK);
		CxiDataset written = (CxiDataset) save.content().get(0);
		assertEquals("mask", written.path());
		assertArrayEquals(new int[] { ROWS, COLUMNS }, written.shape());
		boolean[] good = (boolean[]) written.values();
		assertFalse(good[1 * COLUMNS + 1]);
		assertTrue(good[2 * COLUMNS + 2]);
		assertTrue(written.attributes().get("edited").toString().contains("workbench"));
	}

	@Test
	void followsTheFileOnlyWhenNotEdited() {
		Mask other = new Growth(1).grow(bad(3, 3));
		editor.read(other, true);
		assertArrayEquals(other.good(), editor.pixels().mask().good());
		editor.edit("pixel", rectangle(0, 0, 0, 0), MaskMode.MASK);
		Mask edited = editor.pixels().mask();
		editor.read(bad(6, 6), true);
		assertArrayEquals(edited.good(), editor.pixels().mask().good());
		assertTrue(editor.isOvertaken());
		assertTrue(history.canUndo(editor.undoContext()));
		editor.revert();
		assertFalse(editor.isOvertaken());
		assertFalse(editor.pixels().mask().isGood(6, 6));
		assertEquals(1, editor.pixels().badCount());
	}

	@Test
	void readingWhatWasSavedKeepsTheHistory() {
		editor.edit("pixel", rectangle(0, 0, 0, 0), MaskMode.MASK);
		EditedDocument.Save save = editor.save();
		save.written().run();
		editor.read(editor.pixels().mask(), true);
		assertTrue(history.canUndo(editor.undoContext()));
	}

	@Test
	void framesOfAnotherShapeStartAfresh() {
		editor.edit("pixel", rectangle(0, 0, 0, 0), MaskMode.MASK);
		assertTrue(editor.read(Mask.allGood(2, 3), true));
		assertEquals(2, editor.pixels().rows());
		assertFalse(editor.isDirty());
		assertFalse(history.canUndo(editor.undoContext()));
	}

	@Test
	void invertFillAndClear() {
		editor.edit("pixel", rectangle(0, 0, 0, 3), MaskMode.MASK);
		BitSet all = FRAME.all();
		editor.edit("invert", all, MaskMode.TOGGLE);
		assertEquals(ROWS * COLUMNS - 4, editor.pixels().badCount());
		editor.edit("fill", all, MaskMode.MASK);
		assertEquals(ROWS * COLUMNS, editor.pixels().badCount());
		editor.replace("clear", Mask.allGood(ROWS, COLUMNS));
		assertEquals(0, editor.pixels().badCount());
	}

	@Test
	void aStrokeThatIsGivenUpLeavesNothing() {
		editor.edit("pixel", rectangle(3, 3, 3, 3), MaskMode.MASK);
		editor.draw(rectangle(2, 2, 4, 4), MaskMode.TOGGLE);
		editor.giveUp();
		assertEquals(1, editor.pixels().badCount());
		editor.settle();
		assertEquals(1, editor.pixels().badCount());
		assertFalse(editor.pixels().mask().isGood(3, 3));
	}

	@Test
	void aMaskThatWasChosenCanBeSavedWhenTheResultsHaveNone() {
		Mask detector = bad(3, 3);
		editor.read(detector, false);
		assertFalse(editor.isDirty());
		editor.replace("the detector's", detector);
		assertTrue(editor.isDirty());
		editor.save().written().run();
		assertFalse(editor.isDirty());
	}

	private static BitSet rectangle(int ss0, int fs0, int ss1, int fs1) {
		return FRAME.of(new Area.Rectangle(ss0, fs0, ss1, fs1));
	}

	private static Mask bad(int i, int j) {
		boolean[] good = Mask.allGood(ROWS, COLUMNS).good();
		good[i * COLUMNS + j] = false;
		return new Mask(ROWS, COLUMNS, good);
	}
}
