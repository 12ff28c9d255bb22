// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.commands.operations.IOperationHistory;

/**
 * The edited choices of all scans, by file: they outlive a change to another scan, and, as long as they are not saved, even
 * closing the scan.
 */
final class ChoiceEditors {
	private final Map<Path, ChoiceEditor> editors = new HashMap<>();
	private final IOperationHistory history;
	private final Consumer<ChoiceEditor> changed;

	/**
	 * @param history where changes are kept
	 * @param changed gets an editor whose choice has changed
	 */
	ChoiceEditors(IOperationHistory history, Consumer<ChoiceEditor> changed) {
		this.history = history;
		this.changed = changed;
	}

	/**
	 * The editor of a file, which is told what the file has.
	 *
	 * @param stored  good frames
	 * @param results whether the results have good frames of their own, too
	 */
	ChoiceEditor read(Path file, FrameChoice stored, boolean results) {
		ChoiceEditor editor = editors.computeIfAbsent(file,
				f -> new ChoiceEditor(f.getFileName().toString(), stored, history, changed));
		editor.read(stored, results);
		return editor;
	}

	/** The editor of a file that was read already. */
	Optional<ChoiceEditor> of(Path file) {
		return Optional.ofNullable(editors.get(file));
	}

	/** Forgets a file that was closed, unless it has edits that are not saved. */
	void closed(Path file) {
		of(file).filter(editor -> !editor.isDirty()).ifPresent(editor -> {
			editor.dispose();
			editors.remove(file);
		});
	}

	/** Files with edits that are not saved. */
	List<Path> dirty() {
		return editors.entrySet().stream().filter(e -> e.getValue().isDirty()).map(Map.Entry::getKey).toList();
	}

	/** Forgets everything. */
	void dispose() {
		editors.values().forEach(ChoiceEditor::dispose);
		editors.clear();
	}
}
