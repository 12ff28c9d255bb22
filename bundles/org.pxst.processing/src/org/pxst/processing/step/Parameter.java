// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that a field of a {@link Step} is a parameter. Its type must be one of {@link ParameterType}; what the field holds
 * after construction is the default, and null means that there is none.
 * <p>
 * The value is, in this order: what the user gives (a literal, or a path such as {@code /speckle_tracking/roi} or
 * {@code other.h5/roi} of a data set to take it from); the data set that {@link #path} names, if it is there; the default.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Parameter {
	/** What it is, in one sentence without a full stop, for help, tooltip and reference page. */
	String description();

	/** What forms and tables call it, without a unit; empty: its name in words. */
	String label() default "";

	/** Name; empty: that of the field in lower case with underscores. */
	String name() default "";

	/** Other names that are understood, such as those of the 2020 suite. */
	String[] aliases() default {};

	/** SI unit of a number, "pixel", or empty. */
	String unit() default "";

	/** Smallest value that a number may have. */
	double min() default Double.NEGATIVE_INFINITY;

	/** Largest value that a number may have. */
	double max() default Double.POSITIVE_INFINITY;

	/** Whether a number must be larger than {@link #min}, and not just as large. */
	boolean aboveMin() default false;

	/** Data set that it is read from by itself; relative to the result's group when it does not begin with a slash. */
	String path() default "";

	/** Name of the step that makes that data set, for the message when it is missing. */
	String from() default "";

	/** Whether the step cannot do without. */
	boolean required() default false;

	/** Whether it is of the kind that few users touch. */
	boolean advanced() default false;
}
