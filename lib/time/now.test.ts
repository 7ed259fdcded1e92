import { afterEach, describe, expect, it, vi } from "vitest";
import { clock } from "@/lib/time/now";

describe("the present", () => {
  afterEach(() => vi.restoreAllMocks());

  it("is the real one unless a test says otherwise", () => {
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(1000);
  });

  it("can be put where a test wants it", () => {
    vi.spyOn(clock, "now").mockReturnValue(new Date("2026-11-24T15:00:00Z"));
    expect(clock.now().toISOString()).toBe("2026-11-24T15:00:00.000Z");
  });
});
