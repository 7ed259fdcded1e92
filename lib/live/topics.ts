import type { Actor } from "@/lib/auth/actor";
import { isId } from "@/lib/ids";
import type { LiveEvent } from "./events";

/** In whose language and clock somebody reads. */
export interface View {
  locale: Actor["locale"];
  zone: string;
}

/** Whether somebody may hear what happens: "unseeing" those who are not told who else listens. */
export type Hears = boolean | "unseeing";

/** What is said where that depends on more than the view: readers of the same view and class get the same bytes. */
export interface SayByClass {
  /** The audience at the moment when the words were read, in place of asking for it once more. */
  hears?: (actor: Actor) => Hears;
  classOf: (actor: Actor) => string;
  /** Null when there is nothing in it for them. */
  say: (view: View, actor: Actor) => LiveEvent | null;
}

/** What one may listen to: the part of a topic before the colon. */
export interface TopicKind {
  /** Who may hear of the thing with this id, by the state of the thing at this moment. */
  audience: (id: string) => Promise<(actor: Actor) => Hears>;
  /** What travels instead of bare events: read once for all who listen, said once for each view. */
  content?: (id: string, events: LiveEvent[]) => Promise<(view: View) => LiveEvent>;
  /** The same, said once for each view and class. */
  contentByClass?: (id: string, events: LiveEvent[]) => Promise<SayByClass>;
  /** Those who listen see who else does. */
  presence?: boolean;
}

export type TopicKinds = Readonly<Record<string, TopicKind>>;

/** "session:<id>" taken apart; null for what is no topic. */
export function topicIn(kinds: TopicKinds, topic: string): { kind: TopicKind; id: string } | null {
  const [name = "", id = "", ...more] = topic.split(":");
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  return kind && isId(id) && more.length === 0 ? { kind, id } : null;
}
