// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.internal.help.HelpContentProducer;
import org.pxst.ui.internal.help.HelpView;

/** The contents, the search and the links of the help, as the product's menu opens them. */
class HelpContentsTest extends UiTest {
	private static final String HELP = "org.pxst.ui.help";

	private static Tree contents() {
		waitUntil("the contents are there", () -> UiTest.<Tree>widget("help.contents").getItemCount() > 3);
		return widget("help.contents");
	}

	private static TreeItem item(TreeItem[] items, String label) {
		return Arrays.stream(items).filter(item -> item.getText().equals(label)).findFirst()
				.orElseThrow(() -> new AssertionError("no " + label + " in " + Arrays.stream(items).map(TreeItem::getText).toList()));
	}

	/** As a click on it. */
	private static void select(Tree tree, TreeItem item) {
		tree.setSelection(item);
		Event event = new Event();
		event.item = item;
		tree.notifyListeners(SWT.Selection, event);
		events();
	}

	private static TreeItem[] opened(Tree tree, TreeItem item) {
		Event event = new Event();
		event.item = item;
		tree.notifyListeners(SWT.Expand, event);
		item.setExpanded(true);
		events();
		return item.getItems();
	}

	private static void waitForPage(String beginning) {
		waitUntil("the page " + beginning, () -> UiTest.<StyledText>widget("help.text").getText().startsWith(beginning));
	}

	@Test
	void helpContentsOpensTheTableOfContents() {
		PlatformUI.getWorkbench().getHelpSystem().displayHelp();
		events();
		Tree tree = contents();
		select(tree, item(tree.getItems(), "The algorithm"));
		waitForPage("The algorithm\n");
		HelpView help = show(HELP);
		assertEquals("algorithm", help.page());
		// a page that was chosen stays
		show("org.pxst.ui.thon");
		assertEquals("algorithm", help.page());
		// until help on the active view is asked for
		command("org.pxst.ui.showHelp");
		waitForPage("Thon Rings\n");
	}

	@Test
	void everyStepHasAPageOfWhatItDeclares() {
		command("org.pxst.ui.helpContents");
		Tree tree = contents();
		TreeItem[] groups = opened(tree, item(tree.getItems(), "Steps and their parameters"));
		assertEquals(List.of("Initialisation", "Main loop", "Analysis"), Arrays.stream(groups).map(TreeItem::getText).toList());
		int steps = 0;
		for (TreeItem group : groups)
			steps += opened(tree, group).length;
		List<StepDescription> declared = TinyScan.service(StepCatalogue.class).steps();
		assertEquals(declared.size(), steps);
		StepDescription zernike = declared.stream().filter(step -> step.name().equals("zernike")).findFirst().orElseThrow();
		select(tree, item(groups[2].getItems(), "zernike"));
		waitForPage("zernike\n" + zernike.summary());
	}

	@Test
	void theSearchFindsPages() {
		command("org.pxst.ui.helpSearch");
		contents();
		Text search = widget("help.search");
		search.setText("caustic");
		events();
		assertTrue(UiTest.<Tree>widget("help.contents").getItemCount() < 6);
		search.setText("zernike coeff");
		events();
		Tree tree = widget("help.contents");
		select(tree, tree.getItem(0));
		waitUntil("a page with the word", () -> UiTest.<StyledText>widget("help.text").getText().toLowerCase(Locale.ROOT)
				.contains("zernike"));
		search.setText("xylophone");
		events();
		assertEquals(0, tree.getItemCount());
		assertTrue(isThere("help.found"));
		search.setText("");
		events();
		assertFalse(isThere("help.found"));
		assertTrue(tree.getItemCount() > 3);
	}

	@Test
	void aLinkLeadsOnAndBackLeadsBack() {
		HelpView help = show(HELP);
		PlatformUI.getWorkbench().getHelpSystem().displayHelpResource("/org.pxst.ui/help/concepts.html");
		waitForPage("Concepts\n");
		StyledText text = widget("help.text");
		int link = text.getText().indexOf("the algorithm");
		text.setTopIndex(text.getLineAtOffset(link));
		events();
		Point at = text.getLocationAtOffset(link + 2);
		press(text, at.x + 1, at.y + text.getLineHeight() / 2);
		waitForPage("The algorithm\n");
		assertEquals("algorithm", help.page());
	}

	@Test
	void otherWorkbenchesGetThePagesAsXhtml() throws IOException {
		HelpContentProducer producer = new HelpContentProducer();
		for (String page : List.of("help/tutorial.html", "help/frames.html?lang=en", "help/step/zernike.html")) {
			String html = new String(producer.getInputStream("org.pxst.ui", page, Locale.ENGLISH).readAllBytes(), StandardCharsets.UTF_8);
			assertTrue(html.contains("<h1>"), html);
		}
		assertEquals(null, producer.getInputStream("org.pxst.ui", "help/toc.xml", Locale.ENGLISH));
		assertEquals(null, producer.getInputStream("org.pxst.ui", "help/nothing.html", Locale.ENGLISH));
	}
}
