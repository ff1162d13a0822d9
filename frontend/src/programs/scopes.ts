/** What of the business a program can be let into, as the service names it. */
export const AREAS = [
  "calls",
  "leads",
  "customers",
  "appointments",
  "messages",
  "stats",
  "business",
  "receptionists",
  "phone_numbers",
  "credentials",
  "webhooks",
  "data_requests",
  "audit_log",
  "sandbox",
] as const;

export type Area = (typeof AREAS)[number];

/** Areas where there is nothing to change. */
const READ_ONLY: readonly Area[] = ["stats"];

/** All that a program can be let do. */
export const SCOPES = AREAS.flatMap((area) => [
  { scope: `${area}:read`, area, writes: false },
  ...(READ_ONLY.includes(area) ? [] : [{ scope: `${area}:write`, area, writes: true }]),
]);
