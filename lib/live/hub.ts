import "server-only";
import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors/errors";
import { CHANNEL, HEARTBEAT, type LiveEvent, RIGHTS, STREAMS_MAX, TOPICS_MAX } from "./events";
import { PRESENT, type Present, WHO } from "./presence";
import { Room } from "./room";
import { openStream, PULSE, type Stream } from "./stream";
import { type TopicKinds, topicIn, type View } from "./topics";

/** Rights are looked at anew with every third heartbeat, also where nothing happens. */
const CHECK_EVERY = 3;

/** All open streams of this process, and the one connection on which the database tells it what happened. */
class Hub {
  private readonly rooms = new Map<string, Room>();
  private readonly streams = new Set<Stream>();
  private listening: Promise<unknown> | null = null;
  private pulse: NodeJS.Timeout | null = null;
  private beats = 0;

  /** Opens a stream of `topics`; not_found when one of them is not for this person. */
  async open(actor: Actor, view: View, topics: string[], kinds: TopicKinds, signal: AbortSignal): Promise<Stream> {
    if (topics.length === 0 || topics.length > TOPICS_MAX) throw new AppError("invalid");
    const wanted = await Promise.all(
      topics.map(async (topic) => {
        const found = topicIn(kinds, topic);
        const hears = found !== null && (await found.kind.audience(found.id))(actor);
        if (!found || !hears) throw new AppError("not_found");
        return { topic, found, hears };
      }),
    );
    await this.listen();
    // Counted where nothing is waited for any more: of many that come at once each sees those before.
    const own = [...this.streams].filter((stream) => stream.actor.personId === actor.personId);
    if (own.length >= STREAMS_MAX) throw new AppError("too_many", { retryAfter: 60 });

    const rooms = wanted.map(({ topic, found, hears }) => ({ room: this.roomOf(topic, found), hears }));
    const stream = openStream(actor, view, signal, (gone) => {
      this.streams.delete(gone);
      for (const { room } of rooms) room.leave(gone);
    });
    this.streams.add(stream);
    for (const { room, hears } of rooms) room.enter(stream, hears);
    if (signal.aborted) stream.end();
    return stream;
  }

  /** When the server stops: browsers come back by themselves, to whoever answers then. */
  stop(): void {
    if (this.pulse) clearInterval(this.pulse);
    for (const stream of this.streams) stream.end();
  }

  private roomOf(topic: string, { kind, id }: NonNullable<ReturnType<typeof topicIn>>): Room {
    const room = this.rooms.get(topic) ?? new Room(topic, kind, id);
    this.rooms.set(topic, room);
    return room;
  }

  private listen(): Promise<unknown> {
    this.pulse ??= setInterval(() => this.beat(), HEARTBEAT).unref();
    let first = true;
    this.listening ??= db.$client
      .listen(
        CHANNEL,
        (payload) => this.hear(payload),
        () => {
          if (!first) for (const room of this.rooms.values()) room.catchUp();
          first = false;
        },
      )
      .catch((error) => {
        this.listening = null;
        throw error;
      });
    return this.listening;
  }

  private hear(payload: string): void {
    const { topic, ...event } = JSON.parse(payload) as LiveEvent & { topic: string };
    if (topic === RIGHTS) this.checkAll(event.id ?? "");
    const room = this.rooms.get(topic);
    if (!room) return;
    if (event.kind === PRESENT) room.presence?.told(event as LiveEvent & Present).catch(report);
    else if (event.kind === WHO) room.presence?.asked((event as LiveEvent & { from: string }).from);
    else room.hear(event);
  }

  /** Closes what this person may not listen to any more. */
  private checkAll(personId: string): void {
    for (const room of this.rooms.values()) if (room.people().has(personId)) room.check().catch(report);
  }

  private beat(): void {
    this.beats += 1;
    for (const stream of this.streams) stream.write(PULSE);
    for (const room of this.rooms.values()) {
      // Not at once: whoever loads the page anew leaves and comes within a second.
      if (room.streams.size === 0) this.rooms.delete(room.topic);
      room.presence?.announce();
      if (this.beats % CHECK_EVERY === 0) room.check().catch(report);
    }
  }
}

function report(error: unknown): void {
  console.error("live:", error);
}

// One for a process: routes and a reload in development evaluate this module again.
const kept = globalThis as { stafetaLive?: Hub; stafetaStops?: Set<() => unknown> };

export function hub(): Hub {
  if (!kept.stafetaLive) {
    const made = new Hub();
    kept.stafetaLive = made;
    kept.stafetaStops ??= new Set();
    kept.stafetaStops.add(() => made.stop());
  }
  return kept.stafetaLive;
}
