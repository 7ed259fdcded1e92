import "server-only";
import { CATCH_UP, END, HERE, type HereNews, type LiveEvent } from "./events";
import { Presence } from "./presence";
import { asOfNow } from "./rights";
import { frame, type Stream } from "./stream";
import type { TopicKind, View } from "./topics";

/** Events that come closer together than this travel together. */
const TOGETHER = 100;
/** A page costs about so many milliseconds to make anew. */
const PAGE_COST = 15;

/** All on this instance who listen to one topic. */
export class Room {
  readonly streams = new Set<Stream>();
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

  enter(stream: Stream): void {
    this.streams.add(stream);
    if (this.presence?.shown) stream.write(this.whoIsHere(this.presence.shown));
    this.presence?.changed(this.people());
  }

  leave(stream: Stream): void {
    this.streams.delete(stream);
    this.presence?.changed(this.people());
  }

  /** Something happened. What has content is read and told in order, a few at a time. */
  hear(event: LiveEvent): void {
    if (!this.kind.content) {
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
  async check(): Promise<void> {
    const streams = [...this.streams];
    const [now, mayHear] = await Promise.all([asOfNow(streams.map(({ actor }) => actor)), this.kind.audience(this.id)]);
    for (const stream of streams) {
      const actor = now.get(stream.actor.signInId);
      if (actor && mayHear(actor)) stream.actor = actor;
      else {
        stream.write(frame({ topic: this.topic, kind: END }));
        stream.end();
      }
    }
  }

  people(): Set<string> {
    return new Set([...this.streams].map(({ actor }) => actor.personId));
  }

  private async tellContent(): Promise<void> {
    const { content } = this.kind;
    while (content && this.waiting.length > 0) {
      const since = Date.now() - this.lastTold;
      if (since < TOGETHER) await new Promise((resolve) => setTimeout(resolve, TOGETHER - since));
      const events = this.waiting;
      this.waiting = [];
      this.lastTold = Date.now();
      try {
        const say = await content(this.id, events);
        // Words leave only to those who may read them now, not to those who might when they came.
        await this.check();
        const known = new Map<string, Uint8Array>();
        for (const stream of this.streams) {
          const { locale, zone }: View = stream.view;
          const key = `${locale} ${zone}`;
          const bytes = known.get(key) ?? frame({ topic: this.topic, ...say(stream.view) });
          known.set(key, bytes);
          stream.write(bytes);
        }
      } catch (error) {
        console.error("live:", error);
        this.catchUp();
      }
    }
  }

  /** Names, too, leave only to those who may listen at this moment. */
  private async tellWhoIsHere(): Promise<void> {
    await this.check();
    if (this.presence?.shown) this.tell(this.whoIsHere(this.presence.shown));
  }

  private whoIsHere(shown: { count: number; names: string[] }): Uint8Array {
    return frame({ topic: this.topic, kind: HERE, ...shown } satisfies HereNews);
  }

  private tell(bytes: Uint8Array): void {
    for (const stream of this.streams) stream.write(bytes);
  }

  private within(): number {
    return this.streams.size * PAGE_COST;
  }
}
