import { useLocation } from "@tanstack/react-router";
import { ApiProblem } from "@/api/problem";

/** What a mailed link carries behind its `#`, which the browser sends to nobody. */
export function useMailedToken(): string | undefined {
  const token = new URLSearchParams(useLocation().hash).get("token");
  return token === null || token === "" ? undefined : token;
}

/** Whether the service refused the mailed link itself. */
export function isAboutToken(failure: unknown): boolean {
  return (
    failure instanceof ApiProblem && failure.errors.some(({ pointer }) => pointer === "/token")
  );
}
