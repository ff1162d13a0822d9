package io.frontdesk.appointment;

import io.frontdesk.appointment.Availability.Task;
import io.frontdesk.business.Business;
import io.frontdesk.business.Businesses;
import io.frontdesk.receptionist.Service;
import io.frontdesk.receptionist.Services;
import io.frontdesk.receptionist.StaffMember;
import io.frontdesk.receptionist.StaffMembers;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which times can be booked with whom: who does it and works then, less what is taken. Needs the
/// tenant's door to be open.
@Singleton
class FreeTimes {
  /// No appointment with its buffers reaches farther than that beyond the time it is looked for in.
  private static final Duration REACH = Duration.ofDays(2);

  private final Appointments appointments;
  private final Services services;
  private final StaffMembers staff;
  private final Businesses businesses;
  private final List<BusyTimes> elsewhere;
  private final Clock clock;

  FreeTimes(
      Appointments appointments,
      Services services,
      StaffMembers staff,
      Businesses businesses,
      List<BusyTimes> elsewhere,
      Clock clock) {
    this.appointments = appointments;
    this.services = services;
    this.staff = staff;
    this.businesses = businesses;
    this.elsewhere = elsewhere;
    this.clock = clock;
  }

  /// What is looked for.
  ///
  /// @param serviceId null for all services
  /// @param staffId null for all staff
  /// @param moving an appointment that is to be moved: its own time counts as free; null for none
  /// @param callId what is held for this call counts as free; null for none
  record Wish(
      @Nullable UUID serviceId,
      @Nullable UUID staffId,
      Instant from,
      Instant to,
      @Nullable UUID moving,
      @Nullable UUID callId) {
    /// Whether no notice is needed: who works here may move what is known of at any time, callers
    /// may not.
    boolean isAnnounced() {
      return moving != null && callId == null;
    }
  }

  /// All times that can be booked, earliest first.
  ///
  /// @param now what counts as now: no earlier time can be booked
  /// @throws RequestException.Rejected if there is no such service or member of staff
  List<Slot> slots(TenantId tenant, Wish wish, Instant now) {
    Business business = businesses.of(tenant);
    List<StaffMember> members = members(tenant, wish.staffId());
    var slots = new ArrayList<Slot>();
    for (StaffMember member : members) {
      var hours = new WorkingHours(business, member.hours());
      List<Busy> busy =
          busy(tenant, member.id(), wish.from(), wish.to(), wish.moving(), wish.callId());
      for (Service service : offered(tenant, wish.serviceId())) {
        if (!service.isDoneBy(member.id())) {
          continue;
        }
        var bounds = Bounds.of(service, business, now, wish.isAnnounced());
        Instant from = bounds.notBefore(wish.from());
        Instant to = bounds.notAfter(wish.to());
        if (from.isBefore(to)) {
          for (Instant start : Availability.starts(hours, Task.of(service), busy, from, to)) {
            slots.add(new Slot(service.id(), member.id(), start, start.plus(service.duration())));
          }
        }
      }
    }
    slots.sort(Comparator.comparing(Slot::startsAt));
    return slots;
  }

  /// A service that is offered.
  ///
  /// @param id null for the business's first one
  /// @throws RequestException.Rejected if there is no such service
  Service service(TenantId tenant, @Nullable UUID id) {
    return offered(tenant, id).getFirst();
  }

  /// Who does it and works then, the one who has been there longest first, whatever else they have
  /// to do.
  ///
  /// @param staffId null for anybody
  /// @throws RequestException.Rejected if nobody does, or there is no such member of staff
  List<StaffMember> working(
      TenantId tenant, Service service, @Nullable UUID staffId, Instant start, Instant end) {
    Business business = businesses.of(tenant);
    if (!new WorkingHours(business, null).cover(start, end)) {
      throw new RequestException.Rejected(
          "/starts_at", "is outside opening hours, or does not end within them");
    }
    List<StaffMember> able =
        members(tenant, staffId).stream().filter(member -> service.isDoneBy(member.id())).toList();
    if (able.isEmpty()) {
      throw new RequestException.Rejected(
          staffId == null ? "/service_id" : "/staff_id",
          staffId == null ? "nobody does this service now" : "does not do this service");
    }
    List<StaffMember> there =
        able.stream()
            .filter(member -> new WorkingHours(business, member.hours()).cover(start, end))
            .toList();
    if (there.isEmpty()) {
      throw new RequestException.Rejected("/starts_at", "is outside the hours of who does this");
    }
    return there;
  }

  /// Whether time off or a calendar elsewhere leaves them this time.
  boolean isFreeElsewhere(TenantId tenant, UUID staffId, Instant from, Instant until) {
    return elsewhere.stream()
        .flatMap(source -> source.of(tenant, staffId, from, until).stream())
        .noneMatch(busy -> busy.overlaps(from, until));
  }

  /// When one of the staff is busy with something else.
  ///
  /// @param source what says so: `time_off` or `calendar`
  @Introspected
  record BusyElsewhere(UUID staffId, String source, Instant startsAt, Instant endsAt) {}

  List<BusyElsewhere> busyElsewhere(TenantId tenant, Instant from, Instant until) {
    var all = new ArrayList<BusyElsewhere>();
    for (StaffMember member : staff.bookable(tenant)) {
      for (BusyTimes source : elsewhere) {
        for (Busy busy : source.of(tenant, member.id(), from, until)) {
          all.add(new BusyElsewhere(member.id(), source.source(), busy.startsAt(), busy.endsAt()));
        }
      }
    }
    all.sort(Comparator.comparing(BusyElsewhere::startsAt));
    return all;
  }

  private List<Busy> busy(
      TenantId tenant,
      UUID staffId,
      Instant from,
      Instant to,
      @Nullable UUID moving,
      @Nullable UUID callId) {
    Instant early = from.minus(REACH);
    Instant late = to.plus(REACH);
    var busy =
        new ArrayList<>(
            appointments.taken(
                tenant.value(), staffId, early, late, moving, callId, clock.instant()));
    elsewhere.forEach(source -> busy.addAll(source.of(tenant, staffId, early, late)));
    return busy;
  }

  private List<Service> offered(TenantId tenant, @Nullable UUID id) {
    return some(
        id == null ? services.offered(tenant) : services.offered(tenant, id).stream().toList(),
        "/service_id",
        "there is no such service");
  }

  private List<StaffMember> members(TenantId tenant, @Nullable UUID id) {
    return some(
        id == null ? staff.bookable(tenant) : staff.bookable(tenant, id).stream().toList(),
        "/staff_id",
        "there is no such member of staff");
  }

  private static <T> List<T> some(List<T> found, String pointer, String otherwise) {
    if (found.isEmpty()) {
      throw new RequestException.Rejected(pointer, otherwise);
    }
    return found;
  }
}
