import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { http, HttpResponse, server } from "@/testing/server";
import { renderApp } from "@/testing/render";
import { device } from "./device";
import type { LogIn } from "./queries";

const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0";
const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1";

function logIn(id: string, userAgent: string, current = false): LogIn {
  const at = "2026-11-20T12:00:00Z";
  return {
    id,
    user_agent: userAgent,
    address: "203.0.113.7",
    created_at: at,
    last_used_at: at,
    current,
  };
}

/** A service that keeps log-ins. */
function logIns(...all: LogIn[]) {
  let kept = all;
  server.use(
    http.get("*/api/v1/me/sessions", () => HttpResponse.json({ data: kept })),
    http.delete("*/api/v1/me/sessions/:id", ({ params }) => {
      kept = kept.filter(({ id }) => id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
  );
  return () => kept.map(({ id }) => id);
}

describe("the log-ins", () => {
  it("shows each device, and which one this is", async () => {
    logIns(logIn("a", FIREFOX, true), logIn("b", IPHONE));
    await renderApp("/settings/log-ins");

    expect(await screen.findByText("You are logged in 2 times")).toBeInTheDocument();
    expect(screen.getByText("Firefox, Windows")).toBeInTheDocument();
    expect(screen.getByText("This device")).toBeInTheDocument();
    expect(screen.queryByLabelText("End the log-in on Firefox, Windows")).not.toBeInTheDocument();
  });

  it("ends one", async () => {
    const left = logIns(logIn("a", FIREFOX, true), logIn("b", IPHONE), logIn("c", "curl/8.5.0"));
    const { user } = await renderApp("/settings/log-ins");

    await user.click(await screen.findByLabelText("End the log-in on Safari, iPhone"));

    expect(await screen.findByText("You are logged in 2 times")).toBeInTheDocument();
    expect(left()).toEqual(["a", "c"]);
  });

  it("ends all but this one, when asked twice", async () => {
    const left = logIns(logIn("a", FIREFOX, true), logIn("b", IPHONE), logIn("c", "curl/8.5.0"));
    const { user } = await renderApp("/settings/log-ins");

    await user.click(await screen.findByText("Log out everywhere else"));
    const dialog = await screen.findByRole("dialog");
    expect(left()).toHaveLength(3);
    await user.click(within(dialog).getByRole("button", { name: "Log out there" }));

    expect(await screen.findByText("You are logged in here only")).toBeInTheDocument();
    expect(left()).toEqual(["a"]);
  });

  it("names devices as people do, and programs as they name themselves", () => {
    expect(device(FIREFOX)).toBe("Firefox, Windows");
    expect(device(IPHONE)).toBe("Safari, iPhone");
    expect(device("curl/8.5.0")).toBe("curl/8.5.0");
  });
});
