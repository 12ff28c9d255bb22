// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.phase;

/** What of the wavefront is shown. */
public enum PhaseQuantity {
	/** The phase. */
	PHASE("Phase", "phase", false),
	/** Angle of the rays along the slow scan axis: lambda / 2 pi times the slope of the phase. */
	ANGLE_SS("Ray angle, ss", "ray angle along ss", false),
	/** The same along the fast scan axis. */
	ANGLE_FS("Ray angle, fs", "ray angle along fs", false),
	/** Size of both together. */
	ANGLE_SIZE("Ray angle, size", "size of the ray angle", false),
	/** The angle along the slow scan axis as the pixel map has it, from which the phase was integrated. */
	MAP_ANGLE_SS("Ray angle of the map, ss", "ray angle along ss", true),
	/** The same along the fast scan axis. */
	MAP_ANGLE_FS("Ray angle of the map, fs", "ray angle along fs", true),
	/** Size of both together. */
	MAP_ANGLE_SIZE("Ray angle of the map, size", "size of the ray angle", true);

	private final String title;
	private final String label;
	private final boolean ofMap;

	PhaseQuantity(String title, String label, boolean ofMap) {
		this.title = title;
		this.label = label;
		this.ofMap = ofMap;
	}

	/** For lists. */
	public String title() {
		return title;
	}

	/** For colour bars and axes. */
	public String label() {
		return label;
	}

	/** Whether it is from the pixel map, not from the phase. */
	boolean ofMap() {
		return ofMap;
	}

	/** Whether it is a length of a vector, not below 0. */
	boolean isSize() {
		return this == ANGLE_SIZE || this == MAP_ANGLE_SIZE;
	}

	/** Whether it is along the slow scan axis. */
	boolean alongSs() {
		return this == ANGLE_SS || this == MAP_ANGLE_SS;
	}
}
