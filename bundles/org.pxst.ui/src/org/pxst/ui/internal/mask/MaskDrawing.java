// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.pxst.ui.image.Area;
import org.pxst.ui.image.AreaListener;
import org.pxst.ui.image.BrushTool;
import org.pxst.ui.image.EllipseTool;
import org.pxst.ui.image.ImageTool;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.PolygonTool;
import org.pxst.ui.image.RectangleTool;

/** What the mouse does on the image of the mask editor. */
final class MaskDrawing {
	private static final int MOST = 500;
	private static final double STEP = 1.2;

	private final ImageViewer viewer;
	private final Supplier<Optional<MaskEditor>> editor;
	private final Runnable changed;
	private MaskMode mode = MaskMode.MASK;
	private MaskToolKind tool = MaskToolKind.PAN;
	private Optional<BrushTool> brush = Optional.empty();
	private int radius = 3;

	private final AreaListener<Area.Stroke> strokes = new AreaListener<>() {
		@Override
		public void drawing(Area.Stroke part, int stateMask) {
			withEditor(e -> e.draw(frame(e).passedBy(part), mode));
		}

		@Override
		public void drawn(Area.Stroke all, int stateMask) {
			withEditor(MaskEditor::settle);
			takeRadius();
		}

		@Override
		public void cancelled() {
			withEditor(MaskEditor::giveUp);
		}
	};

	/**
	 * @param editor  of the scan that is shown
	 * @param changed called when mode, tool or radius change
	 */
	MaskDrawing(ImageViewer viewer, Supplier<Optional<MaskEditor>> editor, Runnable changed) {
		this.viewer = viewer;
		this.editor = editor;
		this.changed = changed;
	}

	MaskMode mode() {
		return mode;
	}

	MaskToolKind tool() {
		return tool;
	}

	int radius() {
		return radius;
	}

	void setMode(MaskMode wanted) {
		mode = wanted;
		changed.run();
	}

	void setTool(MaskToolKind wanted) {
		withEditor(MaskEditor::settle);
		tool = wanted;
		viewer.setTool(create(wanted));
		changed.run();
	}

	void setRadius(int pixels) {
		radius = Math.max(0, Math.min(MOST, pixels));
		brush.ifPresent(b -> b.setRadius(radius));
		viewer.redrawOverlays();
		changed.run();
	}

	/** A smaller brush: by a pixel, or a fifth of a large one. */
	void shrinkBrush() {
		setRadius(Math.min(radius - 1, (int) Math.round(radius / STEP)));
	}

	/** A larger brush. */
	void growBrush() {
		setRadius(Math.max(radius + 1, (int) Math.round(radius * STEP)));
	}

	/** The brush's radius can be changed with the wheel as well. */
	private void takeRadius() {
		brush.map(BrushTool::radius).filter(r -> r >= 1 && Math.round(r) != radius).ifPresent(r -> setRadius((int) Math.round(r)));
	}

	/** Null to move the image. */
	private ImageTool create(MaskToolKind kind) {
		brush = Optional.empty();
		return switch (kind) {
		case PAN -> null;
		case PIXEL -> new BrushTool(0, strokes);
		case BRUSH -> {
			brush = Optional.of(new BrushTool(radius, strokes));
			yield brush.get();
		}
		case RECTANGLE -> new RectangleTool((area, keys) -> take(kind, area));
		case ELLIPSE -> new EllipseTool((area, keys) -> take(kind, area));
		case POLYGON -> new PolygonTool((area, keys) -> take(kind, area));
		};
	}

	private void take(MaskToolKind kind, Area area) {
		withEditor(e -> e.edit(mode.label() + " " + kind.label().toLowerCase(Locale.ROOT), frame(e).of(area), mode));
	}

	private static AreaPixels frame(MaskEditor editor) {
		return new AreaPixels(editor.pixels().rows(), editor.pixels().columns());
	}

	private void withEditor(Consumer<MaskEditor> use) {
		editor.get().ifPresent(use);
	}
}
