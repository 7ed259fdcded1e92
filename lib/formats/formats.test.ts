import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AGENDA_MAX, MINUTES_MAX, SCHEDULE_MINUTES_MIN } from "@/lib/sessions/limits";
import { FORMATS } from "./format-list";
import { FORMAT_NOTES } from "./format-notes";
import { agendaOf, formatName, formatOf, scale } from "./formats";

const total = (steps: readonly { minutes: number }[]) => steps.reduce((sum, step) => sum + step.minutes, 0);

describe("a format", () => {
  it("is one of thirteen, each with an id of its own", () => {
    expect(new Set(FORMATS.map((format) => format.id)).size).toBe(13);
  });

  it.each(FORMATS.map((format) => [format.id, format] as const))("%s has steps that fill its minutes", (_, format) => {
    expect(format.steps.reduce((sum, [minutes]) => sum + minutes, 0)).toBe(format.minutes);
    expect(format.steps.length).toBeLessThanOrEqual(AGENDA_MAX);
    for (const [, , , en, it] of format.steps) expect([en, it].every((title) => title.length > 2)).toBe(true);
  });

  it("keeps its own timings at its own length", () => {
    const assist = FORMATS[0];
    if (!assist) throw new Error("no format");
    expect(agendaOf(assist, 90, "en", "Dublin").map((step) => step.minutes)).toEqual([5, 10, 15, 25, 15, 12, 5, 3]);
  });

  it("sums to any length that can be scheduled, with no step below a minute", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FORMATS),
        fc.integer({ min: SCHEDULE_MINUTES_MIN, max: MINUTES_MAX }),
        (format, minutes) => {
          const steps = agendaOf(format, minutes, "en", null);
          expect(total(steps)).toBe(minutes);
          expect(Math.min(...steps.map((step) => step.minutes))).toBeGreaterThanOrEqual(1);
        },
      ),
    );
  });

  it("names the host city, in the language of the session", () => {
    const assist = formatOf("peer-assist");
    if (!assist) throw new Error("no format");
    expect(agendaOf(assist, 90, "en", "Dublin")[1]?.title).toBe("Dublin presents the problem");
    expect(agendaOf(assist, 90, "it", "Torino")[1]?.title).toBe("Torino presenta il problema");
    expect(agendaOf(assist, 90, "en", null)[1]?.title).toBe("The host city presents the problem");
    expect(agendaOf(assist, 90, "pl", null)[3]?.title).toBe("Peers discuss options; the host city listens");
  });

  it("says for how many it is, what for, what to do before, and where it comes from, in both languages", () => {
    expect(Object.keys(FORMAT_NOTES).sort()).toEqual(FORMATS.map(({ id }) => id).sort());
    for (const { size, purpose, before, after, basis } of Object.values(FORMAT_NOTES)) {
      expect(size[0]).toBeLessThan(size[1]);
      for (const { en, it } of [purpose, ...before, ...after]) {
        expect(en).toMatch(/[a-z0-9]\.$/);
        expect(it).toMatch(/[a-zà-ù0-9]\.$/);
      }
      expect(before.length).toBeGreaterThan(0);
      expect(basis.en.length * basis.it.length).toBeGreaterThan(0);
    }
  });

  it("has a name in both languages, and stands for itself when it is not ours any more", () => {
    expect(formatName("study-visit", "it")).toBe("Visita di studio");
    expect(formatName("open-space", "en")).toBe("open-space");
  });
});

it("a length with fewer minutes than steps is refused", () => {
  expect(() => scale([1, 1, 1], 2)).toThrow(RangeError);
});
