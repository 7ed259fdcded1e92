import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { mergeNote } from "@/lib/notes/merge";
import type { KeptNote } from "@/lib/notes/types";
import type { Draft } from "./note-device";
import { type Keeping, NoteKeeper } from "./note-keeper";

const device = vi.hoisted(() => ({ kept: new Map<string, object>() }));
vi.mock("./note-device", () => ({
  keepDraft: async (draft: Draft) => {
    device.kept.set(draft.id, { ...draft });
    return true;
  },
  forgetDraft: async ({ id }: Draft) => {
    device.kept.delete(id);
  },
  holdDraft: () => () => {},
}));

/** What becomes of a sending: it arrives and so does the answer, only it arrives, or it does not. */
type Line = "good" | "answer lost" | "lost";
const server = { notes: new Map<string, string>(), removed: new Set<string>(), locked: false, line: [] as Line[] };

let versions = 0;

function keepOnServer(sent: { id: string; aside: string; base: string; maybe: string | null; body: string }): KeptNote {
  const before = server.notes.get(sent.id);
  const version = ++versions;
  const seen = (id: string, removedBy: string | null) => ({ id, removedBy, version }) as KeptNote["note"];
  if (server.removed.has(sent.id)) return { note: seen(sent.id, "Anna"), aside: null, body: "" };
  const { body, aside } = before === undefined ? { body: sent.body, aside: false } : mergeNote(sent, before);
  server.notes.set(sent.id, body);
  if (aside) server.notes.set(sent.aside, sent.body);
  return { note: seen(sent.id, null), aside: aside ? seen(sent.aside, null) : null, body };
}

beforeEach(() => {
  vi.useFakeTimers();
  server.notes.clear();
  server.removed.clear();
  device.kept.clear();
  Object.assign(server, { locked: false, line: [] });
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("removeEventListener", () => {});
  vi.stubGlobal("fetch", async (_path: string, { body }: { body: string }) => {
    const line = server.line.shift() ?? "good";
    if (line === "lost") throw new TypeError("no line");
    if (server.locked) return Response.json({}, { status: 409 });
    const answer = keepOnServer(JSON.parse(body));
    if (line === "answer lost") throw new TypeError("no line");
    return Response.json(answer);
  });
});

let ids = 0;

/** A field and its keeper. */
function open(id: string, base = "") {
  const field = { body: base, state: null as Keeping | null, id };
  const draft: Draft = {
    ...{ id, session: "s", person: "p", step: null, kind: "note", language: "en" },
    ...{ base, body: base, maybe: null, aside: `aside${ids++}` },
  };
  const keeper = new NoteKeeper(draft, {
    onState: (state) => {
      field.state = state;
    },
    onWords: (words) => {
      field.body = words;
    },
    onId: (next) => {
      field.id = next;
    },
  });
  const type = (body: string) => {
    field.body = body;
    keeper.type({ body, step: null, kind: "note", language: "en" });
  };
  return { field, keeper, type };
}

describe("somebody who types a note", () => {
  test("has it on the server within half a second, and not on the device any more", async () => {
    const { field, type } = open("n");
    type("Who");
    type("Who rang ");
    expect(field.state?.server).toBe("waiting");
    await vi.advanceTimersByTimeAsync(400);
    expect(server.notes.get("n")).toBe("Who rang ");
    expect(field.state).toMatchObject({ server: "saved", device: "saved" });
    expect(device.kept.size).toBe(0);
  });

  test("makes no note of blanks", async () => {
    const { type } = open("n");
    type("  ");
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.notes.size).toBe(0);
  });

  test("goes on without a line: the device has it until the server does", async () => {
    server.line = ["lost", "lost", "answer lost"];
    const { field, type } = open("n");
    type("one");
    await vi.advanceTimersByTimeAsync(400);
    expect(field.state).toMatchObject({ server: "away", device: "saved" });
    expect(device.kept.get("n")).toMatchObject({ body: "one" });
    type("one two");
    await vi.advanceTimersByTimeAsync(20_000);
    expect([...server.notes]).toEqual([["n", "one two"]]);
    expect(field.state?.server).toBe("saved");
  });

  test("gets what somebody else changed in it meanwhile", async () => {
    server.notes.set("n", "the city keeps lists");
    const { field, keeper, type } = open("n", "the city keeps lists");
    keeper.heard({ body: "The city keeps lists", removedBy: null, version: 1 });
    expect(field.body).toBe("The city keeps lists");
    server.notes.set("n", "The old city keeps lists");
    type("The city keeps lists of names");
    await vi.advanceTimersByTimeAsync(400);
    expect(field.body).toBe("The old city keeps lists of names");
    expect(server.notes.get("n")).toBe("The old city keeps lists of names");
  });

  test("does not go back to what they typed before, when that comes late", async () => {
    const { field, keeper, type } = open("n");
    type("one two");
    await vi.advanceTimersByTimeAsync(400);
    keeper.heard({ body: "one", removedBy: null, version: versions - 1 });
    expect(field.body).toBe("one two");
  });

  test("goes on in a note of their own when the words clash, and is told", async () => {
    server.notes.set("n", "the harbour");
    const { field, type } = open("n", "the city");
    type("the river");
    await vi.advanceTimersByTimeAsync(400);
    expect(field.state?.notice).toEqual({ what: "aside" });
    type("the river Dora");
    await vi.advanceTimersByTimeAsync(400);
    expect([...server.notes.values()].sort()).toEqual(["the harbour", "the river Dora"]);
  });

  test("keeps the words when somebody removed the note, as a new one", async () => {
    const { field, type } = open("n");
    type("Keep");
    await vi.advanceTimersByTimeAsync(400);
    server.removed.add("n");
    type("Keep this");
    await vi.advanceTimersByTimeAsync(1000);
    expect(field.id).not.toBe("n");
    expect(server.notes.get(field.id)).toBe("Keep this");
  });

  test("is told that the minutes are locked, and keeps the words on the device", async () => {
    server.locked = true;
    const { field, type } = open("n");
    type("Too late");
    await vi.advanceTimersByTimeAsync(400);
    expect(field.state?.server).toBe("locked");
    expect(device.kept.get("n")).toMatchObject({ body: "Too late" });
  });

  test("is told when it is too long, and nothing is cut", async () => {
    const { field, type } = open("n");
    type("x".repeat(4001));
    await vi.advanceTimersByTimeAsync(400);
    expect(field.state?.server).toBe("tooLong");
    expect(server.notes.size).toBe(0);
  });
});

test("two who write in one note over lines that fail lose no word", async () => {
  const step = fc.record({
    who: fc.constantFrom(0, 1),
    at: fc.nat(20),
    pause: fc.constantFrom(0, 10, 100, 300, 3000),
    line: fc.constantFrom<Line>("good", "good", "good", "lost", "answer lost"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      server.notes.clear();
      server.notes.set("n", "start of the note");
      const writers = [open("n", "start of the note"), open("n", "start of the note")];
      const typed: string[] = [];
      for (const [number, { who, at, pause, line }] of steps.entries()) {
        server.line.push(line);
        const writer = writers[who];
        if (!writer) continue;
        const word = `${who ? "b" : "a"}${number}w`;
        const words = writer.field.body.split(" ");
        words.splice(Math.min(at, words.length), 0, word);
        typed.push(word);
        writer.type(words.join(" "));
        await vi.advanceTimersByTimeAsync(pause);
      }
      server.line = [];
      await vi.advanceTimersByTimeAsync(60_000);
      const all = [...server.notes.values()].join(" ");
      for (const word of typed) expect(all).toContain(word);
      for (const { keeper } of writers) keeper.end();
    }),
    { numRuns: 60 },
  );
});
