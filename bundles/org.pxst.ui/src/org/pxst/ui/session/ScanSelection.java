// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.session;

import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the views of one scan show together. For the UI thread. */
public final class ScanSelection {
	private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();
	private final java.util.EnumMap<Plane, Position> cursors = new java.util.EnumMap<>(Plane.class);
	private int frame = -1;

	/** Planes in which images lie. Cursors are linked among the images of one plane. */
	public enum Plane {
		/** Detector pixels (ss, fs) of full frames. */
		DETECTOR,
		/** Reference pixels (ss, fs). */
		REFERENCE
	}

	/**
	 * A position in a plane, in pixels; pixel centres are at integers.
	 *
	 * @param ss along the slow scan axis
	 * @param fs along the fast scan axis
	 */
	public record Position(double ss, double fs) {
	}

	/** Hears changes, in the UI thread. */
	public interface Listener {
		/** Another frame is current. */
		default void frameChanged(int frame) {
		}

		/** The cursor of a plane moved, or left it. */
		default void cursorMoved(Plane plane, Optional<Position> position, Object source) {
		}
	}

	/** Index of the current frame, -1 before one was chosen. */
	public int frame() {
		return frame;
	}

	/** Makes a frame current. */
	public void setFrame(int index) {
		if (index == frame)
			return;
		frame = index;
		listeners.forEach(l -> l.frameChanged(index));
	}

	/** Where the cursor is in a plane. */
	public Optional<Position> cursor(Plane plane) {
		return Optional.ofNullable(cursors.get(plane));
	}

	/**
	 * Moves the cursor of a plane.
	 *
	 * @param position where to; empty when it left
	 * @param source   who moves it, so that it need not listen to itself
	 */
	public void setCursor(Plane plane, Optional<Position> position, Object source) {
		if (position.equals(cursor(plane)))
			return;
		position.ifPresentOrElse(p -> cursors.put(plane, p), () -> cursors.remove(plane));
		listeners.forEach(l -> l.cursorMoved(plane, position, source));
	}

	/** Tells about changes from now on. */
	public void addListener(Listener listener) {
		listeners.addIfAbsent(listener);
	}

	/** Tells no more. */
	public void removeListener(Listener listener) {
		listeners.remove(listener);
	}
}
