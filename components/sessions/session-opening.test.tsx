import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { SessionView } from "@/lib/sessions/types";
import { SessionOpening } from "./session-opening";

const BEFORE: SessionView = {
  ...{ id: "s", cohortId: "c", status: "scheduled", moment: "before", doorsOpen: false, language: "en" },
  ...{ format: "case-clinic", ownFormat: null, title: "Giving money away quickly", purpose: "Who decides?" },
  ...{ wallStart: "2026-12-01T16:00", zone: "Europe/Rome", minutes: 60, mode: "online", confidentiality: "open" },
  ...{ startsAt: new Date("2026-12-01T15:00:00Z"), endsAt: new Date("2026-12-01T16:00:00Z") },
  ...{ joinUrl: "https://meet.example.org/clinic", location: null, capacity: null, seatsTaken: 0 },
  ...{ seatsHeldUntil: null, noteTakerId: null, runnerId: null, seriesId: null, seriesStart: null, stepId: null },
  ...{ wentLiveAt: null, heldAt: null, uid: "u", sequence: 0, stampedAt: new Date("2026-11-01T10:00:00Z") },
  ...{ cancelledReason: null, creator: { id: "p", name: "Marta D." }, host: null, cities: [], others: [], waiting: [] },
  ...{ series: null, agenda: [], readings: [], myAnswer: null, myId: "q", myWorkspaceIds: [], readerCity: null },
  ...{ readerZone: "Europe/Rome", now: new Date("2026-11-30T15:00:00Z") },
  abilities: {
    ...{ edit: false, cancel: false, answer: true, join: true },
    ...{ comment: true, note: true, readNotes: true, run: false },
  },
};
const ON: SessionView = { ...BEFORE, moment: "now", doorsOpen: true, now: new Date("2026-12-01T15:05:00Z") };

const page = (session: SessionView) =>
  renderToStaticMarkup(<SessionOpening session={session} place="Turin" done={null} locale="en" />);

test("whoever opens a session that is on joins it first; that they come late they may still say", () => {
  const html = page(ON);
  const words = ["https://meet.example.org/clinic", "It is on now", "If you come later, say so here.", "I am coming"];
  const places = words.map((one) => html.indexOf(one));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(html).not.toContain("Are you coming?");
  expect(page({ ...ON, myAnswer: "not" })).toContain("You said that you cannot come.");
});

test("whoever opens it a day before is asked whether they come", () => {
  const html = page(BEFORE);
  expect(html).toContain("Are you coming?");
  expect(html).not.toContain("It is on now");
});
