// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.pxst.compute.BackEnd;
import org.pxst.compute.ComputeDevice;
import org.pxst.compute.ComputeDevices;
import org.pxst.compute.ComputeRequest;
import org.pxst.compute.ComputeService;
import org.pxst.compute.DeviceKind;
import org.pxst.core.InvalidDataException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The devices of the back ends that are there at the moment, by their kind; those of a back end in its own order. */
@Component(service = ComputeDevices.class)
public final class DevicesInOrder implements ComputeDevices {
	private static final Logger LOG = LoggerFactory.getLogger(DevicesInOrder.class);
	private static final String VARIABLE = "PXST_BACKEND";
	private static final Comparator<Offer> ORDER = Comparator.comparing((Offer offer) -> offer.device().kind())
			.thenComparing(offer -> offer.device().backEnd());

	private final UnaryOperator<String> environment;
	private final AtomicBoolean hasToldWhy = new AtomicBoolean();

	// one that comes later, or goes, must not take away what others are computing on
	@Reference(cardinality = ReferenceCardinality.AT_LEAST_ONE, policy = ReferencePolicy.DYNAMIC)
	private volatile List<BackEnd> backEnds = List.of();

	@Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
	private volatile DevicesPreference preference;

	/** A device and the back end that drives it. */
	private record Offer(BackEnd backEnd, ComputeDevice device) {
	}

	/** To be filled by Declarative Services. */
	@Activate
	public DevicesInOrder() {
		environment = System::getenv;
	}

	/**
	 * Without Declarative Services, and without preferences.
	 *
	 * @param backEnds at least the one in Java
	 */
	public DevicesInOrder(List<BackEnd> backEnds) {
		this(backEnds, System::getenv, Optional::empty);
	}

	/** @param environment values of environment variables, null for those that are not set */
	DevicesInOrder(List<BackEnd> backEnds, UnaryOperator<String> environment, DevicesPreference preference) {
		this.environment = environment;
		this.backEnds = List.copyOf(backEnds);
		this.preference = preference;
	}

	@Override
	public List<ComputeDevice> list() {
		return offers().stream().map(Offer::device).toList();
	}

	@Override
	public List<String> remarks() {
		return backEnds.stream().flatMap(backEnd -> backEnd.remark().stream()).toList();
	}

	@Override
	public String preferred() {
		DevicesPreference set = preference;
		return known(Optional.ofNullable(environment.apply(VARIABLE)), "environment variable " + VARIABLE)
				.or(() -> known(set == null ? Optional.empty() : set.backEnd(), "preference org.pxst.compute/backend"))
				.orElse(ComputeRequest.AUTO);
	}

	/** What was asked for, if anything was, known to be there. */
	private Optional<String> known(Optional<String> backEnd, String where) {
		Optional<String> text = backEnd.map(String::strip).filter(Predicate.not(String::isEmpty));
		try {
			text.ifPresent(this::find);
			return text;
		} catch (InvalidDataException e) {
			throw new InvalidDataException(where + ": " + e.getMessage(), e);
		}
	}

	@Override
	public ComputeDevice device(String backEnd) {
		return find(backEnd.strip()).device();
	}

	@Override
	public ComputeService service(ComputeRequest request) {
		Offer chosen = find(request.backEnd().strip());
		if (isAuto(request.backEnd()) && chosen.device().kind() == DeviceKind.JAVA && !hasToldWhy.getAndSet(true))
			remarks().forEach(remark -> LOG.info("computing in Java: {}", remark));
		return chosen.device().kind() == DeviceKind.JAVA ? on(chosen, request.deviceMemory())
				: new FallbackService(ways(chosen, request.deviceMemory()));
	}

	/** The device with what it may use of its memory; with less and less of that; and Java. */
	private List<ComputeService> ways(Offer chosen, OptionalLong memory) {
		long all = memory.orElse(chosen.device().memory());
		Stream<ComputeService> lessAndLess = LongStream.of(all / 4, all / 16).mapToObj(part -> on(chosen, OptionalLong.of(part)));
		Stream<ComputeService> java = offers().stream().filter(offer -> offer.device().kind() == DeviceKind.JAVA)
				.map(offer -> on(offer, OptionalLong.empty()));
		return Stream.of(Stream.of(on(chosen, memory)), lessAndLess, java).flatMap(Function.identity()).toList();
	}

	private static ComputeService on(Offer offer, OptionalLong memory) {
		return offer.backEnd().on(offer.device(), memory);
	}

	private Offer find(String text) {
		String wanted = text.toLowerCase(Locale.ROOT);
		// a back end that is not asked for is not looked at: its drivers may be slow to answer, or broken
		return backEnds.stream().filter(backEnd -> wanted.equals(backEnd.id()) || wanted.startsWith(backEnd.id() + ":"))
				.flatMap(DevicesInOrder::offers)
				.filter(offer -> wanted.equals(offer.device().backEnd()) || wanted.equals(offer.device().label())).findFirst()
				.or(() -> offers().stream().filter(offer -> isAuto(text) || isPartOfName(wanted, offer.device())).findFirst())
				.orElseThrow(() -> unknown(text));
	}

	private static boolean isPartOfName(String wanted, ComputeDevice device) {
		return device.name().toLowerCase(Locale.ROOT).contains(wanted);
	}

	private static boolean isAuto(String backEnd) {
		return backEnd.strip().equalsIgnoreCase(ComputeRequest.AUTO);
	}

	private InvalidDataException unknown(String text) {
		String there = list().stream().map(device -> device.label() + " (" + device.name() + ")").collect(Collectors.joining(", "));
		return new InvalidDataException(
				Stream.concat(Stream.of("no device '" + text + "'; there are: " + there), remarks().stream())
						.collect(Collectors.joining("; ")));
	}

	private List<Offer> offers() {
		return backEnds.stream().flatMap(DevicesInOrder::offers).sorted(ORDER).toList();
	}

	private static Stream<Offer> offers(BackEnd backEnd) {
		return backEnd.devices().stream().map(device -> new Offer(backEnd, device));
	}
}
