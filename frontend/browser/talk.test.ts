import { describe, expect, inject, test } from "vitest";
import { Business } from "./business";
import { barriers, overhang, picture } from "./looks";
import { NARROW, sharedBrowser, WIDE } from "./visitor";

const { owner } = sharedBrowser();

interface Calls {
  data: { id: string; test: boolean; state: string; summary: string | null }[];
}

describe("talking to the receptionist from the browser", () => {
  test("by typing: it answers, and the call is kept as a test", async () => {
    const business = await Business.signUp(inject("service"), "Ace Garage Doors");
    const { page, complaints } = await owner(business.email);
    await page.goto("/receptionist");
    const phone = page.getByRole("region", { name: "Talk to it" });
    await phone.getByRole("button", { name: "Type instead" }).click();
    const captions = phone.getByRole("log");
    await captions
      .getByText(/Ace Garage Doors/)
      .first()
      .waitFor();
    await phone.getByLabel("Say it in writing").fill("I would like to leave a message.");
    await page.keyboard.press("Enter");
    await captions.getByText("I would like to leave a message.").waitFor();
    // The receptionist's turn after the caller's.
    await expect
      .poll(() => captions.locator("[data-speaker]").last().getAttribute("data-speaker"))
      .toBe("receptionist");
    for (const [name, size] of Object.entries({ wide: WIDE, narrow: NARROW })) {
      await page.setViewportSize(size);
      for (const scheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        expect(await barriers(page)).toEqual([]);
        await picture(page, `talk-${name}-${scheme}`);
      }
      expect(await overhang(page)).toBe(0);
    }
    await phone.getByRole("button", { name: "Hang up" }).click();
    await captions.getByText("The call is over.").waitFor();
    await phone.getByRole("link", { name: "See the call" }).click();
    await page.getByRole("heading", { name: /Test call/ }).waitFor();
    await page.getByText("I would like to leave a message.").first().waitFor();

    await expect
      .poll(async () => (await business.get<Calls>("/api/v1/calls")).data[0])
      .toMatchObject({ test: true, state: "completed" });
    const { total_calls } = await business.get<{ total_calls: number }>("/api/v1/stats/summary");
    expect(total_calls).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("with a microphone: its frames arrive, and talking over the receptionist stops it", async () => {
    const business = await Business.signUp(inject("service"), "Best Dental");
    // Somebody talks into it all the time: setup.ts.
    const { page } = await owner(business.email, { permissions: ["microphone"] });
    const seen = { media: 0, clears: 0, marks: 0, loudest: 0 };
    page.on("websocket", (socket) => {
      if (!socket.url().includes("/voice-stream/")) {
        return;
      }
      socket.on("framesent", ({ payload }) => {
        const { event, media } = JSON.parse(String(payload)) as {
          event: string;
          media?: { payload: string };
        };
        seen.media += event === "media" ? 1 : 0;
        seen.marks += event === "mark" ? 1 : 0;
        for (const code of media === undefined ? [] : Buffer.from(media.payload, "base64")) {
          seen.loudest = Math.max(seen.loudest, ~code & 0x7f);
        }
      });
      socket.on("framereceived", ({ payload }) => {
        seen.clears += String(payload).includes('"event":"clear"') ? 1 : 0;
      });
    });
    await page.goto("/receptionist");
    const phone = page.getByRole("region", { name: "Talk to it" });

    await phone.getByRole("button", { name: "Call", exact: true }).click();

    await phone.getByRole("button", { name: "Mute" }).waitFor();
    await expect.poll(() => seen.media).toBeGreaterThan(100);
    await expect.poll(() => seen.loudest, { timeout: 30_000 }).toBeGreaterThan(0x40);
    await expect.poll(() => seen.clears, { timeout: 30_000 }).toBeGreaterThan(0);
    expect(seen.marks).toBeGreaterThan(0);
    await phone.getByRole("button", { name: "Hang up" }).click();
  });

  test("without leave to use the microphone: it says so, and what helps", async () => {
    const business = await Business.signUp(inject("service"), "Carl's Cars");
    const { page } = await owner(business.email, { permissions: [] });
    await page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException("no", "NotAllowedError"));
    });
    await page.goto("/receptionist");
    const phone = page.getByRole("region", { name: "Talk to it" });

    await phone.getByRole("button", { name: "Call", exact: true }).click();

    await phone
      .getByRole("alert")
      .getByText(/may not use the microphone/)
      .waitFor();
    await phone.getByRole("button", { name: "Type instead" }).waitFor();
    expect((await business.get<Calls>("/api/v1/calls")).data).toEqual([]);
  });
});
