package io.frontdesk.receptionist;

import io.frontdesk.business.Industry;
import io.micronaut.core.annotation.Introspected;
import java.util.List;

/// What a business of one industry starts with. Its texts say `{business}` where the business's
/// name goes.
///
/// @param title the industry as people call it
/// @param services what can be booked from the first day on
/// @param staff the name of the first calendar
@Introspected
public record Template(
    Industry industry,
    String title,
    ReceptionistConfig receptionist,
    List<Service.Details> services,
    String staff) {}
