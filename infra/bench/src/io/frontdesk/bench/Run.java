package io.frontdesk.bench;

import java.util.List;

/// What one subject showed in one run.
///
/// @param warmUps how often people came and went before anything was measured
/// @param heapPerCall of an idle call, in KiB; NaN of the relay
/// @param residentPerCall the same of the process's memory
record Run(
    List<Figures> steps,
    Arrivals arrivals,
    int warmUps,
    double heapPerCall,
    double residentPerCall) {}
