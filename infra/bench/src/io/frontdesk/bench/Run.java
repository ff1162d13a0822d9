package io.frontdesk.bench;

import java.util.List;

/// What one subject showed in one run. Times are milliseconds.
///
/// @param webhookP50 from Twilio's question to our answer, at 50 new calls a second
/// @param greetingP50 from a stream's start to its first frame; NaN of the relay, which does not
/// greet
/// @param arrivalCpu processor time a new call while people begin to call, those who talk meanwhile
/// included
/// @param heapPerCall of an idle call, in KiB; NaN of the relay
/// @param residentPerCall the same of the process's memory
record Run(
    List<Figures> steps,
    double webhookP50,
    double webhookP99,
    double greetingP50,
    double greetingP99,
    double arrivalCpu,
    double heapPerCall,
    double residentPerCall) {}
