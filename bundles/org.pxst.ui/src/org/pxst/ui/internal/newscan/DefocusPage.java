// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.pxst.core.scan.Roi;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.internal.newscan.DefocusChoice.Source;
import org.pxst.ui.view.SiPrefix;

/** The defocus: two ways to find it side by side, and how sharp the reference image is at others. */
final class DefocusPage extends ScanPage {
	private static final int LEAST_LINES = 26;
	private static final int FIELD_WIDTH = 12;

	private final Previews previews;
	private final TrialRuns runs;
	private final Map<Source, Button> buttons = new EnumMap<>(Source.class);
	private DefocusPart registration;
	private DefocusPart thon;
	private Label agreement;
	private SweepPart sweep;
	private Text value;
	private Optional<Subject> subject = Optional.empty();
	private boolean showing;

	/** What the defocus is looked for in. */
	private record Subject(Trial trial, Optional<Roi> roi) {
	}

	/**
	 * @param scan     what the wizard is about
	 * @param previews finds mask, whitefield and region
	 * @param runs     runs the steps
	 */
	DefocusPage(NewScan scan, Previews previews, TrialRuns runs) {
		super("defocus", "Defocus", "Compare the defocus that is found in different ways; automatic is right as long as they agree.", scan);
		this.previews = previews;
		this.runs = runs;
	}

	@Override
	void createContent(Composite parent) {
		Composite pair = new Composite(parent, SWT.NONE);
		pair.setLayout(new GridLayout(2, true));
		pair.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		registration = new DefocusPart(pair, "new.registration", "Registration of the frames",
				"The defocus at which the frames, shifted by their positions, fall on each other (fit_defocus_registration)");
		thon = new DefocusPart(pair, "new.thon", "Thon rings",
				"The defocus that the rings in the power spectrum of the frames say; needs no positions (fit_thon_rings)");
		Composite between = new Composite(parent, SWT.NONE);
		between.setLayout(new GridLayout(2, true));
		between.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		agreement = note(between, "new.defocus.agreement");
		sweep = new SweepPart(parent, between, this::swept);
		choices(parent);
	}

	private void choices(Composite parent) {
		WrapRow row = new WrapRow(parent);
		row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		row.label("Defocus to start from:");
		choice(row, Source.AUTOMATIC, "automatic", "The reconstruction finds it from all frames by registration");
		choice(row, Source.REGISTRATION, "registration's", "What the registration of the frames says here");
		choice(row, Source.THON, "Thon rings'", "What the Thon rings say; for positions that are not to be trusted");
		choice(row, Source.VALUE, "this one:", "What is typed here, or chosen with the line in the plot");
		value = WrapRow.named(new Text(row, SWT.BORDER), "new.defocus.text");
		value.setMessage("2.5 mm");
		value.setToolTipText("Focus-to-sample distance with its unit; drag the line in the plot to choose it by the image");
		value.setLayoutData(new RowData(convertWidthInCharsToPixels(FIELD_WIDTH), SWT.DEFAULT));
		value.addModifyListener(e -> {
			if (!showing)
				choose(Source.VALUE);
		});
	}

	private void choice(WrapRow row, Source source, String text, String tooltip) {
		Button button = row.button(SWT.RADIO, "new.defocus." + source.name().toLowerCase(Locale.ROOT), text, tooltip, b -> {
			if (b.getSelection())
				choose(source);
		});
		buttons.put(source, button);
	}

	@Override
	int leastLines() {
		return LEAST_LINES;
	}

	private void choose(Source source) {
		buttons.forEach((each, button) -> button.setSelection(each == source));
		OptionalDouble found = switch (source) {
		case REGISTRATION -> mean(registration);
		case THON -> mean(thon);
		default -> OptionalDouble.empty();
		};
		scan().setDefocus(new DefocusChoice(source, value.getText(), found));
		if (scan().defocus().problem().isEmpty())
			scan().defocus().metres().ifPresent(sweep::set);
		check();
	}

	private static OptionalDouble mean(DefocusPart part) {
		return part.fit().map(fit -> OptionalDouble.of(fit.mean())).orElse(OptionalDouble.empty());
	}

	private void swept(double defocus) {
		showing = true;
		value.setText(SiPrefix.text(defocus, "m"));
		showing = false;
		choose(Source.VALUE);
	}

	@Override
	void entered() {
		DefocusChoice chosen = scan().defocus();
		showing = true;
		value.setText(chosen.text());
		showing = false;
		buttons.forEach((each, button) -> button.setSelection(each == chosen.source()));
		Optional<Subject> now = scan().trial().map(trial -> new Subject(trial, scan().roi()));
		if (now.isPresent() && now.equals(subject))
			return;
		subject = now;
		restart();
	}

	private void restart() {
		registration.clear();
		thon.clear();
		sweep.clear();
		say(agreement, "");
		enable();
		subject.ifPresent(this::start);
	}

	/** One after the other: each takes the whole device. */
	private void start(Subject what) {
		Trial trial = what.trial();
		registration.start(monitor -> runs.registration(previews.find(trial, monitor), what.roi(), monitor), () -> {
			ended();
			thon.start(monitor -> runs.thonRings(previews.find(trial, monitor), what.roi(), monitor), () -> {
				ended();
				sweep.start(monitor -> runs.sweep(previews.find(trial, monitor), what.roi(), monitor), this::ended);
			});
		});
	}

	private void ended() {
		say(agreement, DefocusAgreement.of(registration.fit(), thon.fit()));
		enable();
		// an earlier choice gets the value of now
		if (List.of(Source.REGISTRATION, Source.THON).contains(scan().defocus().source()))
			choose(scan().defocus().source());
		else if (scan().defocus().source() == Source.AUTOMATIC)
			registration.fit().ifPresent(fit -> sweep.set(fit.mean()));
		reflow();
	}

	private void enable() {
		buttons.get(Source.REGISTRATION).setEnabled(registration.fit().isPresent());
		buttons.get(Source.THON).setEnabled(thon.fit().isPresent());
	}

	@Override
	Optional<String> problem() {
		return scan().defocus().problem();
	}
}
