/// What the business's calls add up to: totals, days, hours of the week, always by the business's
/// own clock. Reads the tables of the rooms below by counting their rows; uses `business`, `web`
/// and `tenancy`.
@NullMarked
package io.frontdesk.stats;

import org.jspecify.annotations.NullMarked;
