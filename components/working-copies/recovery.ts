import type { CopyState, Fields, FormAddress } from "@/lib/working-copies/limits";
import { type DeviceCopy, forgetHere, keepHere, keptHere } from "./device";
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

/** What is worth offering: the newest that the saved text does not have. What the text has is forgotten on the way. */
export async function findCopy(
  person: string,
  address: FormAddress,
  state: CopyState | null,
  now: Fields,
): Promise<Found | null> {
  const here: DeviceCopy[] = [];
  for (const copy of await keptHere(person, address)) {
    const done = state !== null && (copy.sent || copy.confirmed) && !(copy.serial > state.serial);
    if (done || sameWords(copy.fields, now)) await forgetHere(copy);
    else here.push(copy);
  }
  const [newest] = here;
  const there = state?.copy ?? null;
  if (newest && !(there && newest.confirmed))
    return { fields: newest.fields, seen: newest.seen, at: new Date(newest.at), here };
  if (!there) return null;
  if (sameWords(there.fields, now)) {
    await throwAway(address).catch(() => {});
    return null;
  }
  return { fields: there.fields, seen: there.seen, at: new Date(there.at), here };
}

/** What a closed tab or a dropped line left behind goes to the server. One that came too late stays here, to be offered. */
export async function sendLeftovers(person: string): Promise<void> {
  for (const copy of await keptHere(person)) {
    if (copy.confirmed || copy.sent) continue;
    const answer = await sendCopy(copy).catch(() => null);
    if (answer?.kept) await keepHere({ ...copy, confirmed: true });
  }
}

export async function forgetFound({ here }: Found, address: FormAddress): Promise<void> {
  for (const copy of here) await forgetHere(copy);
  await throwAway(address).catch(() => {});
}
