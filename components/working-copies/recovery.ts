import type { CopyState, Fields, FormAddress } from "@/lib/working-copies/limits";
import { type DeviceCopy, forgetHere, keepHere, keptHere, noteHere } from "./device";
import { sameWords } from "./form-fields";
import { sendCopy, throwAway } from "./server";

/** What somebody typed here before and did not save. */
export interface Found {
  fields: Fields;
  seen: string;
  at: Date;
  /** Copies in this browser that it stands for. */
  here: DeviceCopy[];
}

interface Place {
  person: string;
  address: FormAddress;
  /** The form that asks: what it keeps itself is no finding. */
  form: string;
  /** What the text has, and what the form holds now. */
  saved: Fields;
  now: Fields;
}

/**
 * What is worth offering, one at a time: the newest that the saved text does not have. What the text has is forgotten on the
 * way; what is not offered yet stays in this browser.
 */
export async function findCopy(place: Place, state: CopyState | null): Promise<Found | null> {
  const { person, address, saved, now } = place;
  const isHere = (fields: Fields) => sameWords(fields, saved) || sameWords(fields, now);
  const here: DeviceCopy[] = [];
  for (const copy of await keptHere(person, address)) {
    if (copy.form === place.form) continue;
    const done = state !== null && (copy.sent || copy.confirmed) && !(copy.serial > state.serial);
    if (done || isHere(copy.fields)) await forgetHere(copy);
    else here.push(copy);
  }
  const there = state?.copy && !isHere(state.copy.fields) ? state.copy : null;
  if (state?.copy && sameWords(state.copy.fields, saved)) await throwAway(address).catch(() => {});
  const [newest] = here;
  if (!there) return newest ? fromHere(newest, here) : null;
  // The server has gone on without this browser when its serial is beyond; else it has an earlier state of the same words.
  const apart = newest && state && state.serial > newest.serial;
  const fromThere = { fields: there.fields, seen: there.seen, at: new Date(there.at), here: [] };
  if (newest && !newest.confirmed && !(apart && fromThere.at.getTime() > newest.at)) {
    if (apart) await keepAside(fromThere, place, state);
    return fromHere(newest, here);
  }
  return fromThere;
}

function fromHere(copy: DeviceCopy, all: DeviceCopy[]): Found {
  const alike = all.filter((one) => one.confirmed || sameWords(one.fields, copy.fields));
  return { fields: copy.fields, seen: copy.seen, at: new Date(copy.at), here: alike };
}

/** What the server has is about to be replaced by what is typed now: this browser keeps it until somebody has decided. */
export async function keepAside(found: Found, { person, address }: Place, state: CopyState | null): Promise<void> {
  if (!state || found.here.length > 0) return;
  const copy: DeviceCopy = {
    ...address,
    person,
    fields: found.fields,
    seen: found.seen,
    version: state.copy?.version ?? 0,
    form: `aside-${state.serial}`,
    // Not above the server's own, so that it never goes back there by itself.
    serial: state.serial,
    at: found.at.getTime(),
    confirmed: false,
    sent: false,
  };
  if (await keepHere(copy)) found.here.push(copy);
}

/**
 * What a closed tab or a dropped line left behind in other forms than the open one goes to the server: of each form the
 * newest. One that came too late stays here, to be offered. Gives how many went.
 */
export async function sendLeftovers(person: string, open: FormAddress | null): Promise<number> {
  const addressOf = ({ writeUp, task, language }: FormAddress) => `${writeUp} ${task} ${language}`;
  const here = open && addressOf(open);
  const done = new Set(here ? [here] : []);
  let sent = 0;
  for (const copy of await keptHere(person)) {
    const address = addressOf(copy);
    // A note of a session is kept the same way, but goes elsewhere; what no draft was made of yet has nowhere to go.
    if (copy.task === "note" || copy.writeUp === "" || copy.confirmed || copy.sent || address === here) continue;
    if (done.has(address)) {
      // Of another tab than the one that was sent: no earlier state of its words.
      await noteHere(copy, { serial: 0 });
      continue;
    }
    done.add(address);
    const answer = await sendCopy(copy).catch(() => null);
    if (!answer?.kept) continue;
    sent += 1;
    await noteHere(copy, { confirmed: true });
  }
  return sent;
}

export async function forgetFound({ here }: Found): Promise<void> {
  for (const copy of here) await forgetHere(copy);
}
