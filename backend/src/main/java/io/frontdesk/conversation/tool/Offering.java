package io.frontdesk.conversation.tool;

import io.frontdesk.receptionist.Service;
import io.frontdesk.receptionist.Services;
import io.frontdesk.receptionist.StaffMember;
import io.frontdesk.receptionist.StaffMembers;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// What can be booked and with whom, found by what callers call it.
@Singleton
class Offering {
  private final Services services;
  private final StaffMembers staff;

  Offering(Services services, StaffMembers staff) {
    this.services = services;
    this.staff = staff;
  }

  /// The service that is meant; empty for the usual one.
  Optional<UUID> service(TenantId tenant, Optional<String> said) {
    return said.flatMap(name -> meant(services.offered(tenant), Service::name, name))
        .map(Service::id);
  }

  /// The member of staff who is meant; empty if there is none of that name.
  Optional<StaffMember> member(TenantId tenant, String said) {
    return meant(staff.bookable(tenant), StaffMember::name, said);
  }

  String nameOfService(TenantId tenant, UUID id) {
    return services.findByTenantIdAndId(tenant, id).map(Service::name).orElse("");
  }

  private static <T> Optional<T> meant(List<T> all, Function<T, String> name, String said) {
    String wanted = said.toLowerCase(Locale.ROOT).strip();
    return all.stream()
        .filter(_ -> !wanted.isEmpty())
        .filter(
            one -> {
              String known = name.apply(one).toLowerCase(Locale.ROOT);
              return known.contains(wanted) || wanted.contains(known);
            })
        .findFirst();
  }
}
