import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { PASSWORD } from "./business";

export const WIDE = { width: 1280, height: 800 };
export const NARROW = { width: 375, height: 740 };

/** Somebody with a browser of their own: nothing in it yet. */
export interface Visitor {
  page: Page;
  /** What went wrong in the page that nobody sees: errors of scripts, and what the security policy refused. */
  complaints: string[];
  close: () => Promise<void>;
}

/** The browser of this file's tests. */
export function sharedBrowser() {
  let browser: Browser;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    browser = await chromium.connect(inject("browser"));
  });
  afterAll(async () => {
    await browser.close();
  });

  async function visitor(options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL: inject("service"),
      viewport: WIDE,
      locale: "en-US",
      timezoneId: "America/New_York",
      reducedMotion: "reduce",
      ...options,
    });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" && !isRefusal(message.text())) {
        complaints.push(message.text());
      }
    });
    const someone = { page, complaints, close: () => context.close() };
    visitors.push(someone);
    return someone;
  }

  /** Somebody who is signed in: the cookie is there, as after a visit yesterday. */
  async function owner(email: string, options: BrowserContextOptions = {}): Promise<Visitor> {
    const someone = await visitor(options);
    const answer = await someone.page.request.post("/api/v1/auth/login", {
      data: { email, password: PASSWORD },
    });
    expect(answer.status()).toBe(200);
    await someone.page.addInitScript(() => {
      localStorage.setItem("frontdesk-signed-in", "1");
    });
    return someone;
  }

  return { visitor, owner };
}

/** A request that was answered with an error, which the browser writes down and the page shows. */
function isRefusal(text: string): boolean {
  return text.startsWith("Failed to load resource");
}

/** Fills in the log-in's form. */
export async function logIn(page: Page, email: string, password = PASSWORD) {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
}
