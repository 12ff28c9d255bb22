// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.processing.LoopScene;
import org.pxst.processing.LoopSettings;
import org.pxst.processing.LoopState;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.internal.view.HeldServices;
import org.pxst.ui.internal.view.PartVisibility;
import org.pxst.ui.run.LoopRemote;
import org.pxst.ui.run.Pipelines;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Runs;
import org.pxst.ui.run.RunsListener;
import org.pxst.ui.run.ScanPipeline;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScans;
import org.pxst.ui.session.OpenScansListener;
import org.pxst.ui.view.RoomSwitch;
import org.pxst.ui.view.SummaryText;

/**
 * The main loop that runs, ran last, or has left its iterations in the file of the current scan: reference image, pixel map,
 * phase and error after each iteration, and the controls by which it is guided and gone on from. Looking at it takes a few
 * percent of the run's time at most.
 */
public final class LiveView extends ViewPart {
	/** Id of the view. */
	public static final String ID = "org.pxst.ui.live";

	/** Lines of text that a view is high at least where the settings are shown at once. */
	private static final double HIGH = 28;

	private final HeldServices services = new HeldServices();
	private final Runs runs = services.get(Runs.class);
	private final OpenScans scans = services.get(OpenScans.class);
	private final Pipelines pipelines = services.get(Pipelines.class);
	private Optional<Run> followed = Optional.empty();
	/** The main loop of the run that is followed; the run itself forgets it when its next step begins. */
	private Optional<LoopRemote> followedLoop = Optional.empty();
	private Optional<LoopState> shown = Optional.empty();
	private boolean seen;
	private PartVisibility visibility;
	private Afterwards afterwards;
	private StoredLoops stored;
	private LoopControls controls;
	private SettingsFields settings;
	private LivePanes panes;
	private SummaryText text;
	private LiveFeed<LivePictures> feed;

	private final RunsListener runsListener = new RunsListener() {
		@Override
		public void submitted(Run run) {
			update();
		}

		@Override
		public void changed(Run run) {
			update();
		}

		@Override
		public void loopMoved(Run run, LoopRemote loop) {
			update();
		}

		@Override
		public void removed(Run run) {
			update();
		}
	};
	private final OpenScansListener scansListener = new OpenScansListener() {
		@Override
		public void currentChanged(Optional<OpenScan> current) {
			update();
		}

		@Override
		public void changed(OpenScan scan) {
			update();
		}
	};
	@Override
	public void createPartControl(Composite parent) {
		GridLayout layout = new GridLayout();
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		layout.verticalSpacing = 1;
		parent.setLayout(layout);
		controls = new LoopControls(parent, new LoopOrders(new LoopOrders.Subject() {
			@Override
			public Optional<Run> run() {
				return followed;
			}

			@Override
			public Optional<LoopRemote> loop() {
				return followedLoop;
			}

			@Override
			public Afterwards afterwards() {
				return afterwards;
			}

			@Override
			public void ordered() {
				update();
			}
		}));
		controls.row().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		Button more = controls.settingsSwitch();
		settings = new SettingsFields(parent, this::change);
		settings.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		text = new SummaryText(parent, "live.text", "What the main loop does just now.", 2);
		panes = new LivePanes(parent, this::redraw);
		panes.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		feed = new LiveFeed<>(panes, panes::show, panes::effort);
		stored = new StoredLoops(panes, pipelines, this::update);
		afterwards = new Afterwards(panes, runs, services.get(Hdf5Viewer.class), this::update);
		new RoomSwitch(more, parent, (width, height) -> height >= HIGH, this::setSettingsShown);
		runs.addListener(runsListener);
		scans.addListener(scansListener);
		visibility = new PartVisibility(this, parent, this::setSeen);
		update();
	}

	/** Nothing is made of what nobody sees. */
	private void setSeen(boolean nowSeen) {
		seen = nowSeen;
		update();
	}

	private void setSettingsShown(boolean shownNow) {
		((GridData) settings.getLayoutData()).exclude = !shownNow;
		settings.setVisible(shownNow);
		settings.getParent().layout(true, true);
	}

	/** A run that has failed or was cancelled is looked at only when the file has nothing instead. */
	private boolean hasLoop(Run run) {
		boolean counts = !run.state().isOver() || run.state() == Run.State.DONE || stored.loop().isEmpty();
		return counts && (run.loop().isPresent() || followed.filter(run::equals).isPresent() && followedLoop.isPresent());
	}

	private Optional<LoopRemote> alive() {
		return followedLoop.filter(LoopRemote::isAlive);
	}

	private void change(LoopSettings changed) {
		alive().filter(loop -> !loop.settings().equals(changed)).ifPresent(loop -> loop.change(changed));
	}

	/** The other axis of the residual was chosen. */
	private void redraw() {
		shown = Optional.empty();
		update();
	}

	private void update() {
		Optional<OpenScan> current = scans.current();
		if (seen)
			stored.look(current);
		Optional<Run> next = FollowedRun.of(runs.runs(), this::hasLoop, current.map(OpenScan::file));
		if (!next.equals(followed)) {
			followed = next;
			followedLoop = Optional.empty();
			shown = Optional.empty();
		}
		followedLoop = followed.flatMap(Run::loop).or(() -> followedLoop);
		if (followedLoop.isPresent())
			showRun(followed.get(), followedLoop.get());
		else if (current.isPresent() && stored.loop().isPresent())
			showStored(current.get(), stored.loop().get());
		else
			showNothing(current);
	}

	private void showNothing(Optional<OpenScan> current) {
		afterwards.forget();
		controls.showNothing();
		settings.setEnabled(false);
		text.setText(stored.problem().isEmpty() ? LoopText.before(runs.runs(), current.map(OpenScan::name))
				: "The iterations of the main loop in the file cannot be shown: " + stored.problem());
		shown = Optional.empty();
		feed.forget();
		panes.clear();
	}

	private void showRun(Run run, LoopRemote loop) {
		settings.setEnabled(loop.isAlive());
		settings.show(loop.settings());
		if (loop.isAlive()) {
			controls.showAlive(loop.isPaused(), run.state() == Run.State.STOPPING, loop.kept());
		} else {
			afterwards.of(run, loop);
			showEnded(loop.state(), run.state().isOver());
		}
		text.setText(LoopText.of(run, loop));
		showPictures(loop.scene(), loop.state(), loop.isPaused() || !loop.isAlive());
	}

	private void showStored(OpenScan scan, StoredLoop loop) {
		StepDescription step = services.get(StepCatalogue.class).step(FurtherRuns.STEP).orElseThrow();
		ScanPipeline pipeline = pipelines.of(scan);
		afterwards.of(pipeline, step, loop);
		settings.setEnabled(false);
		settings.show(loop.state().settings().withIterations(new GivenSettings(pipeline.given(step)).iterations()));
		showEnded(loop.state(), true);
		text.setText(LoopText.of(scan.name(), loop.state()));
		showPictures(loop.scene(), loop.state(), true);
	}

	private void showEnded(LoopState state, boolean isOver) {
		int last = afterwards.canGoBack() ? state.iterations().size() - 1 : 0;
		controls.showOver(afterwards.left(), afterwards.canDoMore(), IntStream.rangeClosed(1, last).boxed().toList(), isOver);
	}

	private void showPictures(LoopScene scene, LoopState state, boolean rests) {
		boolean isAsked = shown.filter(former -> former == state).isPresent();
		// what was asked for while it ran need not wait any more
		if (!seen || isAsked && !(rests && feed.isWaiting()))
			return;
		boolean first = shown.isEmpty();
		shown = Optional.of(state);
		boolean slow = panes.isSlow();
		if (first || rests)
			feed.wantSoon(() -> LivePictures.of(scene, state, slow));
		else
			feed.want(() -> LivePictures.of(scene, state, slow));
	}

	/** Whether the pictures are those of the newest iteration; for tests. */
	public boolean isUpToDate() {
		return feed.isIdle();
	}

	@Override
	public void setFocus() {
		panes.setFocus();
	}

	@Override
	public void dispose() {
		if (visibility != null)
			visibility.close();
		runs.removeListener(runsListener);
		scans.removeListener(scansListener);
		services.close();
		super.dispose();
	}
}
