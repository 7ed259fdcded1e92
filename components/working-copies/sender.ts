import type { KeptState } from "@/lib/working-copies/limits";
import type { DeviceCopy } from "./device";
import { sendCopy, type Trouble } from "./server";

interface Told {
  open: () => Promise<boolean>;
  /** The newest that the server does not have. */
  unsent: () => DeviceCopy | null;
  onAnswer: (answer: KeptState) => void;
  onTrouble: (trouble: Trouble) => void;
  onKept: (copy: DeviceCopy) => void;
}

const RETRY = [2000, 5000, 10_000, 20_000];
/** How often a save is sent anew when another one of the same person came before. */
const TURNS = 3;

/** Brings the copies of one form to the server, one after the other, and tries again while it is away. */
export class Sender {
  /** Of the last save that the server answered to. */
  serial = 0;
  private sending: Promise<void> | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private tries = 0;

  constructor(private readonly told: Told) {}

  /** The serial of a save made now: one more than the server may have by then. */
  get next(): number {
    return this.serial + (this.sending ? 2 : 1);
  }

  async send(): Promise<void> {
    clearTimeout(this.retry);
    while (this.sending) await this.sending;
    if (!this.told.unsent()) return;
    this.sending = this.deliver().finally(() => {
      this.sending = null;
    });
    await this.sending;
  }

  /** No more tries. Resolves when nothing is on its way. */
  async idle(): Promise<void> {
    clearTimeout(this.retry);
    while (this.sending) await this.sending;
    clearTimeout(this.retry);
  }

  private async deliver(): Promise<void> {
    try {
      if (!(await this.told.open())) throw "away" satisfies Trouble;
      for (let turn = 0; turn < TURNS; turn++) {
        const copy = this.told.unsent();
        if (!copy) break;
        const serial = this.serial + 1;
        const answer = await sendCopy({ ...copy, serial });
        this.serial = Math.max(this.serial, answer.serial);
        this.told.onAnswer(answer);
        // Another tab of the same person saved meanwhile: whoever types now has the last word, and the device keeps both.
        if (answer.kept) {
          this.told.onKept({ ...copy, serial });
          break;
        }
      }
      this.tries = 0;
    } catch (thrown) {
      const trouble = thrown === "refused" ? "refused" : "away";
      this.told.onTrouble(trouble);
      if (trouble === "away")
        this.retry = setTimeout(() => this.send(), RETRY[Math.min(this.tries++, RETRY.length - 1)]);
    }
  }
}
