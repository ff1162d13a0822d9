import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { http, HttpResponse, problem, server } from "@/testing/server";
import { renderApp } from "@/testing/render";
import type { Program } from "./queries";

const website: Program = {
  id: "0190a000-0000-7000-8000-00000000000c",
  name: "Website",
  scopes: ["calls:read", "leads:write"],
  created_at: "2026-11-01T12:00:00Z",
  last_used_at: null,
};

/** A service that keeps programs. */
function programs(...all: Program[]) {
  let kept = all;
  server.use(
    http.get("*/api/v1/api-clients", () => HttpResponse.json({ data: kept, next_cursor: null })),
    http.get("*/api/v1/api-clients/scopes", () =>
      HttpResponse.json({ data: ["calls:read", "calls:write", "leads:write", "stats:read"] }),
    ),
    http.post("*/api/v1/api-clients", async ({ request }) => {
      const form = (await request.json()) as Pick<Program, "name" | "scopes">;
      kept = [{ ...website, ...form }, ...kept];
      return HttpResponse.json({ ...website, ...form, secret: "s3cret" }, { status: 201 });
    }),
    http.delete("*/api/v1/api-clients/:id", ({ params }) => {
      kept = kept.filter(({ id }) => id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
  );
  return () => kept;
}

describe("the programs", () => {
  it("shows what each may do, and when it last came", async () => {
    programs(website);
    await renderApp("/settings/programs");

    expect(await screen.findByText("See calls · Change leads")).toBeInTheDocument();
    expect(screen.getByText(/Never used/)).toBeInTheDocument();
  });

  it("lets one in, and shows its secret once", async () => {
    const kept = programs();
    const { user } = await renderApp("/settings/programs");
    await user.click(await screen.findByText("Let a program in"));
    const dialog = await screen.findByRole("dialog");
    await user.type(within(dialog).getByLabelText("Name"), "Website");
    await user.click(within(dialog).getByRole("combobox", { name: "What it may do" }));
    await user.click(await screen.findByText("See calls"));
    await user.click(within(dialog).getByRole("button", { name: "Let a program in" }));

    expect(await screen.findByText("s3cret")).toBeInTheDocument();
    expect(screen.getByText("You see this secret only now")).toBeInTheDocument();
    expect(kept()).toMatchObject([{ name: "Website", scopes: ["calls:read"] }]);
    await user.click(screen.getByText("Copy secret"));
    expect(await navigator.clipboard.readText()).toBe("s3cret");
    await user.click(screen.getByText("I have put it away"));
    await user.click(screen.getByText("Let a program in"));

    expect(await screen.findByLabelText("Name")).toHaveValue("");
    expect(screen.queryByText("s3cret")).not.toBeInTheDocument();
  });

  it("shows at the field what is refused", async () => {
    programs();
    server.use(
      http.get("*/api/v1/api-clients/scopes", () =>
        HttpResponse.json({ data: ["calls:read", "calls:write", "leads:write", "stats:read"] }),
      ),
      http.post("*/api/v1/api-clients", () =>
        problem(422, "invalid", "Some fields need another value.", [
          { pointer: "/scopes", detail: "size must be between 1 and 100" },
        ]),
      ),
    );
    const { user } = await renderApp("/settings/programs");
    await user.click(await screen.findByText("Let a program in"));
    const dialog = await screen.findByRole("dialog");
    await user.click(within(dialog).getByRole("button", { name: "Let a program in" }));

    expect(await within(dialog).findByText("Size must be between 1 and 100")).toBeInTheDocument();
    expect(within(dialog).queryByRole("alert")).not.toBeInTheDocument();
  });

  it("asks before it shuts one out", async () => {
    const kept = programs(website);
    const { user } = await renderApp("/settings/programs");
    await user.click(await screen.findByLabelText("Shut out Website"));
    const dialog = await screen.findByRole("dialog");
    expect(kept()).toHaveLength(1);
    await user.click(within(dialog).getByRole("button", { name: "Shut out" }));

    expect(await screen.findByText("No program is let in yet")).toBeInTheDocument();
  });
});
