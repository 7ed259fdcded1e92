import type { FormValues } from "@/lib/action/form-data";
import { DEVICE_WAIT, type Fields, type FormAddress, HEARTBEAT, type Other } from "@/lib/working-copies/limits";
import { Autosave, type SavedState } from "./autosave";
import { forgetHere } from "./device";
import { asValues, fieldOf, fieldsIn, rowsIn } from "./form-fields";
import { type Found, findCopy, forgetFound, sendLeftovers } from "./recovery";
import { leave, openForm } from "./server";

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
export function keepForm(form: HTMLFormElement, address: FormAddress, known: string | undefined, told: Told): Kept {
  const start = fieldsIn(form);
  const ended = new AbortController();
  const { signal } = ended;
  let autosave: Autosave | null = null;
  let passing = false;
  let left = location.href;

  const begin = (person: string) => {
    autosave = new Autosave(form, address, person);
    autosave.onState = (state) => !signal.aborted && told.onSaved(state);
    autosave.onAnswer = ({ others }) => !signal.aborted && told.onOthers(others);
    autosave.touched();
  };
  const hear = () => autosave?.touched();
  const beat = async () => {
    if (document.visibilityState !== "visible") return null;
    const state = await openForm(address).catch(() => null);
    if (state && !signal.aborted) told.onOthers(state.others);
    return state;
  };
  const flush = () => {
    autosave?.look();
    autosave?.send();
  };

  if (known) begin(known);
  for (const event of ["input", "change", "keyup", "click", "focusout", "drop"])
    form.addEventListener(event, hear, { signal });
  addEventListener(
    "pagehide",
    () => {
      flush();
      leave(address);
    },
    { signal },
  );
  addEventListener("online", flush, { signal });
  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? flush() : beat()), {
    signal,
  });
  const heart = setInterval(beat, HEARTBEAT);

  form.addEventListener(
    "submit",
    (event) => {
      if (!autosave) return;
      if (passing) {
        passing = false;
        left = location.href;
        autosave.goes();
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      // The server has what was typed before it is asked to save it; without a line nothing is sent that would be lost.
      const { submitter } = event;
      const go = () => {
        if (signal.aborted) return;
        passing = true;
        form.requestSubmit(submitter?.isConnected ? submitter : null);
      };
      // Not at once: while a form says that it is being sent, it cannot be asked to send.
      autosave.settle().then((reached) => reached && setTimeout(go));
    },
    { signal },
  );

  const put = (found: Found) => {
    told.fill(asValues(found.fields, form));
    // The fields are made anew with these values; then they are kept as if they had just been typed.
    setTimeout(() => {
      autosave?.look();
      for (const copy of found.here) forgetHere(copy);
    }, DEVICE_WAIT);
  };

  const arrive = async () => {
    const state = await beat();
    const person = state?.person ?? known;
    if (!person || signal.aborted) return;
    if (!autosave) begin(person);
    if (autosave) autosave.serial = Math.max(autosave.serial, state?.serial ?? 0);
    const found = await findCopy(person, address, state, start);
    if (found && !signal.aborted) {
      const fits = found.seen === fieldOf(start, "seen") && rowsIn(found.fields) <= rowsIn(start);
      const free = autosave?.untouched && same(fieldsIn(form), start);
      if (fits && free) put(found);
      told.onFound(found, Boolean(fits && free));
    }
    await sendLeftovers(person);
  };
  arrive();

  return {
    use: (found) => {
      if (rowsIn(found.fields) > rowsIn(fieldsIn(form))) {
        // The page has to make more rows first; what was typed waits on the server or the device.
        const wanted = new URL(location.href);
        wanted.searchParams.set("rows", String(rowsIn(found.fields)));
        location.assign(wanted);
        return;
      }
      put(found);
      told.onFound(found, true);
    },
    drop: async (found) => {
      told.onFound(null, false);
      await forgetFound(found, address);
      told.fill(asValues(start, form));
      setTimeout(() => autosave?.forget(), DEVICE_WAIT);
    },
    returned: () => autosave?.returns(),
    end: () => {
      const going = autosave;
      clearInterval(heart);
      ended.abort();
      going?.end();
      leave(address);
      // Continue leads elsewhere when all is well; the address of the page says so.
      setTimeout(
        () =>
          location.href !== left &&
          /[?&](saved|rows|moved)=/.test(location.search) &&
          going?.wasSent &&
          going.arrived(),
        500,
      );
    },
  };
}

function same(a: Fields, b: Fields): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
