// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.help;

import java.util.Arrays;

import org.eclipse.core.expressions.IEvaluationContext;
import org.eclipse.help.AbstractTocProvider;
import org.eclipse.help.IToc;
import org.eclipse.help.ITocContribution;
import org.eclipse.help.ITopic;
import org.eclipse.help.IUAElement;
import org.pxst.processing.step.StepDescription;
import org.pxst.processing.step.StepGroup;

/** The part of the table of contents that has a topic for each step: a new step needs no other entry than its declaration. */
public final class StepTopics extends AbstractTocProvider {
	private static final String PLACE = "/org.pxst.ui/help/toc.xml#steps";
	private static final String ID = "/org.pxst.ui/help/steps-toc.xml";

	@Override
	public ITocContribution[] getTocContributions(String locale) {
		ITopic[] groups = Arrays.stream(StepGroup.values()).map(StepTopics::group).toArray(ITopic[]::new);
		return new ITocContribution[] { new Contribution(locale, new Contents(groups)) };
	}

	private static ITopic group(StepGroup group) {
		return new Topic(group.title(), null, HelpPages.steps().stream().filter(step -> step.group() == group)
				.map(StepTopics::topic).toArray(ITopic[]::new));
	}

	private static ITopic topic(StepDescription step) {
		return new Topic(step.name(), "/org.pxst.ui/" + HelpTopic.FOLDER + HelpPages.STEPS + step.name() + ".html", new ITopic[0]);
	}

	/** An entry. */
	private record Topic(String label, String href, ITopic[] topics) implements ITopic {
		@Override
		public String getLabel() {
			return label;
		}

		@Override
		public String getHref() {
			return href;
		}

		@Override
		public ITopic[] getSubtopics() {
			return topics.clone();
		}

		@Override
		public IUAElement[] getChildren() {
			return getSubtopics();
		}

		@Override
		public boolean isEnabled(IEvaluationContext context) {
			return true;
		}
	}

	/** All entries. */
	private record Contents(ITopic[] topics) implements IToc {
		@Override
		public String getLabel() {
			return "Steps";
		}

		@Override
		public String getHref() {
			return ID;
		}

		@Override
		public ITopic[] getTopics() {
			return topics.clone();
		}

		@Override
		public ITopic getTopic(String href) {
			return Arrays.stream(topics).flatMap(group -> Arrays.stream(group.getSubtopics()))
					.filter(topic -> topic.getHref().equals(href)).findFirst().orElse(null);
		}

		@Override
		public IUAElement[] getChildren() {
			return getTopics();
		}

		@Override
		public boolean isEnabled(IEvaluationContext context) {
			return true;
		}
	}

	/** Says where the entries go. */
	private record Contribution(String locale, IToc toc) implements ITocContribution {
		@Override
		public String getCategoryId() {
			return null;
		}

		@Override
		public String getContributorId() {
			return "org.pxst.ui";
		}

		@Override
		public String[] getExtraDocuments() {
			return new String[0];
		}

		@Override
		public String getId() {
			return ID;
		}

		@Override
		public String getLocale() {
			return locale;
		}

		@Override
		public String getLinkTo() {
			return PLACE;
		}

		@Override
		public IToc getToc() {
			return toc;
		}

		@Override
		public boolean isPrimary() {
			return false;
		}
	}
}
