// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.pxst.compute.BackEnd;
import org.pxst.compute.ComputeDevices;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.io.cxi.imports.ScanImporter;
import org.pxst.io.cxi.tools.ArrayFiles;
import org.pxst.io.cxi.tools.Hdf5Editor;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.io.cxi.tools.ResultExporter;
import org.pxst.processing.Reconstructor;
import org.pxst.processing.bench.Bench;
import org.pxst.processing.report.ReportWriter;
import org.pxst.processing.run.PipelineRunner;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepRunner;

/**
 * Runs a part of the fuzz test's cases in a virtual machine of its own, which may hang or crash. Tells {@link FuzzMain}
 * on standard output, one line each: {@code ready}, {@code begin CASE COMMAND}, {@code done CASE OUTCOME} and
 * {@code failed CASE OUTCOME: WHAT}.
 */
final class FuzzChild {
	/** Name of the directory that the cases have to themselves. */
	static final String CASES = "cases";

	private final PrintStream out = System.out;
	private final PxstCommandLine pxst;
	private final long seed;

	private FuzzChild(PxstCommandLine pxst, long seed) {
		this.pxst = pxst;
		this.seed = seed;
	}

	/** @param arguments a directory to work in, the seed, the first case, the first that is not to be run, more files */
	public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
		Path work = Path.of(arguments[0]);
		CxiLoader loader = component(CxiLoader.class, "org.pxst.io.cxi.internal.JhdfCxiLoader");
		CxiWriter writer = component(CxiWriter.class, "org.pxst.io.cxi.internal.NativeCxiWriter");
		BackEnd java = component(BackEnd.class, "org.pxst.compute.internal.JavaBackEnd");
		ComputeDevices devices = (ComputeDevices) Class.forName("org.pxst.compute.internal.DevicesInOrder")
				.getConstructor(List.class).newInstance(List.of(java));
		Reconstructor reconstructor = (Reconstructor) Class.forName("org.pxst.processing.internal.DefaultReconstructor")
				.getConstructor(ComputeDevices.class).newInstance(devices);
		List<FuzzTemplate> all = new ArrayList<>(new FuzzTemplates().write(work, writer));
		for (String more : List.of(arguments).subList(4, arguments.length))
			all.add(new FuzzTemplate(more, Files.readAllBytes(Path.of(more)), List.of()));
		ScanImporter importer = (ScanImporter) Class.forName("org.pxst.io.cxi.internal.imports.ProtocolScanImporter")
				.getConstructor(CxiWriter.class).newInstance(writer);
		Bench bench = (Bench) Class.forName("org.pxst.processing.bench.internal.DefaultBench").getConstructor(ComputeDevices.class)
				.newInstance(devices);
		Hdf5Editor editor = (Hdf5Editor) Class.forName("org.pxst.io.cxi.internal.NativeHdf5Editor").getConstructor(CxiWriter.class)
				.newInstance(writer);
		Hdf5Viewer viewer = component(Hdf5Viewer.class, "org.pxst.io.cxi.internal.StoredViewer");
		StepCatalogue catalogue = component(StepCatalogue.class, "org.pxst.processing.internal.step.DefaultStepCatalogue");
		StepRunner runner = (StepRunner) Class.forName("org.pxst.processing.internal.step.DefaultStepRunner")
				.getConstructor(CxiLoader.class, Hdf5Viewer.class, ComputeDevices.class).newInstance(loader, viewer, devices);
		PipelineRunner pipelines = (PipelineRunner) Class.forName("org.pxst.processing.internal.run.DefaultPipelineRunner")
				.getConstructor(StepRunner.class, CxiLoader.class, CxiWriter.class, Hdf5Viewer.class)
				.newInstance(runner, loader, writer, viewer);
		StepCommands steps = new StepCommands(catalogue, pipelines, viewer);
		ReportWriter reports = (ReportWriter) Class.forName("org.pxst.processing.report.internal.DefaultReportWriter")
				.getConstructor(CxiLoader.class, Hdf5Viewer.class).newInstance(loader, viewer);
		FileToolCommands fileTools = new FileToolCommands(viewer, editor,
				component(ArrayFiles.class, "org.pxst.io.cxi.internal.values.ArrayFileReader"),
				component(ResultExporter.class, "org.pxst.io.cxi.internal.FileExporter"), reports);
		PxstCommandLine pxst = new PxstCommandLine(loader, writer, reconstructor, importer, devices, bench, fileTools, steps);
		new FuzzChild(pxst, Long.parseLong(arguments[1])).run(work, all, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
	}

	/** There is no framework here that would make the components. */
	private static <T> T component(Class<T> service, String implementation) throws ReflectiveOperationException {
		return service.cast(Class.forName(implementation).getConstructor().newInstance());
	}

	private void run(Path work, List<FuzzTemplate> templates, int first, int end) throws IOException {
		Path directory = Files.createDirectories(work.resolve(CASES));
		for (FuzzTemplate template : templates)
			warmUp(directory, template);
		tell("ready");
		for (int number = first; number < end; number++) {
			FuzzCase each = new FuzzCase(seed, number, templates);
			// on the disk before it runs: it may be the last thing this process does
			Files.write(work.resolve("running"), each.bytes());
			String prefix = number + " ";
			FuzzCase.Verdict verdict = each.run(directory, pxst, command -> tell("begin " + prefix + command));
			tell(verdict.failure().map(f -> "failed " + prefix + verdict.outcome() + ": " + f.replaceAll("\\s*\\R\\s*", " | "))
					.orElse("done " + prefix + verdict.outcome()));
		}
	}

	/** A whole file must come through, or there is nothing to test. */
	private void warmUp(Path directory, FuzzTemplate template) throws IOException {
		FuzzCase.Verdict whole = new FuzzCase(template).run(directory, pxst, command -> {
		});
		if (whole.failure().isPresent() || !whole.outcome().equals("info 0, reconstruct 0, in place 0"))
			throw new IllegalStateException(template.name() + ", undamaged: " + whole);
	}

	private void tell(String line) {
		out.println(line);
		out.flush();
	}
}
