// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.help;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

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
}
