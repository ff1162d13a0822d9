import { Link, useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** A link to a page of another feature: plain text while that page does not exist. */
export function SoftLink(props: {
  to: string;
  params?: Record<string, string>;
  search?: Record<string, unknown>;
  /** What of the page is meant. */
  hash?: string;
  children: ReactNode;
  className?: string;
}) {
  const router = useRouter();
  if (!(props.to in router.routesByPath)) {
    return props.children;
  }
  const { children, ...link } = props;
  return <Link {...(link as { to: "/" })}>{children}</Link>;
}
