// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pxst.compute.ComputeRequest;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.processing.config.ConfigFile;
import org.pxst.processing.step.GivenValue;
import org.pxst.processing.step.StepDescription;
import org.pxst.processing.step.StepRequest;

/** The configuration files of the 2020 suite, with their defaults, are understood as they are. */
class SuiteConfigurationTest {
	private static final DefaultStepCatalogue CATALOGUE = new DefaultStepCatalogue();

	/** The parts that most files have in common. */
	private static final String SCAN = """
			h5_group = speckle_tracking ;str, name of h5 group to write to
			data = /entry_1/data_1/data ;str, h5 dataset location
			basis = /entry_1/instrument_1/detector_1/basis_vectors ;str
			translations = /entry_1/sample_1/geometry/translation ;str
			""";
	private static final String GEOMETRY = """
			y_pixel_size = /entry_1/instrument_1/detector_1/y_pixel_size ;str
			x_pixel_size = /entry_1/instrument_1/detector_1/x_pixel_size ;str
			distance = /entry_1/instrument_1/detector_1/distance ;str
			z = /entry_1/instrument_1/detector_1/distance ;str
			wavelength = /entry_1/instrument_1/source_1/wavelength ;str
			""";

	private static Stream<List<String>> files() {
		return Stream.of(List.of("calc_error", """
				[calc_error]
				mask = /speckle_tracking/mask
				whitefield = /speckle_tracking/whitefield
				pixel_translations = /speckle_tracking/pixel_translations
				pixel_map = /speckle_tracking/pixel_map
				reference_image = /speckle_tracking/reference_image
				n0 = /speckle_tracking/n0
				m0 = /speckle_tracking/m0
				roi = /speckle_tracking/roi
				good_frames = None
				[calc_error-advanced]
				""" + SCAN + GEOMETRY), List.of("calculate_phase", """
				[calculate_phase]
				weight = /speckle_tracking/whitefield
				pixel_translations = /speckle_tracking/pixel_translations
				pixel_map = /speckle_tracking/pixel_map
				roi = /speckle_tracking/roi
				good_frames = None
				dss = /speckle_tracking/dss
				dfs = /speckle_tracking/dfs
				maxiter = 5000
				[calculate_phase-advanced]
				""" + SCAN + GEOMETRY), List.of("calculate_sample_thickness", """
				[calculate_sample_thickness]
				reference_image = /speckle_tracking/reference_image
				reference_roi = [100, 200, 100, 200]
				dss = /speckle_tracking/dss
				dfs = /speckle_tracking/dfs
				defocus = /speckle_tracking/defocus
				delta = 1e-5
				beta = 1e-5
				set_median_to_zero = True
				tol_ctf = 1e-1
				tol_tie = 1e-3
				[calculate_sample_thickness-advanced]
				""" + SCAN + GEOMETRY), List.of("defocus_sweep", """
				[defocus_sweep]
				z1_min = 1e-6
				z1_max = 500e-6
				n = 100
				roi = /speckle_tracking/roi
				mask = /speckle_tracking/mask
				whitefield = /speckle_tracking/whitefield
				[defocus_sweep-advanced]
				""" + SCAN + GEOMETRY), List.of("fit_defocus_registration", """
				[fit_defocus_registration]
				oroi = [0, 100, 0, 100] ;list, object roi
				window = 30 ;int
				roi = /speckle_tracking/roi ;list
				mask = /speckle_tracking/mask ;str
				whitefield = /speckle_tracking/whitefield ;str
				good_frames = None ;list
				[fit_defocus_registration-advanced]
				basis_vectors = /entry_1/instrument_1/detector_1/basis_vectors ;str
				""" + SCAN + GEOMETRY), List.of("fit_thon_rings", """
				[fit_thon_rings]
				rad_range = [30, 200] ;list
				sigma = 10.0
				edge_pix = 10
				window = 30
				mask = /speckle_tracking/mask
				whitefield = /speckle_tracking/whitefield
				good_frames = None
				roi = /speckle_tracking/roi
				[fit_thon_rings-advanced]
				""" + SCAN + GEOMETRY), List.of("focus_profile", """
				[focus_profile]
				phase = /speckle_tracking/phase
				whitefield = /speckle_tracking/whitefield
				roi = /speckle_tracking/roi
				good_frames = None
				zs = [-1e-4, 1e-4, 1000]
				subsamples = 4
				[focus_profile-advanced]
				""" + SCAN + GEOMETRY), List.of("generate_pixel_map", """
				[generate_pixel_map]
				defocus_fs = /speckle_tracking/defocus ;float
				defocus_ss = None ;float
				dfs = None ;float
				dss = None
				roi = /speckle_tracking/roi
				mask = /speckle_tracking/mask
				[generate_pixel_map-advanced]
				""" + SCAN + GEOMETRY), List.of("generate_pixel_map_poly", """
				[make_pixel_map_poly]
				pixel_map_fs = x + 1e-4 * x**2
				pixel_map_ss = y
				defocus = /speckle_tracking/defocus
				roi = /speckle_tracking/roi
				mask = /speckle_tracking/mask
				whitefield = /speckle_tracking/whitefield
				[make_pixel_map_poly-advanced]
				""" + SCAN + GEOMETRY), List.of("guess_roi", """
				[guess_roi]
				whitefield = /speckle_tracking/whitefield ;str, whitefield
				[guess_roi-advanced]
				""" + SCAN + GEOMETRY), List.of("make_mask", """
				[make_mask]
				[make_mask-advanced]
				""" + SCAN + GEOMETRY), List.of("make_reference", """
				[make_reference]
				mask = /speckle_tracking/mask
				whitefield = /speckle_tracking/whitefield
				pixel_translations = /speckle_tracking/pixel_translations
				pixel_map = /speckle_tracking/pixel_map
				roi = /speckle_tracking/roi
				good_frames = None
				[make_reference-advanced]
				minimum_overlap = None
				""" + SCAN + GEOMETRY), List.of("make_whitefield", """
				[make_whitefield]
				mask = /speckle_tracking/mask ;str, mask
				[make_whitefield-advanced]
				""" + SCAN + GEOMETRY), List.of("pixel_map_from_data", """
				[pixel_map_from_data]
				whitefield = auto
				pixel_translations = auto
				mask = auto
				roi = auto
				good_frames = auto
				defocus = auto
				pixel_map = auto
				search_window = [30, 30]
				filter = 10.
				integrate = True
				[pixel_map_from_data-advanced]
				""" + SCAN + GEOMETRY), List.of("split_half_recon", """
				[split_half_recon]
				search_window = [10, 10]
				reference_image = /speckle_tracking/reference_image
				n0 = /speckle_tracking/n0
				m0 = /speckle_tracking/m0
				mask = /speckle_tracking/mask
				whitefield = /speckle_tracking/whitefield
				pixel_translations = /speckle_tracking/pixel_translations
				pixel_map = /speckle_tracking/pixel_map
				roi = /speckle_tracking/roi
				good_frames = None
				dss = /speckle_tracking/dss
				dfs = /speckle_tracking/dfs
				[split_half_recon-advanced]
				subpixel = False
				subsample = 1.
				interpolate = False
				fill_bad_pix = False
				quadratic_refinement = True
				integrate = False
				clip = [-50, 50]
				filter = None
				""" + SCAN + GEOMETRY), List.of("update_pixel_map", """
				[update_pixel_map]
				search_window = [10, 10] ;list, pixels
				reference_image = /speckle_tracking/reference_image
				n0 = /speckle_tracking/n0
				m0 = /speckle_tracking/m0
				mask = /speckle_tracking/mask
				whitefield = /speckle_tracking/whitefield
				pixel_translations = /speckle_tracking/pixel_translations
				pixel_map = /speckle_tracking/pixel_map
				roi = /speckle_tracking/roi
				good_frames = None
				[update_pixel_map-advanced]
				subpixel = False
				subsample = 1.
				interpolate = False
				fill_bad_pix = False
				quadratic_refinement = True
				integrate = False
				clip = [-50, 50]
				filter = 1.
				""" + SCAN + GEOMETRY), List.of("update_translations", """
				[update_translations]
				roi = /speckle_tracking/roi
				search_window = [10, 10]
				mask = /speckle_tracking/mask
				whitefield = /speckle_tracking/whitefield
				reference_image = /speckle_tracking/reference_image
				n0 = /speckle_tracking/n0
				m0 = /speckle_tracking/m0
				pixel_translations = /speckle_tracking/pixel_translations
				pixel_map = /speckle_tracking/pixel_map
				good_frames = None
				[update_translations-advanced]
				maxiters = 50
				tol = 1e-3
				""" + SCAN + GEOMETRY), List.of("zernike", """
				[zernike]
				roi = /speckle_tracking/roi
				whitefield = /speckle_tracking/whitefield
				phase = /speckle_tracking/phase
				orders = 36
				defocus = 0.001
				remove_tilt = True
				remove_piston = True
				remove_defocus = True
				remove_astigmatism = True
				[zernike-advanced]
				h5_group = zernike
				mask = /speckle_tracking/mask
				energy = /entry_1/instrument_1/source_1/energy
				basis_vectors = /entry_1/instrument_1/detector_1/basis_vectors
				""" + SCAN.replace("h5_group", "; h5_group") + GEOMETRY));
	}

	@ParameterizedTest
	@MethodSource("files")
	void allOfItIsUnderstood(List<String> file) {
		StepDescription step = CATALOGUE.step(file.get(0)).orElseThrow();
		ConfigFile config = ConfigFile.parse(step.name() + ".ini", file.get(1));
		Map<String, GivenValue> given = config.given(step, CATALOGUE);
		assertFalse(given.isEmpty());
		ParameterValues.check(new StepRequest(step, Path.of("scan.cxi"), CxiOptions.defaults(), "/speckle_tracking", given,
				ComputeRequest.automatic()));
		assertTrue(config.group(step).isPresent());
	}
}
