import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { http, HttpResponse, problem, server, tokens } from "@/testing/server";
import { renderApp } from "@/testing/render";
import type { Account, Company } from "./queries";

const COMPANIES: Company[] = ["twilio", "openai", "elevenlabs", "anthropic", "smtp"];
const SID = `AC${"0".repeat(32)}`;
const twilio: Account = {
  provider: "twilio",
  connected: true,
  account: SID,
  settings: {},
  last_four: "beef",
  set_at: "2026-11-01T12:00:00Z",
  set_by: "ana@example.com",
  last_test: null,
};

/** A service that keeps accounts and writes down what it is asked to change. */
function accounts(...connected: Account[]) {
  const kept = new Map(connected.map((account) => [account.provider, account]));
  const asked: unknown[] = [];
  const none = (provider: Company): Account => ({ provider, connected: false, settings: {} });
  server.use(
    http.get("*/api/v1/business/credentials", () =>
      HttpResponse.json({ data: COMPANIES.map((company) => kept.get(company) ?? none(company)) }),
    ),
    http.put("*/api/v1/business/credentials/:company", async ({ request, params }) => {
      const provider = params.company as Company;
      asked.push([provider, await request.json()]);
      kept.set(provider, { ...twilio, provider, account: null, last_four: "wxyz" });
      return HttpResponse.json(kept.get(provider));
    }),
    http.post("*/api/v1/business/credentials/:company/test", ({ params }) => {
      const provider = params.company as Company;
      const outcome = {
        ok: false,
        findings: [{ code: "wrong_token", detail: "Twilio did not take the auth token." }],
        tested_at: "2026-11-20T12:00:00Z",
      };
      kept.set(provider, { ...(kept.get(provider) ?? none(provider)), last_test: outcome });
      return HttpResponse.json(outcome);
    }),
    http.delete("*/api/v1/business/credentials/:company", ({ params }) => {
      kept.delete(params.company as Company);
      return new HttpResponse(null, { status: 204 });
    }),
  );
  return asked;
}

describe("the connected accounts", () => {
  it("shows what is connected, by whom, and nothing of a key but its end", async () => {
    accounts(twilio);
    await renderApp("/settings/accounts");

    expect(await screen.findByText("1 account of your own is connected")).toBeInTheDocument();
    expect(screen.getByText("The key ends in beef")).toBeInTheDocument();
    expect(screen.getByText(/ana@example\.com$/, { selector: "section *" })).toBeInTheDocument();
    expect(screen.getByLabelText("Connect OpenAI")).toBeInTheDocument();
  });

  it("says what a test found as sentences", async () => {
    accounts(twilio);
    const { user } = await renderApp("/settings/accounts");

    await user.click(await screen.findByLabelText("Test Twilio"));

    expect(await screen.findByText("Twilio did not take the auth token.")).toBeInTheDocument();
    expect(screen.getByText("One thing is wrong")).toBeInTheDocument();
  });

  it("connects a company, shows at the field what is refused, and tests what was set", async () => {
    const asked = accounts();
    const { user } = await renderApp("/settings/accounts");
    await user.click(await screen.findByLabelText("Connect OpenAI"));
    const dialog = await screen.findByRole("dialog");
    server.use(
      http.put(
        "*/api/v1/business/credentials/openai",
        () =>
          problem(422, "invalid", "Some fields need another value.", [
            { pointer: "/api_key", detail: "size must be between 20 and 300" },
          ]),
        { once: true },
      ),
    );

    await user.type(within(dialog).getByLabelText("API key"), "sk-0123456789");
    await user.click(within(dialog).getByRole("button", { name: "Connect" }));
    expect(await within(dialog).findByText("Size must be between 20 and 300")).toBeInTheDocument();
    await user.type(within(dialog).getByLabelText("API key"), "0123456789");
    await user.click(within(dialog).getByRole("button", { name: "Connect" }));

    expect(await screen.findByText("The key ends in wxyz")).toBeInTheDocument();
    expect(asked).toEqual([["openai", { api_key: "sk-01234567890123456789" }]]);
    expect(await screen.findByText("One thing is wrong")).toBeInTheDocument();
  });

  it("asks before it disconnects", async () => {
    accounts(twilio);
    const { user } = await renderApp("/settings/accounts");

    await user.click(await screen.findByLabelText("Disconnect Twilio"));
    const dialog = await screen.findByRole("dialog");
    await user.click(within(dialog).getByRole("button", { name: "Disconnect" }));

    expect(await screen.findByText("No accounts of your own are connected")).toBeInTheDocument();
  });

  it("says which numbers would stay behind, and leads to them", async () => {
    accounts(twilio);
    server.use(
      http.delete("*/api/v1/business/credentials/twilio", () =>
        problem(409, "numbers_in_account", "+14155550100 would stay behind."),
      ),
    );
    const { user } = await renderApp("/settings/accounts");

    await user.click(await screen.findByLabelText("Disconnect Twilio"));
    const dialog = await screen.findByRole("dialog");
    await user.click(within(dialog).getByRole("button", { name: "Disconnect" }));

    expect(await screen.findByText("+14155550100 would stay behind.")).toBeInTheDocument();
    expect(screen.getByText("See your numbers")).toHaveAttribute("href", "/numbers");
    await waitFor(() => {
      expect(screen.getByText("The key ends in beef")).toBeInTheDocument();
    });
  });

  it("tells members that it is not theirs to see", async () => {
    server.use(
      http.post("*/api/v1/auth/login", () =>
        HttpResponse.json({ ...tokens, user: { ...tokens.user, role: "member" } }),
      ),
    );
    await renderApp("/settings/accounts");

    expect(await screen.findByText("Owners and admins see this page")).toBeInTheDocument();
  });
});
