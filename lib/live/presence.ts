import "server-only";
import { inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { people } from "@/db/schema";
import { newId } from "@/lib/ids";
import { HEARTBEAT } from "./events";
import { publish } from "./publish";

/** How instances tell each other who listens there. */
export const PRESENT = "present";
export const WHO = "who";

/** As many ids as a notification of 8,000 bytes holds with room to spare; of more only the number is told. */
const IDS_MAX = 300;
const NAMES_MAX = 40;
/** An instance that was not heard of for so long has died. */
const SILENT = HEARTBEAT * 2.5;
/** People come and go in crowds when a session begins. */
const SETTLE = 700;

export interface Present {
  from: string;
  ids: string[];
  more: number;
}

const INSTANCE = newId();

/** Who listens to one topic, on all instances. Kept in memory only, so that nobody can look up later who was where. */
export class Presence {
  /** What is shown now; null until it is known. */
  shown: { count: number; names: string[] } | null = null;
  private here = new Set<string>();
  private readonly heard = new Map<string, Present & { at: number }>();
  private timer: NodeJS.Timeout | null = null;
  private newcomer = true;
  /** Whether it has heard itself: what the others told before may have come before anybody listened here. */
  private listens = false;

  constructor(
    private readonly topic: string,
    private readonly onShown: () => void,
  ) {}

  /** Those who listen on this instance. */
  changed(here: Set<string>): void {
    this.here = here;
    if (this.newcomer) this.ask();
    this.newcomer = false;
    this.soon();
  }

  /** Asks the other instances. */
  ask(): void {
    this.send({ kind: WHO, from: INSTANCE });
  }

  /** Said again with each heartbeat: whoever falls silent is gone. */
  announce(): void {
    const ids = [...this.here];
    const told: Present = {
      from: INSTANCE,
      ids: ids.slice(0, IDS_MAX),
      more: Math.max(0, ids.length - IDS_MAX),
    };
    this.send({ kind: PRESENT, ...told });
    if (!this.listens && this.here.size > 0) this.soon();
  }

  /** An instance asks; this one told already that it did. */
  asked(from: string): void {
    if (from !== INSTANCE) this.soon();
  }

  async told(present: Present): Promise<void> {
    if (present.from === INSTANCE && !this.listens) {
      this.listens = true;
      this.ask();
    }
    const now = Date.now();
    this.heard.set(present.from, { ...present, at: now });
    for (const [from, { ids, at }] of this.heard) if (ids.length === 0 || at < now - SILENT) this.heard.delete(from);
    const all = [...this.heard.values()];
    const ids = [...new Set(all.flatMap((one) => one.ids))].sort();
    const count = ids.length + all.reduce((sum, { more }) => sum + more, 0);
    const found =
      ids.length === 0
        ? []
        : await db
            .select({ name: people.name })
            .from(people)
            .where(inArray(people.id, ids.slice(0, NAMES_MAX)));
    const names = found.map(({ name }) => name).sort((a, b) => a.localeCompare(b));
    if (this.shown?.count === count && this.shown.names.join() === names.join()) return;
    this.shown = { count, names };
    this.onShown();
  }

  private soon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.announce();
    }, SETTLE);
    this.timer.unref();
  }

  private send(event: (Present & { kind: typeof PRESENT }) | { kind: typeof WHO; from: string }): void {
    publish(db, this.topic, event).catch((error) => console.error("live:", error));
  }
}
