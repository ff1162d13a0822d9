import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { http, HttpResponse, problem, server, tokens } from "@/testing/server";
import { renderApp } from "@/testing/render";
import type { Invitation, Member } from "./queries";

const ana: Member = {
  id: "0190a000-0000-7000-8000-00000000000a",
  user_id: tokens.user.id,
  name: "Ana Lopez",
  email: "ana@example.com",
  role: "owner",
  created_at: "2026-11-01T12:00:00Z",
};
const ben: Member = {
  id: "0190a000-0000-7000-8000-00000000000b",
  user_id: "0190a000-0000-7000-8000-0000000000bb",
  name: "",
  email: "ben@example.com",
  role: "member",
  created_at: "2026-11-02T12:00:00Z",
};
const eva: Invitation = {
  id: "0190a000-0000-7000-8000-00000000000e",
  email: "eva@example.com",
  role: "viewer",
  invited_by: tokens.user.id,
  sent: 1,
  created_at: "2026-11-02T12:00:00Z",
  expires_at: "2099-11-09T12:00:00Z",
};

/** A service that keeps a team and writes down what it is asked to change. */
function team(members: Member[], invitations: Invitation[] = []) {
  const asked: unknown[] = [];
  const note = async ({ request }: { request: Request }) => {
    const { pathname } = new URL(request.url);
    asked.push([
      request.method,
      pathname.replace("/api/v1/team", ""),
      (await request.text()) || undefined,
    ]);
    return request.method === "DELETE"
      ? new HttpResponse(null, { status: 204 })
      : HttpResponse.json({}, { status: request.method === "POST" ? 201 : 200 });
  };
  server.use(
    http.get("*/api/v1/team/members", () =>
      HttpResponse.json({ data: members, next_cursor: null }),
    ),
    http.get("*/api/v1/team/invitations", () =>
      HttpResponse.json({ data: invitations, next_cursor: null }),
    ),
    http.post("*/api/v1/team/invitations", note),
    http.post("*/api/v1/team/invitations/:id/resend", note),
    http.delete("*/api/v1/team/invitations/:id", note),
    http.patch("*/api/v1/team/members/:id", note),
    http.delete("*/api/v1/team/members/:id", note),
  );
  return asked;
}

describe("the team", () => {
  it("shows who works here, and who was invited", async () => {
    team([ben, ana], [eva]);
    await renderApp("/settings/team");

    expect(await screen.findByText("2 people work here")).toBeInTheDocument();
    expect(screen.getByText("Ana Lopez (you)")).toBeInTheDocument();
    expect(await screen.findByText(/Viewer · until/)).toBeInTheDocument();
  });

  it("gives somebody another role", async () => {
    const asked = team([ben, ana]);
    const { user } = await renderApp("/settings/team");

    await user.selectOptions(await screen.findByLabelText("What ben@example.com may do"), "admin");

    expect(await screen.findByText("ben@example.com is Admin now")).toBeInTheDocument();
    expect(asked).toEqual([["PATCH", `/members/${ben.id}`, '{"role":"admin"}']]);
  });

  it("asks before somebody is removed", async () => {
    const asked = team([ben, ana]);
    const { user } = await renderApp("/settings/team");

    await user.click(await screen.findByLabelText("Remove ben@example.com"));
    const dialog = await screen.findByRole("dialog");
    expect(asked).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Remove from team" }));

    await waitFor(() => {
      expect(asked).toEqual([["DELETE", `/members/${ben.id}`, undefined]]);
    });
  });

  it("lets somebody leave, who is then logged out", async () => {
    const asked = team([ben, ana]);
    const { user } = await renderApp("/settings/team");

    await user.click(await screen.findByRole("button", { name: "Leave this business" }));
    const dialog = await screen.findByRole("dialog");
    expect(asked).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Leave business" }));

    expect(await screen.findByText("You have left Ace Garage Doors")).toBeInTheDocument();
    expect(await screen.findByRole("heading", { name: "Welcome back" })).toBeInTheDocument();
    expect(asked).toEqual([["DELETE", "/members/me", undefined]]);
  });

  it("keeps the last owner, and says why", async () => {
    team([ana]);
    server.use(
      http.delete("*/api/v1/team/members/me", () =>
        problem(409, "conflict", "The last owner cannot leave."),
      ),
    );
    const { user } = await renderApp("/settings/team");

    await user.click(await screen.findByRole("button", { name: "Leave this business" }));
    await user.click(
      within(await screen.findByRole("dialog")).getByRole("button", { name: "Leave business" }),
    );

    expect(await screen.findByText("The last owner cannot leave.")).toBeInTheDocument();
    expect(screen.getByText("Ana Lopez (you)")).toBeInTheDocument();
  });

  it("invites, and shows at the field what the service does not like", async () => {
    const asked = team([ana]);
    const { user } = await renderApp("/settings/team");
    expect(await screen.findByText("Nobody is waiting for an answer.")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Invite somebody" }));
    const dialog = await screen.findByRole("dialog");
    server.use(
      http.post(
        "*/api/v1/team/invitations",
        () =>
          problem(422, "invalid", "Some fields need another value.", [
            { pointer: "/email", detail: "must be an address" },
          ]),
        { once: true },
      ),
    );

    await user.type(within(dialog).getByLabelText("E-mail address"), "eva@example.com");
    await user.click(within(dialog).getByRole("button", { name: "Send invitation" }));
    expect(await within(dialog).findByText("Must be an address")).toBeInTheDocument();
    await user.click(within(dialog).getByRole("button", { name: "Send invitation" }));

    expect(
      await screen.findByText("An invitation is on its way to eva@example.com"),
    ).toBeInTheDocument();
    expect(asked).toEqual([
      ["POST", "/invitations", '{"email":"eva@example.com","role":"member"}'],
    ]);
  });

  it("sends an invitation again, or takes it back", async () => {
    const asked = team([ana], [eva]);
    const { user } = await renderApp("/settings/team");

    await user.click(await screen.findByLabelText("Send again: eva@example.com"));
    await waitFor(() => {
      expect(asked).toHaveLength(1);
    });
    await user.click(await screen.findByLabelText("Take back: eva@example.com"));

    await waitFor(() => {
      expect(asked).toEqual([
        ["POST", `/invitations/${eva.id}/resend`, undefined],
        ["DELETE", `/invitations/${eva.id}`, undefined],
      ]);
    });
  });

  it("tells members that it is not theirs to see", async () => {
    server.use(
      http.post("*/api/v1/auth/login", () =>
        HttpResponse.json({ ...tokens, user: { ...tokens.user, role: "member" } }),
      ),
    );
    await renderApp("/settings/team");

    expect(await screen.findByText("Owners and admins see the team")).toBeInTheDocument();
  });
});
