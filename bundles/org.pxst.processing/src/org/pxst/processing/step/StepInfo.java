// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares a class to be a step. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StepInfo {
	/** Name of the command and of the ini file's section: that of the 2020 suite where there is one. */
	String name();

	/** Other names of the ini file's section, such as that of the 2020 suite. */
	String[] aliases() default {};

	/** Where it belongs. */
	StepGroup group();

	/** What it does, in one sentence, with a full stop. */
	String summary();

	/** More about it, for the reference page; may be several sentences. */
	String description() default "";

	/** Where it is from: the section or equation of the paper. */
	String source() default "";

	/** What part of a scan shows quickly what it would find. */
	PreviewPart preview() default PreviewPart.WHOLE;

	/** Path of the output that tells most at first sight; empty: the first image, or curve. */
	String shownFirst() default "";

	/** The data sets that it writes. */
	Output[] outputs();

	/** Parameters of the 2020 suite that are accepted and have no effect. */
	Obsolete[] obsolete() default {};

	/** A data set that a step writes. */
	@Retention(RetentionPolicy.RUNTIME)
	@Target({})
	@interface Output {
		/** Path relative to the result's group. */
		String path();

		/** Extents in words, such as "M, L"; empty for a single value. */
		String shape() default "";

		/** Unit; empty for none. */
		String unit() default "";

		/** What it is, without a full stop. */
		String description();

		/** Whether it is written on some runs only. */
		boolean optional() default false;
	}

	/** A parameter without an effect. */
	@Retention(RetentionPolicy.RUNTIME)
	@Target({})
	@interface Obsolete {
		/** Its name. */
		String name();

		/** Why it has none, without a full stop. */
		String reason();
	}
}
