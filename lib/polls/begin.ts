import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors/errors";
import { type Start, startFrom } from "@/lib/sessions/start";
import { endOfDay } from "./deadline";
import { beginPoll } from "./open";
import type { BeginInput } from "./schema";

/** Begins a poll from its form: the hours that were ticked, and those that were typed. */
export async function beginPollFrom(actor: Actor, input: BeginInput): Promise<{ id: string }> {
  const ticked = input.slots.map((slot) => atField("slots", () => startFrom({ slot, date: "", time: "", zone: "" })));
  const typed = input.typed.flatMap(({ date, time }, index) =>
    date === "" && time === ""
      ? []
      : [atField(`typed.${index}`, () => startFrom({ slot: "", date, time, zone: actor.zone }))],
  );
  const options = [...new Map([...ticked, ...typed].map((start) => [start.startsAt.getTime(), start])).values()];
  const closesAt = input.until === "" ? null : endOfDay(input.until, actor.zone, "until");
  return renamed({ options: "slots", closesAt: "until" }, () =>
    beginPoll(actor, { sessionId: input.id, options, closesAt }),
  );
}

/** What is wrong with a time stands at the row in which it was typed. */
function atField(field: string, read: () => Start): Start {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "invalid") throw error;
    const fields = Object.entries(error.fields).map(
      ([name, wrong]) => [field === "slots" ? field : `${field}.${name}`, wrong] as const,
    );
    throw new AppError("invalid", { fields: Object.fromEntries(fields) });
  }
}

/** The form calls its fields otherwise than the verb. */
async function renamed<T>(names: Record<string, string>, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "invalid") throw error;
    const fields = Object.entries(error.fields).map(([name, wrong]) => [names[name] ?? name, wrong] as const);
    throw new AppError("invalid", { fields: Object.fromEntries(fields) });
  }
}
