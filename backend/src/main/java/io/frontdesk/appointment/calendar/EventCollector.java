package io.frontdesk.appointment.calendar;

import io.frontdesk.appointment.calendar.IcsEvent.Property;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.fortuna.ical4j.data.ContentHandler;
import org.jspecify.annotations.Nullable;

/// Keeps of a calendar what says when somebody is busy, as it is read; all else is passed over.
final class EventCollector implements ContentHandler {
  private final List<IcsEvent> events = new ArrayList<>();
  private @Nullable List<Property> event;
  private int within;
  private String name = "";
  private String zone = "";
  private String value = "";

  /// The events that belong together, with what takes the place of one of a series.
  List<List<IcsEvent>> series() {
    Map<String, List<IcsEvent>> series = new LinkedHashMap<>();
    for (IcsEvent one : events) {
      String key = one.uid().isEmpty() ? "\0" + series.size() : one.uid();
      series.computeIfAbsent(key, _ -> new ArrayList<>()).add(one);
    }
    return List.copyOf(series.values());
  }

  @Override
  public void startCalendar() {
    // Events tell all there is to know.
  }

  @Override
  public void endCalendar() {
    // Events tell all there is to know.
  }

  @Override
  public void startComponent(String component) {
    if (event != null) {
      within++;
    } else if (component.equalsIgnoreCase("VEVENT")) {
      event = new ArrayList<>();
    }
  }

  @Override
  public void endComponent(String component) {
    if (within > 0) {
      within--;
    } else if (event != null) {
      events.add(new IcsEvent(event));
      event = null;
    }
  }

  @Override
  public void startProperty(String property) {
    name = property.toUpperCase(Locale.ROOT);
    zone = "";
    value = "";
  }

  @Override
  public void propertyValue(String text) {
    value = text;
  }

  @Override
  public void parameter(String parameter, String text) {
    if (parameter.equalsIgnoreCase("TZID")) {
      zone = text.replace("\"", "").strip();
    }
  }

  @Override
  public void endProperty(String property) {
    // What is in an event's alarms is not the event's.
    if (event != null && within == 0) {
      event.add(new Property(name, zone, value));
    }
  }
}
