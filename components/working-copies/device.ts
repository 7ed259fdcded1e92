import { createStore, del, entries, set } from "idb-keyval";
import type { FormAddress, KeptCopy } from "@/lib/working-copies/limits";

/** A copy in this browser. Who typed it is part of its key. */
export interface DeviceCopy extends KeptCopy {
  person: string;
  /** One form on one page: two tabs do not overwrite each other. */
  form: string;
  at: number;
  /** The server has it too. */
  confirmed: boolean;
  /** It was sent with Continue, and nobody knows yet whether it arrived. */
  sent: boolean;
}

const DATABASE = "stafeta";
/** What the server has too need not stay here for ever; what it has not is never forgotten by itself. */
const FORGET_AFTER = 90 * 86_400_000;

let opened: ReturnType<typeof createStore> | null = null;
function store() {
  opened ??= createStore(DATABASE, "working-copies");
  return opened;
}

const keyOf = ({ person, writeUp, language, task, form }: DeviceCopy) =>
  [person, writeUp, language, task, form].join("/");

/** False when this browser keeps nothing, such as in a private window. */
export async function keepHere(copy: DeviceCopy): Promise<boolean> {
  return set(keyOf(copy), copy, store()).then(
    () => true,
    () => false,
  );
}

export async function forgetHere(copy: DeviceCopy): Promise<void> {
  await del(keyOf(copy), store()).catch(() => {});
}

/** What this person left in this browser, the newest first. */
export async function keptHere(person: string, address?: FormAddress): Promise<DeviceCopy[]> {
  const all = await entries<string, DeviceCopy>(store()).catch(() => []);
  const mine = all.map(([, copy]) => copy).filter((copy) => copy.person === person);
  const isOld = ({ at, confirmed }: DeviceCopy) => confirmed && at < Date.now() - FORGET_AFTER;
  for (const old of mine.filter(isOld)) await forgetHere(old);
  return mine
    .filter(
      (one) =>
        !address || (one.writeUp === address.writeUp && one.task === address.task && one.language === address.language),
    )
    .sort((a, b) => b.at - a.at);
}

/** Whether anything in this browser has not reached the server, whoever typed it. */
export async function anythingUnsent(): Promise<boolean> {
  const all = await entries<string, DeviceCopy>(store()).catch(() => []);
  return all.some(([, { confirmed, sent }]) => !confirmed && !sent);
}

export async function forgetEverything(): Promise<void> {
  const all = await entries<string, DeviceCopy>(store()).catch(() => []);
  for (const [, copy] of all) await forgetHere(copy);
}
