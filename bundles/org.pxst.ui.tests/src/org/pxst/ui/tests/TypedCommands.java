// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;

/** Command lines as one would type them: a shell takes them apart, and the program's application runs them. */
final class TypedCommands {
	private static final String BUNDLE = "org.pxst.app";
	private static final String APPLICATION = "org.pxst.app.internal.PxstApplication";
	/** Stands for the program: prints the number of its arguments and the arguments, each ended by a zero byte. */
	private static final String PROGRAM = "pxst() { printf '%s\\0' \"$#\" \"$@\"; }\n";

	private final List<String[]> commands;

	/** @param text for a shell; the program must be called pxst in it */
	TypedCommands(String text) throws IOException, InterruptedException {
		Process shell = new ProcessBuilder("sh", "-c", PROGRAM + text).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		String[] words = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\0", -1);
		assertEquals(0, shell.waitFor(), text);
		commands = new ArrayList<>();
		for (int k = 0; k + 1 < words.length; k += 1 + Integer.parseInt(words[k]))
			commands.add(Arrays.copyOfRange(words, k + 1, k + 1 + Integer.parseInt(words[k])));
	}

	private TypedCommands(List<String[]> commands) {
		this.commands = commands;
	}

	/** The same on another file. */
	TypedCommands on(Path file, Path other) {
		return new TypedCommands(commands.stream().map(words -> Stream.of(words)
				.map(word -> word.equals(file.toString()) ? other.toString() : word).toArray(String[]::new)).toList());
	}

	/** The last of them alone. */
	TypedCommands last() {
		return new TypedCommands(commands.subList(commands.size() - 1, commands.size()));
	}

	/** What comes first in each. */
	List<String> names() {
		return commands.stream().map(words -> words[0]).toList();
	}

	/** Runs one after the other in a thread of their own; ends with what failed, or nothing. */
	CompletableFuture<Optional<String>> run() {
		return CompletableFuture.supplyAsync(() -> {
			for (String[] words : commands) {
				Object code = run(words);
				if (!Integer.valueOf(0).equals(code))
					return Optional.of("exit code " + code + ": pxst " + String.join(" ", words));
			}
			return Optional.empty();
		});
	}

	private static Object run(String[] words) {
		Bundle bundle = Stream.of(FrameworkUtil.getBundle(TypedCommands.class).getBundleContext().getBundles())
				.filter(each -> BUNDLE.equals(each.getSymbolicName())).findFirst().orElseThrow();
		try {
			bundle.start(Bundle.START_TRANSIENT);
			IApplication application = (IApplication) bundle.loadClass(APPLICATION).getConstructor().newInstance();
			return application.start(new Arguments(words));
		} catch (BundleException | ReflectiveOperationException e) {
			throw new AssertionError("the command line is not there", e);
		} catch (Exception e) {
			throw new AssertionError("pxst " + String.join(" ", words), e);
		}
	}

	/** What the launcher would tell the application. */
	private record Arguments(String[] words) implements IApplicationContext {
		@Override
		public Map<?, ?> getArguments() {
			return Map.of(APPLICATION_ARGS, words);
		}

		@Override
		public void applicationRunning() {
			// there is no splash screen
		}

		@Override
		public String getBrandingApplication() {
			return null;
		}

		@Override
		public String getBrandingName() {
			return null;
		}

		@Override
		public String getBrandingDescription() {
			return null;
		}

		@Override
		public String getBrandingId() {
			return null;
		}

		@Override
		public String getBrandingProperty(String key) {
			return null;
		}

		@Override
		public Bundle getBrandingBundle() {
			return null;
		}

		@Override
		public void setResult(Object result, IApplication application) {
			throw new IllegalStateException("it ends with its result");
		}
	}
}
