// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.january.IMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.pxst.ui.internal.edit.BackgroundWork;
import org.pxst.ui.internal.edit.WrapRow;

/** Something that is computed in the background: what it does just now, a moving bar, and a button that stops it. For the UI thread. */
final class WorkBar extends Composite {
	private static final int BAR_WIDTH = 90;

	private final BackgroundWork work;
	private final Label text;
	private final ProgressBar bar;
	private final Button stop;
	private String problem = "";
	private boolean silent;

	/**
	 * @param parent with a grid
	 * @param id     of the bar, for the ids of its widgets: ID.text and ID.cancel
	 */
	WorkBar(Composite parent, String id) {
		super(parent, SWT.NONE);
		GridLayout layout = new GridLayout(3, false);
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		setLayout(layout);
		bar = new ProgressBar(this, SWT.INDETERMINATE);
		GridData narrow = new GridData(SWT.LEFT, SWT.CENTER, false, false);
		narrow.widthHint = BAR_WIDTH;
		bar.setLayoutData(narrow);
		text = WrapRow.named(new Label(this, SWT.NONE), id + ".text");
		text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		stop = WrapRow.named(new Button(this, SWT.PUSH), id + ".cancel");
		stop.setText("Stop");
		stop.setToolTipText("Stops this computation; nothing is changed");
		work = new BackgroundWork(this, this::changed, what -> problem = what);
		stop.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> stopped()));
		addDisposeListener(e -> drop());
		changed();
	}

	/** Hands on what the work says it does. */
	private final class Monitor implements IMonitor {
		private final IMonitor inner;
		private final AtomicReference<String> latest = new AtomicReference<>();

		Monitor(IMonitor inner) {
			this.inner = inner;
		}

		@Override
		public boolean isCancelled() {
			return inner.isCancelled();
		}

		@Override
		public void worked(int amount) {
			inner.worked(amount);
		}

		@Override
		public void subTask(String what) {
			inner.subTask(what);
			// one event waits at a time, however often the work says something
			if (latest.getAndSet(what) == null && !isDisposed())
				getDisplay().asyncExec(() -> {
					String now = latest.getAndSet(null);
					if (!isDisposed() && work.name().isPresent())
						say(work.name().get() + ": " + now);
				});
		}
	}

	/**
	 * Starts work; what was started before is stopped.
	 *
	 * @param name   what it does
	 * @param task   done in a background thread
	 * @param done   gets what came out, in the UI thread
	 * @param failed gets why nothing came out, in the UI thread
	 */
	<R> void start(String name, Function<IMonitor, R> task, Consumer<? super R> done, Consumer<String> failed) {
		drop();
		work.start(name, monitor -> task.apply(new Monitor(monitor)), done, () -> {
			if (!silent)
				failed.accept(problem);
		});
		say(name + "...");
	}

	private void stopped() {
		problem = work.name().map(name -> name + " was stopped.").orElse("");
		work.drop();
	}

	/** Stops what is computed, without a word. */
	void drop() {
		silent = true;
		work.drop();
		silent = false;
	}

	/** Whether something is computed. */
	boolean isRunning() {
		return work.name().isPresent();
	}

	private void say(String what) {
		text.setText(what.replace("&", "&&"));
		text.setToolTipText(what);
	}

	private void changed() {
		boolean running = work != null && isRunning();
		bar.setVisible(running);
		stop.setVisible(running);
		if (!running)
			say("");
	}
}
