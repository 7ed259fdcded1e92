import "server-only";
import { CATCH_UP, END, HERE, type HereNews, type LiveEvent } from "./events";
import { Presence } from "./presence";
import { asOfNow } from "./rights";
import { frame, type Stream } from "./stream";
import type { Hears, SayByClass, TopicKind } from "./topics";

/** Events that come closer together than this travel together. */
const TOGETHER = 100;
/** A page costs about so many milliseconds to make anew. */
const PAGE_COST = 15;

/** All on this instance who listen to one topic. */
export class Room {
  readonly streams = new Map<Stream, Hears>();
  readonly presence: Presence | null;
  private waiting: LiveEvent[] = [];
  private telling: Promise<void> | null = null;
  private lastTold = 0;

  constructor(
    readonly topic: string,
    private readonly kind: TopicKind,
    private readonly id: string,
  ) {
    this.presence = kind.presence
      ? new Presence(topic, () => {
          this.tellWhoIsHere().catch((error) => console.error("live:", error));
        })
      : null;
  }

  enter(stream: Stream, hears: Hears): void {
    this.streams.set(stream, hears);
    if (this.presence?.shown && hears === true) stream.write(this.whoIsHere(this.presence.shown));
    this.presence?.changed(this.people());
  }

  leave(stream: Stream): void {
    this.streams.delete(stream);
    this.presence?.changed(this.people());
  }

  /** Something happened. What has content is read and told in order, a few at a time. */
  hear(event: LiveEvent): void {
    if (!this.kind.content && !this.kind.contentByClass) {
      this.tell(frame({ topic: this.topic, ...event, within: this.within() }));
      return;
    }
    this.waiting.push(event);
    this.telling ??= this.tellContent().finally(() => {
      this.telling = null;
    });
  }

  /** Nobody knows what was missed. */
  catchUp(): void {
    this.tell(frame({ topic: this.topic, kind: CATCH_UP, within: this.within() }));
    this.presence?.ask();
  }

  /** Lets go whoever may not listen any more. */
  async check(hears?: SayByClass["hears"]): Promise<void> {
    const streams = [...this.streams.keys()];
    const [now, mayHear] = await Promise.all([
      asOfNow(streams.map(({ actor }) => actor)),
      hears ?? this.kind.audience(this.id),
    ]);
    for (const stream of streams) {
      const actor = now.get(stream.actor.signInId);
      const hears = actor !== undefined && mayHear(actor);
      if (actor && hears) {
        stream.actor = actor;
        if (this.streams.has(stream)) this.streams.set(stream, hears);
      } else {
        stream.write(frame({ topic: this.topic, kind: END }));
        stream.end();
      }
    }
  }

  people(): Set<string> {
    return new Set([...this.streams.keys()].map(({ actor }) => actor.personId));
  }

  private async tellContent(): Promise<void> {
    while (this.waiting.length > 0) {
      const since = Date.now() - this.lastTold;
      if (since < TOGETHER) await new Promise((resolve) => setTimeout(resolve, TOGETHER - since));
      const events = this.waiting;
      this.waiting = [];
      this.lastTold = Date.now();
      try {
        const said = await this.read(events);
        // Words leave only to those who may read them now, not to those who might when they came.
        await this.check(said.hears);
        this.tellEach(said);
      } catch (error) {
        console.error("live:", error);
        this.catchUp();
      }
    }
  }

  private async read(events: LiveEvent[]): Promise<SayByClass> {
    const { content, contentByClass } = this.kind;
    if (contentByClass) return contentByClass(this.id, events);
    const say = await content?.(this.id, events);
    return { classOf: () => "", say: (view) => say?.(view) ?? null };
  }

  /** Made once for all who get the same. */
  private tellEach({ say, classOf }: SayByClass): void {
    const within = this.within();
    const known = new Map<string, Uint8Array | null>();
    for (const { actor, view, write } of this.streams.keys()) {
      const key = `${view.locale} ${view.zone} ${classOf(actor)}`;
      let bytes = known.get(key);
      if (bytes === undefined) {
        const news = say(view, actor);
        bytes = news && frame({ topic: this.topic, within, ...news });
        known.set(key, bytes);
      }
      if (bytes) write(bytes);
    }
  }

  /** Names, too, leave only to those who may listen at this moment. */
  private async tellWhoIsHere(): Promise<void> {
    await this.check();
    if (!this.presence?.shown) return;
    const bytes = this.whoIsHere(this.presence.shown);
    for (const [stream, hears] of this.streams) if (hears === true) stream.write(bytes);
  }

  private whoIsHere(shown: { count: number; names: string[] }): Uint8Array {
    return frame({ topic: this.topic, kind: HERE, ...shown } satisfies HereNews);
  }

  private tell(bytes: Uint8Array): void {
    for (const stream of this.streams.keys()) stream.write(bytes);
  }

  private within(): number {
    return this.streams.size * PAGE_COST;
  }
}
