// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.whitefield;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.DefaultOperationHistory;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.junit.jupiter.api.Test;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.ui.internal.edit.EditedDocument;

class WhitefieldEditorTest {
	private static final Roi START = new Roi(10, 20, 30, 60);

	private final IOperationHistory history = new DefaultOperationHistory();
	private int changes;
	private final WhitefieldEditor editor = new WhitefieldEditor("scan", 50, 80, Optional.of(START), history, () -> changes++);

	@Test
	void edgesAreRoundedAndKeptInsideTheFrame() {
		assertEquals(new Roi(10, 20, 30, 60), editor.fitted(9.6, 20.4, 30.4, 59.6));
		assertEquals(new Roi(0, 50, 0, 80), editor.fitted(-3, 99, -1e9, Double.POSITIVE_INFINITY));
		assertEquals(new Roi(49, 50, 7, 8), editor.fitted(70, 80, 7, 7));
		assertEquals(new Roi(10, 20, 0, 80), editor.fitted(20, 10, 80, 0), "edges in any order");
	}

	@Test
	void aDragIsOneStep() throws ExecutionException {
		for (int k = 1; k <= 5; k++)
			editor.drag(new Roi(10 + k, 20 + k, 30, 60));
		assertTrue(editor.isDirty());
		editor.settle();
		history.undo(editor.undoContext(), null, null);
		assertEquals(START, editor.roi());
		assertFalse(history.canUndo(editor.undoContext()));
		assertFalse(editor.isDirty());
		history.redo(editor.undoContext(), null, null);
		assertEquals(new Roi(15, 25, 30, 60), editor.roi());
	}

	@Test
	void aDragThatComesBackIsNoStep() {
		editor.drag(new Roi(11, 20, 30, 60));
		editor.drag(START);
		editor.settle();
		assertFalse(history.canUndo(editor.undoContext()));
	}

	@Test
	void writesFourWholeNumbersAsTheStepDoes() {
		editor.edit("Set", new Roi(1, 2, 3, 4));
		EditedDocument.Save save = editor.save();
		CxiDataset roi = (CxiDataset) save.content().get(0);
		assertEquals("roi", roi.path());
		assertArrayEquals(new long[] { 1, 2, 3, 4 }, (long[]) roi.values());
		assertEquals("pixel", roi.attributes().get("units"));
		editor.edit("Set", new Roi(1, 2, 3, 5));
		save.written().run();
		assertTrue(editor.isDirty(), "the edit after that");
	}

	@Test
	void followsTheFileOnlyWhenNotEdited() {
		editor.read(50, 80, Optional.of(new Roi(0, 5, 0, 5)));
		assertEquals(new Roi(0, 5, 0, 5), editor.roi());
		editor.edit("Set", new Roi(1, 5, 1, 5));
		editor.read(50, 80, Optional.of(new Roi(2, 6, 2, 6)));
		assertEquals(new Roi(1, 5, 1, 5), editor.roi());
		assertTrue(editor.isOvertaken());
		editor.revert();
		assertEquals(new Roi(2, 6, 2, 6), editor.roi());
		assertFalse(editor.isOvertaken());
	}

	@Test
	void anEditStaysInsideFramesOfAnotherShape() {
		editor.edit("Set", new Roi(1, 50, 1, 80));
		editor.read(20, 30, Optional.empty());
		assertEquals(new Roi(1, 20, 1, 30), editor.roi());
	}

	private static Light light(float value) {
		return Light.of(Image.constant(50, 80, value), Mask.allGood(50, 80));
	}

	private static List<String> written(EditedDocument.Save save) {
		return save.content().stream().map(c -> ((CxiDataset) c).path()).toList();
	}

	@Test
	void aComputedWhitefieldIsAnEditUntilItIsWritten() throws ExecutionException {
		Light made = light(3);
		editor.take(made);
		assertTrue(editor.isDirty());
		history.undo(editor.undoContext(), null, null);
		assertTrue(editor.computed().isEmpty());
		assertFalse(editor.isDirty());
		history.redo(editor.undoContext(), null, null);
		EditedDocument.Save save = editor.save();
		assertEquals(List.of("whitefield"), written(save), "the region is as in the file");
		CxiDataset whitefield = (CxiDataset) save.content().get(0);
		assertArrayEquals(new int[] { 50, 80 }, whitefield.shape());
		float[] threes = new float[50 * 80];
		Arrays.fill(threes, 3);
		assertArrayEquals(threes, (float[]) whitefield.values());
		save.written().run();
		assertFalse(editor.isDirty());
		assertTrue(editor.computed().isEmpty(), "the file's is the same now");
	}

	@Test
	void aWhitefieldThatIsComputedWhileOneIsWrittenIsNotLost() {
		editor.take(light(3));
		EditedDocument.Save save = editor.save();
		Light next = light(4);
		editor.take(next);
		save.written().run();
		assertTrue(editor.isDirty());
		assertEquals(Optional.of(next), editor.computed());
	}

	@Test
	void refreshesKeepAComputedWhitefieldUnlessTheFramesHaveAnotherShape() {
		editor.take(light(3));
		editor.read(50, 80, Optional.of(START));
		assertTrue(editor.computed().isPresent());
		assertFalse(editor.isOvertaken());
		editor.read(20, 30, Optional.empty());
		assertTrue(editor.computed().isEmpty());
	}

	@Test
	void theWholeFrameCanBeSavedAlthoughItIsWhatAScanWithoutARegionStartsFrom() {
		WhitefieldEditor fresh = new WhitefieldEditor("fresh", 5, 8, Optional.empty(), history, () -> changes++);
		assertEquals(Roi.full(5, 8), fresh.roi());
		assertFalse(fresh.isDirty());
		fresh.edit("Whole frame", Roi.full(5, 8));
		assertTrue(fresh.isDirty());
		assertEquals(List.of("roi"), written(fresh.save()));
	}
}
