import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { Business } from "./business";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the service is. */
    service: string;
    /** Where the one browser listens that all tests share. */
    browser: string;
    /** Where screenshots and measurements go. */
    artefacts: string;
    /** A business with something to show: calls of several kinds, on their way when the tests start. */
    showcase: { email: string; calls: string[] };
  }
}

/** Before all tests: one browser, and one business that has something to show. */
export default async function setup(project: TestProject) {
  const service = process.env.FRONTDESK_URL ?? "http://localhost:8080";
  const executablePath = process.env.CHROMIUM; // run.mjs has found it
  const artefacts = fileURLToPath(new URL("../../backend/target/browser/", import.meta.url));
  rmSync(artefacts, { recursive: true, force: true });
  mkdirSync(artefacts, { recursive: true });

  const showcase = await Business.signUp(service, "Ace Garage Doors");
  const calls = [];
  for (const scenario of ["new_lead_books_visit", "message_after_hours", "caller_interrupts"]) {
    calls.push(await showcase.ring(scenario));
  }
  const voice = join(artefacts, "voice.wav");
  writeFileSync(voice, await showcase.speech("Hello, hello. Can you hear me? I have a question."));
  const browser = await chromium.launchServer({
    executablePath,
    args: [
      "--lang=en-US",
      // Its microphone says this again and again, to pages that may listen.
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-audio-capture=${voice}`,
    ],
  });

  project.provide("service", service);
  project.provide("browser", browser.wsEndpoint());
  project.provide("artefacts", artefacts);
  project.provide("showcase", { email: showcase.email, calls });
  return () => browser.close();
}
