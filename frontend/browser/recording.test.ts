import { beforeAll, describe, expect, inject, test, vi } from "vitest";
import { Business } from "./business";
import { barriers, overhang, picture, settled } from "./looks";
import { NARROW, WIDE, sharedBrowser } from "./visitor";

const { owner } = sharedBrowser();

interface Rows {
  data: { id: string; state: string }[];
}

/** What a player shows is ready. */
async function recorded(business: Business, list: "calls" | "messages"): Promise<string> {
  return vi.waitUntil(
    async () => {
      const [first] = (await business.get<Rows>(`/api/v1/${list}`)).data;
      const details =
        first &&
        (await business.get<{ state: string | null }>(
          `/api/v1/${list}/${first.id}/recording/details`,
        ));
      return details?.state === "ready" && first?.id;
    },
    { timeout: 150_000, interval: 500 },
  );
}

describe("a recorded call", () => {
  let business: Business;
  let call: string;

  beforeAll(async () => {
    business = await Business.signUp(inject("service"), "Ace Garage Doors");
    await business.patch("/api/v1/business", { recording_consent: "announced" });
    await business.ring("hangs_up_mid_word");
    call = await recorded(business, "calls");
  }, 180_000);

  test("is played from a turn on, and the turn that is heard is seen", async () => {
    const { page, complaints } = await owner(business.email);
    await page.goto(`/calls/${call}`);
    const recording = page.getByRole("region", { name: "Recording" });
    const slider = recording.getByRole("slider", { name: "Place in the recording" });

    await page
      .getByRole("button", { name: /^Play from/ })
      .last()
      .click();
    await recording.getByRole("button", { name: "Pause the recording" }).waitFor();
    await page.locator("li[aria-current=true]").waitFor();
    const from = Number(await slider.inputValue());
    expect(from).toBeGreaterThan(0);

    await page.keyboard.press("p");
    await recording.getByRole("button", { name: "Play the recording" }).waitFor();
    await slider.focus();
    await page.keyboard.press("Home");
    await expect.poll(async () => slider.getAttribute("aria-valuetext")).toMatch(/^0:00/);
    await page.keyboard.press("ArrowRight");
    await expect.poll(async () => slider.getAttribute("aria-valuetext")).toMatch(/^0:01/);
    expect(complaints).toEqual([]);
  });

  test.each(
    (["light", "dark"] as const).flatMap((colorScheme) =>
      [WIDE, NARROW].map((viewport) => ({ colorScheme, viewport, width: viewport.width })),
    ),
  )("fits and can be used by all: $colorScheme, $width wide", async (look) => {
    const { page, complaints, close } = await owner(business.email, look);
    await page.goto(`/calls/${call}`);
    await page.getByRole("region", { name: "Recording" }).waitFor();
    await settled(page);
    await page
      .getByRole("button", { name: /^Play from/ })
      .first()
      .click();
    await page.locator("li[aria-current=true]").waitFor();
    await page.keyboard.press("p");
    expect(await overhang(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await picture(page, `recording-${look.colorScheme}-${look.width}`);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe("a voicemail", () => {
  test("is listened to in the inbox", async () => {
    const business = await Business.signUp(inject("service"), "Ace Garage Doors");
    const [receptionist] = (await business.get<Rows>("/api/v1/receptionists")).data;
    await business.patch(`/api/v1/receptionists/${receptionist?.id}`, { engine: "voicemail" });
    await business.post(`/api/v1/receptionists/${receptionist?.id}/publish`, {});
    await business.ring("new_lead_books_visit");
    const message = await recorded(business, "messages");
    for (const viewport of [WIDE, NARROW]) {
      const { page, complaints, close } = await owner(business.email, { viewport });
      await page.goto(`/inbox/${message}`);
      const article = page.getByRole("article");
      await article.getByRole("button", { name: "Play the recording" }).click();
      await article.getByRole("button", { name: "Pause the recording" }).waitFor();
      await settled(page);
      expect(await overhang(page)).toBe(0);
      expect(await barriers(page)).toEqual([]);
      await picture(page, `voicemail-${viewport.width}`);
      expect(complaints).toEqual([]);
      await close();
    }
  }, 200_000);
});
