import { DEVICE_WAIT, type Fields, type FormAddress, type KeptState, LATEST, PAUSE } from "@/lib/working-copies/limits";
import { type DeviceCopy, forgetHere, keepHere } from "./device";
import { fieldOf, fieldsIn, goesOnFrom, hasTyped, sameFields } from "./form-fields";
import { Sender } from "./sender";
import type { Trouble } from "./server";

export interface SavedState {
  device: "nothing" | "saved" | "unable";
  server: "nothing" | "waiting" | "saved" | Trouble;
}

interface Told {
  /** Whether the server said what it has; until then nothing is sent that could replace it. */
  open: () => Promise<boolean>;
  onState: (state: SavedState) => void;
  onAnswer: (answer: KeptState) => void;
}

/** Keeps what is typed into one form: on the device at once, on the server after a pause. */
export class Autosave {
  private state: SavedState = { device: "nothing", server: "nothing" };
  private last: Fields;
  private copy: DeviceCopy | null = null;
  private timers: Partial<Record<"look" | "pause" | "latest", ReturnType<typeof setTimeout>>> = {};
  /** Nothing is kept: Continue is on its way, or what was typed is being thrown away. */
  private quiet = false;
  private readonly sender: Sender;
  readonly id = Math.random().toString(36).slice(2);

  constructor(
    private readonly form: HTMLFormElement,
    private readonly address: FormAddress,
    private readonly person: string,
    private readonly told: Told,
  ) {
    // What was typed before the page came to life is new.
    this.last = hasTyped(form) ? [] : fieldsIn(form);
    this.sender = new Sender({
      open: told.open,
      unsent: () => (this.copy && !this.copy.confirmed && !this.quiet ? this.copy : null),
      onAnswer: told.onAnswer,
      onTrouble: (server) => this.say({ server }),
      onKept: (copy) => this.confirm(copy),
    });
    this.look();
  }

  /** Where the server is; saves go on from there. */
  goOnFrom(serial: number): void {
    this.sender.serial = Math.max(this.sender.serial, serial);
  }

  /** Something may have been typed. */
  touched = (): void => {
    if (this.quiet) return;
    this.timers.look ??= setTimeout(() => this.look(), DEVICE_WAIT);
  };

  get isQuiet(): boolean {
    return this.quiet;
  }

  get untouched(): boolean {
    return this.copy === null;
  }

  /** Whether what is kept of this form has all of these words. */
  goesOnFrom(before: Fields): boolean {
    return this.copy !== null && goesOnFrom(this.copy.fields, before);
  }

  /** Reads the form; what is new goes to the device now and to the server soon. Whether anything was new. */
  look(): boolean {
    this.stop("look");
    if (this.quiet) return false;
    const fields = fieldsIn(this.form);
    if (sameFields(fields, this.last)) return false;
    this.last = fields;
    this.remember(fields);
    this.soon();
    return true;
  }

  /** Sends what the server does not have. Resolves when it has, or when it could not be reached. */
  async send(): Promise<void> {
    this.look();
    this.stop("pause", "latest");
    await this.sender.send();
  }

  /** Before the form goes off: the server has everything, or is away. */
  async settle(): Promise<boolean> {
    this.look();
    if (!this.copy) this.remember(fieldsIn(this.form));
    await this.send();
    return this.state.server !== "away";
  }

  /** Nothing more is kept. Resolves when nothing is on its way to the server either. */
  async hush(): Promise<void> {
    this.quiet = true;
    this.stop("look", "pause", "latest");
    await this.sender.idle();
  }

  /** Continue was pressed: nothing more is kept until the answer is there. */
  goes(): void {
    this.hush();
    if (this.copy) keepHere({ ...this.copy, sent: true });
  }

  /** It came back with a problem: the fields are made anew, and hold what was typed and what it answers to. */
  returns(): void {
    this.quiet = false;
    this.last = [];
    this.touched();
  }

  async arrived(): Promise<void> {
    if (this.copy) await forgetHere(this.copy);
  }

  /** Thrown away: the form began anew with what was saved, and with what was typed since. */
  async forget(saved: Fields): Promise<void> {
    await this.arrived();
    this.copy = null;
    this.last = saved;
    this.quiet = false;
    this.say({ device: "nothing", server: "nothing" });
    this.touched();
  }

  end(): void {
    if (!this.quiet) this.send();
    this.stop("look", "pause", "latest");
  }

  private remember(fields: Fields): void {
    const { server } = this.state;
    this.copy = {
      ...this.address,
      fields,
      version: Number(fieldOf(fields, "version")) || 0,
      seen: fieldOf(fields, "seen"),
      person: this.person,
      form: this.id,
      serial: this.sender.next,
      at: Date.now(),
      confirmed: false,
      sent: false,
    };
    this.say({ server: server === "away" || server === "refused" ? server : "waiting" });
    keepHere(this.copy).then((kept) => this.say({ device: kept ? "saved" : "unable" }));
  }

  private confirm(copy: DeviceCopy): void {
    if (this.copy?.fields !== copy.fields) return;
    this.copy = { ...copy, confirmed: true, sent: this.quiet };
    this.say({ server: "saved" });
    keepHere(this.copy);
  }

  private soon(): void {
    this.stop("pause");
    this.timers.pause = setTimeout(() => this.send(), PAUSE);
    this.timers.latest ??= setTimeout(() => this.send(), LATEST);
  }

  private say(change: Partial<SavedState>): void {
    this.state = { ...this.state, ...change };
    this.told.onState(this.state);
  }

  private stop(...names: (keyof Autosave["timers"])[]): void {
    for (const name of names) {
      clearTimeout(this.timers[name]);
      delete this.timers[name];
    }
  }
}
