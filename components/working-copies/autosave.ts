import { DEVICE_WAIT, type Fields, type FormAddress, type KeptState, LATEST, PAUSE } from "@/lib/working-copies/limits";
import { type DeviceCopy, forgetHere, keepHere } from "./device";
import { fieldOf, fieldsIn, sameWords } from "./form-fields";
import { sendCopy, type Trouble } from "./server";

export interface SavedState {
  device: "nothing" | "saved" | "unable";
  server: "nothing" | "waiting" | "saved" | Trouble;
}

const RETRY = [2000, 5000, 10_000, 20_000];

/** Keeps what is typed into one form: on the device at once, on the server after a pause, one save after the other. */
export class Autosave {
  /** Of the last save; the server says where to go on. */
  serial = 0;
  state: SavedState = { device: "nothing", server: "nothing" };
  onState: (state: SavedState) => void = () => {};
  onAnswer: (answer: KeptState) => void = () => {};
  private last: Fields;
  private copy: DeviceCopy | null = null;
  private timers: Partial<Record<"look" | "pause" | "latest" | "retry", ReturnType<typeof setTimeout>>> = {};
  private sending: Promise<void> | null = null;
  private tries = 0;
  private sent = false;
  private readonly id = Math.random().toString(36).slice(2);

  constructor(
    private readonly form: HTMLFormElement,
    private readonly address: FormAddress,
    private readonly person: string,
  ) {
    this.last = fieldsIn(form);
  }

  /** Something may have been typed. */
  touched = (): void => {
    if (this.sent) return;
    this.timers.look ??= setTimeout(() => this.look(), DEVICE_WAIT);
  };

  /** The form was filled by the page, which is nothing that anybody typed. */
  filled(): void {
    this.last = fieldsIn(this.form);
  }

  get wasSent(): boolean {
    return this.sent;
  }

  get untouched(): boolean {
    return this.copy === null;
  }

  /** Reads the form; what is new goes to the device now and to the server soon. */
  look(): void {
    this.stop("look");
    const fields = fieldsIn(this.form);
    if (sameWords(fields, this.last) && JSON.stringify(fields) === JSON.stringify(this.last)) return;
    this.last = fields;
    this.remember(fields);
    this.soon();
  }

  private remember(fields: Fields): void {
    this.copy = {
      ...this.address,
      fields,
      version: Number(fieldOf(fields, "version")) || 0,
      seen: fieldOf(fields, "seen"),
      person: this.person,
      form: this.id,
      serial: this.serial + 1,
      at: Date.now(),
      confirmed: false,
      sent: false,
    };
    this.say({
      server: this.state.server === "away" || this.state.server === "refused" ? this.state.server : "waiting",
    });
    keepHere(this.copy).then((kept) => this.say({ device: kept ? "saved" : "unable" }));
  }

  private soon(): void {
    this.stop("pause");
    this.timers.pause = setTimeout(() => this.send(), PAUSE);
    this.timers.latest ??= setTimeout(() => this.send(), LATEST);
  }

  /** Sends what the server does not have. Resolves when it has, or when it could not be reached. */
  async send(timeout?: number): Promise<void> {
    this.stop("pause", "latest", "retry");
    if (this.sending) await this.sending;
    if (!this.copy || this.copy.confirmed) return;
    this.sending = this.deliver(this.copy, timeout).finally(() => {
      this.sending = null;
    });
    await this.sending;
  }

  private async deliver(copy: DeviceCopy, timeout?: number, again = true): Promise<void> {
    const serial = this.serial + 1;
    this.serial = serial;
    try {
      const answer = await sendCopy({ ...copy, serial }, timeout);
      this.tries = 0;
      this.serial = Math.max(this.serial, answer.serial);
      this.onAnswer(answer);
      // Another tab of the same person saved meanwhile; whoever types now has the last word, and the device keeps both.
      if (!answer.kept && again && !this.sent) return this.deliver(copy, timeout, false);
      if (this.copy !== copy) return;
      this.copy = { ...copy, serial, confirmed: true };
      await keepHere({ ...this.copy, sent: this.sent });
      this.say({ server: "saved" });
    } catch (thrown) {
      const trouble = thrown === "refused" ? "refused" : "away";
      this.say({ server: trouble });
      if (trouble === "away")
        this.timers.retry = setTimeout(() => this.send(), RETRY[Math.min(this.tries++, RETRY.length - 1)]);
    }
  }

  /** Before the form goes off: the server has everything, or is away. */
  async settle(): Promise<boolean> {
    this.look();
    if (!this.copy) this.remember(fieldsIn(this.form));
    await this.send(4000);
    return this.state.server !== "away";
  }

  /** Continue was pressed: nothing more is kept until the answer is there. */
  goes(): void {
    this.sent = true;
    this.stop("look", "pause", "latest", "retry");
    if (this.copy) keepHere({ ...this.copy, sent: true });
  }

  /** It came back with a problem. */
  returns(): void {
    this.sent = false;
    this.last = fieldsIn(this.form);
    if (this.copy) this.remember(this.last);
    this.soon();
  }

  async arrived(): Promise<void> {
    if (this.copy) await forgetHere(this.copy);
  }

  /** Thrown away: the form has what was saved. */
  async forget(): Promise<void> {
    this.stop("look", "pause", "latest", "retry");
    await this.arrived();
    this.copy = null;
    this.filled();
    this.say({ device: "nothing", server: "nothing" });
  }

  end(): void {
    if (!this.sent) {
      this.look();
      this.send();
    }
    this.stop("look", "pause", "latest");
  }

  private say(change: Partial<SavedState>): void {
    this.state = { ...this.state, ...change };
    this.onState(this.state);
  }

  private stop(...names: (keyof Autosave["timers"])[]): void {
    for (const name of names) {
      clearTimeout(this.timers[name]);
      delete this.timers[name];
    }
  }
}
