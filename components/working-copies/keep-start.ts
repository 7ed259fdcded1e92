import type { FormValues } from "@/lib/action/form-data";
import { DEVICE_WAIT, type Fields } from "@/lib/working-copies/limits";
import type { SavedState } from "./autosave";
import { type DeviceCopy, forgetHere, keepHere, keptHere } from "./device";
import { asValues, fieldsIn, hasTyped, sameFields } from "./form-fields";

/** Where a server that is there answers at once. */
const PULSE = "/api/health/live";
const PATIENCE = 5000;

interface Told {
  fill: (values: FormValues) => void;
  onSaved: (saved: SavedState | null) => void;
  /** Something was put back into the form; null when it was thrown away. */
  onPut: (at: Date | null) => void;
}

export interface KeptStart {
  drop: () => void;
  /** An answer came, and it was not a draft. */
  returned: () => void;
  end: () => void;
}

/**
 * Keeps what is typed before there is a draft, or into a note beside one, on this device alone: the server has no place for it.
 * Without a line it is not sent, since the page that says so would have no form.
 */
export function keepStart(form: HTMLFormElement, kind: string, person: string, told: Told): KeptStart {
  const start = typedIn(form);
  const id = Math.random().toString(36).slice(2);
  const ended = new AbortController();
  const { signal } = ended;
  const left = location.pathname;
  let last = start;
  let copy: DeviceCopy | null = null;
  let before: DeviceCopy[] = [];
  let looking: ReturnType<typeof setTimeout> | undefined;
  let sent = false;
  let device: SavedState["device"] = "nothing";
  let server: SavedState["server"] = "nothing";

  const say = () => !signal.aborted && told.onSaved({ device, server });

  const forget = () => {
    if (copy) forgetHere(copy);
    for (const old of before.splice(0)) forgetHere(old);
    copy = null;
  };
  const look = () => {
    clearTimeout(looking);
    looking = undefined;
    const fields = typedIn(form);
    if (sameFields(fields, last)) return;
    last = fields;
    if (!hasWords(form)) {
      device = "nothing";
      say();
      return forget();
    }
    copy = copyOf(fields, { id, kind, person });
    keepHere(copy).then((kept) => {
      device = kept ? "saved" : "unable";
      say();
      if (kept) for (const old of before.splice(0)) forgetHere(old);
    });
  };
  const touched = () => {
    looking ??= setTimeout(look, DEVICE_WAIT);
  };

  const recover = async () => {
    const found = await keptHere(person, { writeUp: "", language: "", task: kind });
    const [newest] = found;
    if (!newest || copy || signal.aborted || hasTyped(form)) return;
    // Another one waits for its turn.
    before = found.filter(({ fields }) => sameFields(fields, newest.fields));
    told.fill(asValues(newest.fields, form));
    told.onPut(new Date(newest.at));
    setTimeout(look, DEVICE_WAIT);
  };

  let passing = false;
  let asking = false;
  const check = (event: SubmitEvent) => {
    if (passing) return;
    event.preventDefault();
    event.stopPropagation();
    if (asking) return;
    asking = true;
    look();
    isThere().then((there) => {
      asking = false;
      if (signal.aborted) return;
      server = there ? "nothing" : "away";
      say();
      if (!there) return;
      passing = true;
      sent = true;
      form.requestSubmit();
      passing = false;
    });
  };

  if (hasTyped(form)) {
    // What was typed before the page came to life is new.
    last = [];
    look();
  }
  recover();
  for (const event of ["input", "change"]) form.addEventListener(event, touched, { signal });
  form.addEventListener("submit", check, { signal });
  addEventListener("pagehide", look, { signal });

  return {
    drop: () => {
      told.onPut(null);
      told.onSaved(null);
      told.fill(asValues(start, form));
      forget();
      last = start;
    },
    returned: () => {
      sent = false;
      touched();
    },
    end: () => {
      if (!sent) look();
      ended.abort();
      // It led to the draft that was made of it, or the page says what was done.
      const arrived = () => sent && (location.pathname !== left || /[?&]done=/.test(location.search)) && forget();
      setTimeout(arrived, 500);
    },
  };
}

/** Without the key of the form: what is put back may be another draft than the one that was sent. */
function typedIn(form: HTMLFormElement): Fields {
  return fieldsIn(form).filter(([name]) => name !== "formKey");
}

/** A choice alone is no loss. */
function hasWords(form: HTMLFormElement): boolean {
  return [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("textarea, input[type=text]")].some(
    ({ value }) => value.trim() !== "",
  );
}

function copyOf(fields: Fields, { id, kind, person }: { id: string; kind: string; person: string }): DeviceCopy {
  return {
    ...{ writeUp: "", language: "", task: kind, person, form: id, fields },
    ...{ version: 0, seen: "", serial: 0, at: Date.now(), confirmed: false, sent: false },
  };
}

function isThere(): Promise<boolean> {
  return fetch(PULSE, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) }).then(
    ({ ok }) => ok,
    () => false,
  );
}
