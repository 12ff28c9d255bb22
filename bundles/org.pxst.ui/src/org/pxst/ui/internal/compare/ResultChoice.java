// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.compare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.pxst.ui.internal.edit.WrapRow;

/** A list of all groups of results, of which one is chosen. For the UI thread. */
final class ResultChoice {
	private final Combo combo;
	private List<RunResults> all = List.of();
	private Optional<RunResults> chosen = Optional.empty();

	/**
	 * @param row     where
	 * @param name    of the side
	 * @param changed called when the user has chosen
	 */
	ResultChoice(WrapRow row, String name, Runnable changed) {
		row.label(name + ":");
		combo = new Combo(row, SWT.DROP_DOWN | SWT.READ_ONLY);
		combo.setToolTipText("Which results are " + name + ": all groups of results of the open scans");
		combo.setData("org.pxst.ui.id", "compare.choice." + name.toLowerCase(Locale.ROOT));
		combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			chosen = Optional.of(all.get(combo.getSelectionIndex()));
			changed.run();
		}));
	}

	/** What is chosen; empty when there is nothing. */
	Optional<RunResults> chosen() {
		return chosen;
	}

	/** Offers these, and keeps what is chosen as long as it is among them. */
	void offer(List<RunResults> results) {
		if (!all.equals(results)) {
			all = results;
			combo.setItems(results.stream().map(RunResults::text).toArray(String[]::new));
			combo.requestLayout();
		}
		chosen = chosen.filter(results::contains).or(() -> results.stream().findFirst());
		select();
	}

	/** Chooses. Nothing happens when it is not offered. */
	void choose(RunResults results) {
		if (!all.contains(results))
			return;
		chosen = Optional.of(results);
		select();
	}

	/** Chooses another one than this, of the same scan if there is one. */
	void chooseOther(RunResults results) {
		all.stream().filter(other -> !other.equals(results) && other.scan().equals(results.scan())).findFirst()
				.or(() -> all.stream().filter(other -> !other.equals(results)).findFirst()).ifPresent(this::choose);
	}

	private void select() {
		chosen.ifPresent(results -> combo.select(all.indexOf(results)));
	}
}
