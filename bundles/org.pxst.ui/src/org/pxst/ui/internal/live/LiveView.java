// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import java.nio.file.Path;
import java.util.List;
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
import org.pxst.ui.internal.view.HeldService;
import org.pxst.ui.internal.view.PartVisibility;
import org.pxst.ui.run.LoopRemote;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Runs;
import org.pxst.ui.run.RunsListener;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScans;
import org.pxst.ui.session.OpenScansListener;
import org.pxst.ui.view.RoomSwitch;
import org.pxst.ui.view.SummaryText;

/**
 * The main loop that runs, or ran last: reference image, pixel map, phase and error after each iteration, and the controls by
 * which it is guided. Looking at it takes a few percent of the run's time at most.
 */
public final class LiveView extends ViewPart {
	/** Id of the view. */
	public static final String ID = "org.pxst.ui.live";

	/** Lines of text that a view is high at least where the settings are shown at once. */
	private static final double HIGH = 28;

	private final HeldService<Runs> runs = new HeldService<>(Runs.class);
	private final HeldService<OpenScans> scans = new HeldService<>(OpenScans.class);
	private final HeldService<Hdf5Viewer> viewer = new HeldService<>(Hdf5Viewer.class);
	private Optional<Run> followed = Optional.empty();
	/** The main loop of the run that is followed; the run itself forgets it when its next step begins. */
	private Optional<LoopRemote> followedLoop = Optional.empty();
	private Optional<LoopState> shown = Optional.empty();
	private boolean seen;
	private PartVisibility visibility;
	private Afterwards afterwards;
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
	};
	private final LoopControls.Orders orders = new LoopControls.Orders() {
		@Override
		public void pause(boolean paused) {
			loop().ifPresent(paused ? LoopRemote::pause : LoopRemote::goOn);
			update();
		}

		@Override
		public void more(int iterations) {
			alive().ifPresentOrElse(loop -> loop.goOn(iterations),
					() -> loop().ifPresent(loop -> afterwards.more(iterations, loop.settings())));
			update();
		}

		@Override
		public void stop() {
			loop().ifPresent(LoopRemote::stop);
			update();
		}

		@Override
		public void cancel() {
			followed.ifPresent(Run::cancel);
			update();
		}

		@Override
		public void back(int iteration) {
			alive().ifPresentOrElse(loop -> loop.goBack(iteration), () -> afterwards.back(iteration));
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
		controls = new LoopControls(parent, orders);
		controls.row().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		Button more = controls.settingsSwitch();
		settings = new SettingsFields(parent, this::change);
		settings.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		text = new SummaryText(parent, "live.text", "What the main loop does just now.", 2);
		panes = new LivePanes(parent, this::redraw);
		panes.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		feed = new LiveFeed<>(panes, panes::show);
		afterwards = new Afterwards(panes, runs.get(), viewer.get(), this::update);
		new RoomSwitch(more, parent, (width, height) -> height >= HIGH, this::setSettingsShown);
		runs.get().addListener(runsListener);
		scans.get().addListener(scansListener);
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

	private Optional<LoopRemote> loop() {
		return followedLoop;
	}

	private boolean hasLoop(Run run) {
		return run.loop().isPresent() || followed.filter(run::equals).isPresent() && followedLoop.isPresent();
	}

	private Optional<LoopRemote> alive() {
		return loop().filter(LoopRemote::isAlive);
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
		Optional<Path> current = scans.get().current().map(OpenScan::file);
		Optional<Run> next = FollowedRun.of(runs.get().runs(), this::hasLoop, current);
		if (!next.equals(followed)) {
			followed = next;
			followedLoop = Optional.empty();
			shown = Optional.empty();
		}
		followedLoop = followed.flatMap(Run::loop).or(() -> followedLoop);
		Optional<LoopRemote> loop = loop();
		if (loop.isEmpty()) {
			showNothing();
			return;
		}
		showControls(followed.get(), loop.get());
		settings.show(loop.get().settings());
		text.setText(LoopText.of(followed.get(), loop.get()));
		showPictures(loop.get());
	}

	private void showNothing() {
		controls.showNothing();
		settings.setEnabled(false);
		text.setText(LoopText.before(runs.get().runs()));
		feed.forget();
		panes.clear();
	}

	private void showControls(Run run, LoopRemote loop) {
		settings.setEnabled(loop.isAlive());
		if (loop.isAlive()) {
			controls.showAlive(loop.isPaused(), run.state() == Run.State.STOPPING, loop.kept());
			return;
		}
		afterwards.of(run);
		int last = afterwards.canGoBack() ? loop.state().iterations().size() - 1 : 0;
		controls.showOver(afterwards.canGoOn(), IntStream.rangeClosed(1, last).boxed().toList(), run.state().isOver());
	}

	private void showPictures(LoopRemote loop) {
		LoopState state = loop.state();
		boolean rests = loop.isPaused() || !loop.isAlive();
		boolean isAsked = shown.filter(former -> former == state).isPresent();
		// what was asked for while it ran need not wait any more
		if (!seen || isAsked && !(rests && feed.isWaiting()))
			return;
		boolean first = shown.isEmpty();
		shown = Optional.of(state);
		LoopScene scene = loop.scene();
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
		runs.get().removeListener(runsListener);
		scans.get().removeListener(scansListener);
		List.of(runs, scans, viewer).forEach(HeldService::close);
		super.dispose();
	}
}
