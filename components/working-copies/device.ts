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

/** Forms that kept something, and those whose person has signed out since, here or in another tab: they keep nothing more. */
const forms = new Set<string>();
const over = new Set<string>();

let opened: { store: ReturnType<typeof createStore>; tabs: BroadcastChannel } | null = null;
function open() {
  if (!opened) {
    opened = { store: createStore(DATABASE, "working-copies"), tabs: new BroadcastChannel(DATABASE) };
    opened.tabs.onmessage = closeForms;
  }
  return opened;
}
const store = () => open().store;

function closeForms(): void {
  for (const form of forms) over.add(form);
}

const keyOf = ({ person, writeUp, language, task, form }: DeviceCopy) =>
  [person, writeUp, language, task, form].join("/");

/** False when this browser keeps nothing, such as in a private window, or after signing out. */
export async function keepHere(copy: DeviceCopy): Promise<boolean> {
  if (over.has(copy.form)) return false;
  forms.add(copy.form);
  return set(keyOf(copy), copy, store()).then(
    () => true,
    () => false,
  );
}

/** Notes something about a copy, unless its form has kept a newer one since. */
export async function noteHere(copy: DeviceCopy, change: Partial<DeviceCopy>): Promise<void> {
  const note = (kept: IDBObjectStore) =>
    new Promise<void>((resolve) => {
      const asked: IDBRequest<DeviceCopy | undefined> = kept.get(keyOf(copy));
      asked.onerror = () => resolve();
      asked.onsuccess = () => {
        if (asked.result?.at === copy.at) kept.put({ ...asked.result, ...change }, keyOf(copy));
        resolve();
      };
    });
  await store()("readwrite", note).catch(() => {});
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

/** Also in the tabs that are still open: what is on its way there is not kept again. */
export async function forgetEverything(): Promise<void> {
  closeForms();
  open().tabs.postMessage("signed out");
  const all = await entries<string, DeviceCopy>(store()).catch(() => []);
  for (const [, copy] of all) await forgetHere(copy);
}
