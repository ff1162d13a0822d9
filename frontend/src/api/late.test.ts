import { expect, test, vi } from "vitest";
import { http, HttpResponse, server } from "@/testing/server";
import { late } from "./late";
import { service } from "./service";

const gone = new TypeError("Failed to fetch dynamically imported module");

test("a part that was lost with the service comes when the service is back", async () => {
  let away = true;
  server.use(
    http.get("*/health/liveness", () =>
      away ? HttpResponse.error() : HttpResponse.json({ status: "UP" }),
    ),
  );
  const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(gone).mockResolvedValue("part");

  const part = late(load);
  await vi.waitUntil(() => service.isDown());
  expect(load).toHaveBeenCalledTimes(1);
  away = false;

  expect(await part).toBe("part");
});

test("a part that the service does not have is asked for once more, and then missed", async () => {
  server.use(http.get("*/health/liveness", () => HttpResponse.json({ status: "UP" })));
  const load = vi.fn<() => Promise<string>>().mockRejectedValue(gone);

  await expect(late(load)).rejects.toThrow(gone);

  expect(load).toHaveBeenCalledTimes(2);
  expect(service.isDown()).toBe(false);
});
