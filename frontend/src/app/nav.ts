import {
  IconAddressBook,
  IconCalendar,
  IconChartBar,
  IconHash,
  IconHeadset,
  IconHome,
  IconInbox,
  IconPhone,
  IconPhoneOutgoing,
  IconSettings,
  IconUsers,
  IconBroadcast,
  type Icon,
} from "@tabler/icons-react";
import type { AnyRouter } from "@tanstack/react-router";
import type { appWords } from "./words";

export interface Place {
  to: string;
  name: keyof (typeof appWords)["en"] &
    (
      | "home"
      | "live"
      | "calls"
      | "inbox"
      | "leads"
      | "customers"
      | "calendar"
      | "outreach"
      | "receptionist"
      | "numbers"
      | "insights"
      | "settings"
    );
  icon: Icon;
  /** In the bottom bar of a phone. */
  first?: true;
}

/** All places there will be, in their order. */
const PLACES: Place[] = [
  { to: "/", name: "home", icon: IconHome, first: true },
  { to: "/live", name: "live", icon: IconBroadcast },
  { to: "/calls", name: "calls", icon: IconPhone, first: true },
  { to: "/inbox", name: "inbox", icon: IconInbox, first: true },
  { to: "/leads", name: "leads", icon: IconAddressBook },
  { to: "/customers", name: "customers", icon: IconUsers },
  { to: "/calendar", name: "calendar", icon: IconCalendar, first: true },
  { to: "/outreach", name: "outreach", icon: IconPhoneOutgoing },
  { to: "/receptionist", name: "receptionist", icon: IconHeadset },
  { to: "/numbers", name: "numbers", icon: IconHash },
  { to: "/insights", name: "insights", icon: IconChartBar },
  { to: "/settings", name: "settings", icon: IconSettings },
];

/** Whether there is a page at `path`, with its parameters as the route names them. */
export function exists(router: AnyRouter, path: string): boolean {
  return path in (router.routesByPath as Record<string, unknown>);
}

/** The places that have a page. */
export function places(router: AnyRouter): Place[] {
  return PLACES.filter(({ to }) => exists(router, to));
}
