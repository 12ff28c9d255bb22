// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.help;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.pxst.ui.internal.help.HelpText.Block;
import org.pxst.ui.internal.help.HelpText.Span;
import org.pxst.ui.internal.help.HelpText.Style;

class HelpTextTest {
	@Test
	void marksAreTakenOutAndNoted() {
		HelpText text = HelpText.of("<!-- licence -->\n# Focus\n\nRun **now** `focus_profile`\nand look.\n\n- first\n  item\n- second");
		assertEquals("Focus\nRun now focus_profile and look.\n\u2022 first item\n\u2022 second\n", text.text());
		assertEquals(List.of(new Span(0, 5, Style.TITLE), new Span(10, 3, Style.BOLD), new Span(14, 13, Style.CODE)), text.spans());
		assertEquals(List.of(Block.SINGLE, Block.PARAGRAPH, Block.ITEM, Block.ITEM), text.blocks());
		assertEquals("Focus", text.title());
	}

	@Test
	void partsKeepADistance() {
		HelpText text = HelpText.of("one\n\ntwo\n## Head\nthree");
		assertEquals("one\n\ntwo\n\nHead\nthree\n", text.text());
		assertEquals("Head", text.text().substring(text.spans().get(0).start(), text.spans().get(0).start() + 4));
	}

	@Test
	void aMarkWithoutItsFellowIsText() {
		HelpText text = HelpText.of("2 ** 3 and a ` quote");
		assertEquals("2 ** 3 and a ` quote\n", text.text());
		assertEquals(List.of(), text.spans());
		assertEquals("", text.title());
	}

	@Test
	void anItemMayBeginInBold() {
		HelpText text = HelpText.of("- **Wheel**: zoom");
		assertEquals(List.of(new Span(2, 5, Style.BOLD)), text.spans());
	}

	@Test
	void aViewHasThePageOfItsName() {
		assertEquals("splitHalf", HelpPages.nameFor("org.pxst.ui.splitHalf"));
		assertEquals(HelpPages.GENERAL, HelpPages.nameFor("org.eclipse.ui.views.ProgressView"));
	}

	@Test
	void linksKnowWhereTheyLead() {
		HelpText text = HelpText.of("see [the algorithm](algorithm.md).");
		assertEquals("see the algorithm.\n", text.text());
		assertEquals(List.of(new Span(4, 13, Style.LINK, "algorithm.md")), text.spans());
	}

	@Test
	void blocksAndStepsStayAsTheyAre() {
		HelpText text = HelpText.of("Do\n\n1. first\n   thing\n2. second\n\n```\npxst **x**\n  indented\n```\nend");
		assertEquals("Do\n1. first thing\n2. second\n\npxst **x**\n  indented\n\nend\n", text.text());
		assertEquals(List.of(Block.PARAGRAPH, Block.STEP, Block.STEP, Block.SINGLE, Block.VERBATIM, Block.VERBATIM, Block.SINGLE,
				Block.PARAGRAPH), text.blocks());
	}

	@Test
	void aLinkLeadsToAPageBesideItsOwn() {
		assertEquals(Optional.of("concepts"), HelpPages.linked("tutorial", "concepts.md"));
		assertEquals(Optional.of("steps"), HelpPages.linked("step/zernike", "../steps.md"));
		assertEquals(Optional.empty(), HelpPages.linked("tutorial", "http://example.org/a.md"));
	}
}
