import type { FormValues } from "@/lib/action/form-data";
import { type CopyState, DEVICE_WAIT, type FormAddress, HEARTBEAT, type Other } from "@/lib/working-copies/limits";
import { Autosave, type SavedState } from "./autosave";
import { asValues, fieldOf, fieldsIn, rowsIn, sameFields } from "./form-fields";
import { type Found, findCopy, forgetFound, keepAside, sendLeftovers } from "./recovery";
import { sendWhenSettled } from "./send-when-settled";
import { leave, openForm, type Trouble, throwAway } from "./server";

const STORE_PATIENCE = 1500;

interface Told {
  fill: (values: FormValues) => void;
  onSaved: (saved: SavedState) => void;
  onOthers: (others: Other[]) => void;
  /** Something was found; `put`: it is in the form already. Null: nothing to decide any more. */
  onFound: (found: Found | null, put: boolean) => void;
}

export interface Kept {
  use: (found: Found) => void;
  drop: (found: Found) => void;
  /** An answer came, and it was not that all is well. */
  returned: () => void;
  end: () => void;
}

/** Everything that goes on around one form while somebody has it open. */
export function keepForm(form: HTMLFormElement, address: FormAddress, person: string, told: Told): Kept {
  const start = fieldsIn(form);
  const ended = new AbortController();
  const { signal } = ended;
  let opening: Promise<boolean> | null = null;
  let known = false;
  let asked = false;
  let inForm: Found | null = null;

  /** Until the server said what it has, nothing is sent that could replace it. */
  const open = async (): Promise<boolean> => {
    if (known) return true;
    opening ??= arrive().finally(() => {
      opening = null;
    });
    return opening;
  };
  const autosave = new Autosave(form, address, person, {
    open,
    onState: (state) => !signal.aborted && told.onSaved(state),
    onAnswer: ({ others }) => !signal.aborted && told.onOthers(others),
  });

  const arrive = async (): Promise<boolean> => {
    const state = await openForm(address).catch((trouble: Trouble) => trouble);
    const first = !asked;
    asked = true;
    // What is refused now is refused again when it is to be saved, and then said.
    if (state === "refused") return true;
    if (state === "away") {
      if (first) recover(null);
      return false;
    }
    autosave.goOnFrom(state.serial);
    if (!signal.aborted) told.onOthers(state.others);
    // A browser whose store does not answer must not keep anything from the server.
    await Promise.race([recover(state), new Promise((resolve) => setTimeout(resolve, STORE_PATIENCE))]);
    known = true;
    sendLeftovers(person, address);
    return true;
  };

  const recover = async (state: CopyState | null) => {
    const place = { person, address, form: autosave.id, saved: start, now: fieldsIn(form) };
    const found = await findCopy(place, state);
    if (!found || (signal.aborted && autosave.untouched)) return;
    const fits = found.seen === fieldOf(start, "seen") && rowsIn(found.fields) <= rowsIn(start);
    const put = fits && autosave.untouched && sameFields(fieldsIn(form), start) && !signal.aborted;
    if (put) fill(found);
    else await keepAside(found, place, state);
    if (!signal.aborted) told.onFound(found, put);
  };

  const fill = (found: Found) => {
    inForm = found;
    told.fill(asValues(found.fields, form));
    // The fields are made anew with these values; then they are kept as if they had just been typed. Somebody may be quicker.
    setTimeout(() => (autosave.look() || autosave.goesOnFrom(found.fields)) && forgetFound(found), DEVICE_WAIT);
  };

  const beat = async () => {
    if (document.visibilityState !== "visible") return;
    const state = await openForm(address).catch(() => null);
    if (state && !signal.aborted) told.onOthers(state.others);
  };
  const heart = setInterval(beat, HEARTBEAT);
  const flush = () => autosave.send();

  for (const event of ["input", "change", "keyup", "click", "focusout", "drop"])
    form.addEventListener(event, autosave.touched, { signal });
  addEventListener("online", flush, { signal });
  addEventListener(
    "pagehide",
    () => {
      flush();
      leave(address);
    },
    { signal },
  );
  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? flush() : beat()), {
    signal,
  });
  const sending = sendWhenSettled(form, autosave, signal);
  open();

  return {
    use: (found) => {
      if (rowsIn(found.fields) > rowsIn(fieldsIn(form))) {
        // The page has to make more rows first; what was typed waits on the server or the device.
        const wanted = new URL(location.href);
        wanted.searchParams.set("rows", String(rowsIn(found.fields)));
        location.assign(wanted);
        return;
      }
      fill(found);
      told.onFound(found, true);
    },
    drop: async (found) => {
      told.onFound(null, false);
      if (inForm !== found) {
        // What is in the form was typed since, and stays.
        if (autosave.untouched) await throwAway(address).catch(() => {});
        return forgetFound(found);
      }
      const hushed = autosave.hush();
      told.fill(asValues(start, form));
      await hushed;
      await forgetFound(found);
      await throwAway(address).catch(() => {});
      autosave.forget(start);
    },
    returned: () => autosave.returns(),
    end: () => {
      clearInterval(heart);
      ended.abort();
      autosave.end();
      leave(address);
      setTimeout(() => sending.arrived() && autosave.arrived(), 500);
    },
  };
}
