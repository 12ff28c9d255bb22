// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.jface.bindings.keys.ParseException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.views.IViewDescriptor;
import org.junit.jupiter.api.Test;
import org.pxst.ui.internal.help.HelpPages;
import org.pxst.ui.internal.help.HelpText;
import org.pxst.ui.internal.help.HelpView;

class HelpViewTest extends UiTest {
	private static final String HELP = "org.pxst.ui.help";

	@Test
	void everyViewHasItsPage() throws IOException {
		List<IViewDescriptor> views = Arrays.stream(PlatformUI.getWorkbench().getViewRegistry().getViews())
				.filter(v -> v.getId().startsWith("org.pxst.ui.") && !v.getId().equals(HELP)).toList();
		assertTrue(views.size() >= 15, views.size() + " views");
		for (IViewDescriptor view : views) {
			HelpText page = HelpPages.read(HelpPages.nameFor(view.getId()))
					.orElseThrow(() -> new AssertionError("no help for " + view.getId()));
			assertEquals(view.getLabel(), page.title());
			assertTrue(page.text().length() > 300, view.getId() + ": " + page.text());
		}
	}

	@Test
	void theHelpIsThatOfTheActiveView() {
		HelpView help = show(HELP);
		StyledText text = widget("help.text");
		show("org.pxst.ui.thon");
		waitUntil("the help is about the rings", () -> text.getText().startsWith("Thon Rings\n"));
		assertEquals("thon", help.page());
		assertEquals(SWT.BOLD, text.getStyleRangeAtOffset(0).font.getFontData()[0].getStyle(), "the title is bold");
		show("org.pxst.ui.focus");
		waitUntil("the help is about the focus", () -> text.getText().startsWith("Focus Profile\n"));
		// reading the help does not change it
		show(HELP);
		assertEquals("focus", help.page());
	}

	@Test
	void redoIsOnTheKeyThatTheHelpSays() throws ParseException {
		IBindingService bindings = PlatformUI.getWorkbench().getService(IBindingService.class);
		for (String keys : List.of("M1+Y", "M1+M2+Z"))
			assertEquals("org.eclipse.ui.edit.redo", bindings.getPerfectMatch(KeySequence.getInstance(keys))
					.getParameterizedCommand().getId(), keys);
	}
}
