import { newNoteId, sendNote, type Trouble } from "@/lib/notes/client";
import { NOTE_MAX, type NoteKind } from "@/lib/notes/limits";
import type { NoteView } from "@/lib/notes/types";
import { type Draft, forgetDraft, holdDraft, keepDraft } from "./note-device";

/** From the first new stroke on; while an answer is awaited the next ones wait with it. */
const SOON = 250;
const RETRY = [1000, 2000, 5000, 10_000];

export interface Typed {
  body: string;
  step: string | null;
  kind: NoteKind;
  language: string;
}

export interface Keeping {
  device: "nothing" | "saved" | "unable";
  server: "nothing" | "waiting" | "saved" | "tooLong" | Trouble;
  /** Something happened to the words that their author should know. */
  notice: { what: "aside" } | { what: "gone"; name: string } | null;
}

/** What the stream says of a note. */
export type Heard = Pick<NoteView, "body" | "removedBy" | "version">;

interface Told {
  onState: (state: Keeping) => void;
  /** The words have become these: somebody else's are among them. */
  onWords: (body: string) => void;
  /** They are another note now. */
  onId: (id: string) => void;
}

/** Keeps the words of one note: on the device at once, on the server while they are typed. */
export class NoteKeeper {
  private state: Keeping = { device: "nothing", server: "nothing", notice: null };
  private kept: Typed;
  private sending: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private tries = 0;
  /** Of the note as far as this field knows it. */
  private version: number;
  private release: () => void;

  /** `draft.base` is what the server has; a draft whose body is another one is sent at once. */
  constructor(
    public draft: Draft,
    private readonly told: Told,
    version = 0,
  ) {
    this.version = version;
    const { step, kind, language, base } = draft;
    this.kept = { body: base, step, kind, language };
    this.release = holdDraft(draft.id);
    addEventListener("online", this.flush);
    if (this.unsent) this.soon(0);
  }

  get unsent(): boolean {
    const { body, step, kind, language } = this.draft;
    const { kept } = this;
    return body !== kept.body || step !== kept.step || kind !== kept.kind || language !== kept.language;
  }

  type(typed: Typed): void {
    Object.assign(this.draft, typed);
    if (!this.unsent) return;
    // What was never anything needs no note.
    if (this.draft.body.trim() === "" && this.kept.body === "" && this.draft.maybe === null) return;
    const { server } = this.state;
    this.say({ server: server === "away" || server === "locked" ? server : "waiting", notice: null });
    keepDraft(this.draft).then((kept) => this.say({ device: kept ? "saved" : "unable" }));
    this.soon(SOON);
  }

  /** Somebody changed the note; what is typed here and not sent yet is put together with it by the server. */
  heard({ body, removedBy, version }: Heard): void {
    // An earlier state of what was typed here comes back too.
    if (version <= this.version) return;
    if (removedBy !== null) this.begone(removedBy);
    else if (!this.sending && !this.unsent && body.trim() !== this.draft.base.trim()) {
      this.version = version;
      this.become(body);
    }
  }

  /** Sends what the server does not have. Resolves when it has, or when it could not be reached. */
  flush = async (): Promise<void> => {
    clearTimeout(this.timer);
    this.timer = undefined;
    while (this.sending) await this.sending;
    if (!this.unsent) return;
    this.sending = this.deliver().finally(() => {
      this.sending = null;
    });
    await this.sending;
  };

  end(): void {
    clearTimeout(this.timer);
    removeEventListener("online", this.flush);
    this.release();
  }

  private async deliver(): Promise<void> {
    const { draft } = this;
    if (draft.body.length > NOTE_MAX) return this.say({ server: "tooLong" });
    const { id, session, step, kind, language, base, body, maybe, aside } = draft;
    // Until there is an answer nobody knows whether this arrives.
    draft.maybe = body;
    try {
      const answer = await sendNote({ id, session, step, kind, language, base, body, maybe, aside });
      this.tries = 0;
      draft.maybe = null;
      this.version = answer.note.version;
      if (answer.note.removedBy !== null) return this.begone(answer.note.removedBy);
      draft.base = body;
      this.kept = { body, step, kind, language };
      if (answer.aside) this.goAside(answer.aside.version);
      else if (answer.body !== body && draft.body === body) this.become(answer.body);
      if (this.unsent) return this.soon(SOON);
      forgetDraft(draft);
      this.say({ server: "saved" });
    } catch (thrown) {
      const trouble = thrown as Trouble;
      this.say({ server: trouble });
      if (trouble === "away") this.soon(RETRY[Math.min(this.tries++, RETRY.length - 1)] ?? SOON);
      // A refusal is an answer: it did not arrive.
      else draft.maybe = maybe;
    }
  }

  private become(body: string): void {
    Object.assign(this.draft, { body, base: body });
    this.kept = { ...this.kept, body };
    this.told.onWords(body);
  }

  private goAside(version: number): void {
    this.rename(this.draft.aside);
    this.version = version;
    this.say({ notice: { what: "aside" } });
  }

  /** The note is no more. What is typed from now on, with what stands there, is another one. */
  private begone(name: string): void {
    const { unsent } = this;
    Object.assign(this.draft, { base: "", maybe: null });
    this.kept = { ...this.kept, body: "" };
    this.rename(newNoteId());
    this.version = 0;
    this.say({ notice: { what: "gone", name }, server: "nothing" });
    if (unsent) this.soon(0);
    else this.kept = { ...this.kept, body: this.draft.body };
  }

  private rename(id: string): void {
    forgetDraft({ ...this.draft });
    this.release();
    this.release = holdDraft(id);
    Object.assign(this.draft, { id, aside: newNoteId() });
    this.told.onId(id);
  }

  private soon(wait: number): void {
    this.timer ??= setTimeout(this.flush, wait);
  }

  private say(change: Partial<Keeping>): void {
    this.state = { ...this.state, ...change };
    this.told.onState(this.state);
  }
}
