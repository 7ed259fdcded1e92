import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { USUAL_WEEK } from "@/lib/fair-hours/limits";
import { stripHours } from "@/lib/fair-hours/strip-hours";
import { Ledger } from "./ledger";
import { Strip } from "./strip";

const CITIES = [
  { id: "sfo", code: "SFO", name: "San Francisco", accent: "sfo", zone: "America/Los_Angeles" },
  { id: "tor", code: "TOR", name: "Turin", accent: "tor", zone: "Europe/Rome" },
];
const fair = CITIES.map(({ id, zone }) => ({
  id,
  zone,
  week: USUAL_WEEK,
  holidays: new Set<string>(),
  required: true,
  balance: 0,
}));

/** What is left for the ear: words alone, each cell on its own. */
function words(html: string): string[] {
  return html
    .replace(/<(td|th|caption)[^>]*>/g, "\n")
    .replace(/<[^>]*aria-hidden[^>]*>[^<]*<\/[a-z]+>/g, "")
    .replace(/<[^>]+>/g, "")
    .split("\n")
    .map((one) => one.trim());
}

it("somebody who listens to the strip of hours hears each hour with what it costs", () => {
  const strip = stripHours(fair, { date: "2026-11-30", zone: "Europe/Rome", slot: { minute: 990, minutes: 90 } });
  const html = renderToStaticMarkup(<Strip strip={strip} cities={CITIES} place="Turin" caption="Monday" locale="en" />);
  expect(words(html)).toEqual(
    expect.arrayContaining(["Turin 16", "San Francisco", "07 2 points an hour", "22 not allowed", "09 working hours"]),
  );
  expect(html).toContain("--from:9;--span:2;--lead:25%;--trail:0%");
});

it("the ledger stands by its sum, with what this session adds; who need not be there adds nothing", () => {
  const lines = [
    { id: "tor", code: "TOR", name: "Turin", accent: "tor", before: 12, burden: null },
    { id: "sfo", code: "SFO", name: "San Francisco", accent: "sfo", before: 54, burden: 8 },
  ];
  const html = renderToStaticMarkup(<Ledger lines={lines} caption="So far" locale="it" />);
  const rows = words(html).slice(-10);
  expect(rows).toEqual(["San Francisco", "13,5", "+2,0", "15,5", "", "Turin", "3,0", "facoltativa", "3,0", ""]);
});
