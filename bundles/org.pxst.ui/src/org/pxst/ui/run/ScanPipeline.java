// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.pxst.core.literal.Literal;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.run.Target;
import org.pxst.processing.step.StepDescription;

/**
 * What a user has set for the steps of one scan: which take part, and their parameters. For the UI thread.
 */
public interface ScanPipeline {
	/** All steps that there are, in the order of the paper's figure 2, whether they take part or not. */
	List<StepDescription> steps();

	/** Whether a step takes part when the whole pipeline is run. At first: pixel_map_from_data and what follows it. */
	boolean isIncluded(StepDescription step);

	/** Lets a step take part, or not. */
	void setIncluded(StepDescription step, boolean included);

	/** What the user has set of a step, by the parameter's name: only what differs from the default. */
	Map<String, Literal> given(StepDescription step);

	/** Sets the parameters of a step; those that are not named have their default. */
	void setGiven(StepDescription step, Map<String, Literal> given);

	/** What the user knows better about the scan than the file, by {@link org.pxst.processing.step.ScanParameter} key; for all steps. */
	Map<String, Literal> scanGiven();

	/** Sets what the user knows better about the scan than the file. */
	void setScanGiven(Map<String, Literal> given);

	/** Where the results go. */
	Target target();

	/** Sets where the results go. */
	void setTarget(Target target);

	/** Absolute path of the group of the results. */
	String group();

	/** Sets the group of the results. */
	void setGroup(String group);

	/** What to run for some steps, with the parameters as they are set and the device of the preferences. */
	PipelineRequest request(List<StepDescription> steps);

	/**
	 * The configuration file of the steps that take part: what {@code pxst run FILE -c INI} reads.
	 *
	 * @return lines, each ended
	 */
	String configuration();

	/**
	 * Takes steps and parameters from a configuration file; what it does not name has its default.
	 *
	 * @param name for messages
	 * @param text of the file
	 * @throws org.pxst.core.InvalidDataException when something in it is unknown or wrong; nothing is changed then
	 */
	void configure(String name, String text);

	/** The command line that runs a step, or all that take part, with these parameters. */
	String commandLine(List<StepDescription> steps);

	/** The file that the pipeline is for. */
	Path file();

	/** Tells about changes from now on. Adding a listener twice has no effect. */
	void addListener(Runnable listener);

	/** Tells no more. */
	void removeListener(Runnable listener);
}
