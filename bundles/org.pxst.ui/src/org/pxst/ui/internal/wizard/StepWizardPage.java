// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.wizard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.pxst.core.literal.Literal;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.step.GivenValue;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;
import org.pxst.processing.step.StepPreview;
import org.pxst.processing.step.StepRequest;
import org.pxst.processing.step.StepRunner;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.internal.form.StepForm;
import org.pxst.ui.internal.pipeline.StepTitle;
import org.pxst.ui.internal.view.HeldServices;
import org.pxst.ui.internal.view.WindowMessage;
import org.pxst.ui.run.Pipelines;
import org.pxst.ui.run.ScanPipeline;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScans;
import org.pxst.ui.session.OpenScansListener;
import org.pxst.ui.view.TurningSash;

/** The parameters of a step, and a preview of what it would find. */
final class StepWizardPage extends WizardPage {
	private final StepDescription step;
	private final HeldServices services;
	private final OpenScans scans;
	private final OpenScansListener listener = new OpenScansListener() {
		@Override
		public void currentChanged(Optional<OpenScan> current) {
			setScan(current);
		}

		@Override
		public void changed(OpenScan scan) {
			if (scans.current().filter(scan::equals).isPresent())
				setScan(Optional.of(scan));
		}
	};
	private StepForm form;
	private PreviewPanel preview;
	private Label target;

	/** @param services closed with the wizard */
	StepWizardPage(StepDescription step, HeldServices services) {
		super(step.name(), StepTitle.of(step) + " (" + step.name() + ")", null);
		this.step = step;
		this.services = services;
		scans = services.get(OpenScans.class);
		setDescription(step.summary());
	}

	@Override
	public void createControl(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		area.setLayout(new GridLayout());
		TurningSash sash = new TurningSash(area);
		sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		form = new StepForm(sash, step);
		preview = new PreviewPanel(sash, step, words(), new StepPreview(services.get(StepRunner.class), services.get(CxiLoader.class),
				services.get(Hdf5Viewer.class)), this::request);
		sash.setWeights(45, 55);
		Composite foot = new Composite(area, SWT.NONE);
		foot.setLayout(new GridLayout(2, false));
		foot.setLayoutData(new GridData(SWT.FILL, SWT.END, true, false));
		target = WrapRow.named(new Label(foot, SWT.WRAP), "step.target");
		GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
		wide.widthHint = 100;
		target.setLayoutData(wide);
		Link about = WrapRow.named(new Link(foot, SWT.NONE), "step.about");
		about.setText("<a>About this step</a>");
		about.setToolTipText("What the step does, where it is from, and what it writes");
		about.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> new AboutStep(getShell(), step).open()));
		setControl(area);
		scans.current().ifPresent(scan -> form.setGiven(services.get(Pipelines.class).of(scan).given(step)));
		form.addListener(() -> {
			preview.parametersChanged();
			check();
		});
		scans.addListener(listener);
		area.addDisposeListener(event -> scans.removeListener(listener));
		setScan(scans.current());
	}

	/** Words messages of steps. */
	WindowMessage words() {
		return new WindowMessage(services.get(StepCatalogue.class).steps());
	}

	/** The scan that the step is run on; empty when none can be. */
	Optional<OpenScan> scan() {
		return scans.current().filter(scan -> scan.state() == OpenScan.State.READY);
	}

	/** What is given for the step. */
	Map<String, Literal> given() {
		return form.given();
	}

	private void setScan(Optional<OpenScan> scan) {
		scan.map(services.get(Pipelines.class)::of).ifPresent(pipeline -> form.setGroup(pipeline.group()));
		form.setScan(scan());
		target.setText(scan.map(s -> TargetWords.of(pipeline(s).target(), s.name(), pipeline(s).group()).replace("&", "&&")).orElse(""));
		target.requestLayout();
		check();
	}

	private ScanPipeline pipeline(OpenScan scan) {
		return services.get(Pipelines.class).of(scan);
	}

	private void check() {
		Optional<String> problem = withoutScan().or(form::problem);
		setErrorMessage(problem.orElse(null));
		Optional<String> missing = form.missing();
		setMessage(missing.orElse(null), missing.isPresent() ? WARNING : NONE);
		setPageComplete(problem.isEmpty());
		preview.setPossible(problem.isEmpty());
	}

	private Optional<String> withoutScan() {
		Optional<OpenScan> scan = scans.current();
		if (scan.isEmpty())
			return Optional.of("No scan is open. Open one with File > Open Scan, then come back.");
		return switch (scan.get().state()) {
		case READY -> Optional.empty();
		case OPENING -> Optional.of(scan.get().name() + " is being opened.");
		default -> Optional.of(scan.get().problem());
		};
	}

	/** What a run would be asked for, with the parameters as they are on the screen. */
	private StepRequest request() {
		ScanPipeline pipeline = pipeline(scan().orElseThrow());
		PipelineRequest whole = pipeline.request(List.of(step));
		Map<String, GivenValue> given = new LinkedHashMap<>();
		pipeline.scanGiven().forEach((name, value) -> given.put(name, new GivenValue(value, "scan")));
		form.given().forEach((name, value) -> given.put(name, new GivenValue(value, step.name())));
		return new StepRequest(step, whole.input(), whole.options(), whole.group(), given, whole.compute());
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		// after the dialog has given the focus to the first field, which does not show its default while it has it
		if (visible)
			getControl().getDisplay().asyncExec(() -> {
				if (!preview.isDisposed())
					preview.setFocus();
			});
	}
}
