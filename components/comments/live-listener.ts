import type { QueryClient } from "@tanstack/react-query";
import { holdSteady } from "@/components/live/steady";
import {
  commentsOf,
  isRefusal,
  loadMissed,
  loadNewest,
  reaches,
  type ThreadData,
  threadQuery,
} from "@/lib/comments/client";
import { asMine, cutAt, findComment, followsOn, mustAsk, saysOther, withNews } from "@/lib/comments/live-merge";
import type { TalkNews, ToldComment } from "@/lib/comments/live-types";
import type { About, ThreadComment } from "@/lib/comments/types";
import { asThread, empty, focusedIn, type Page, standsAs } from "./live-page";

type Heard = ToldComment | ThreadComment;

/** One's own words come back with the answer to what one sent: it has so long to arrive before one asks. */
const OWN = 700;
/** A thread costs a third of a page to read. */
const SHARE = 3;
const RETRY = { first: 3000, last: 60_000 };
/** Of comments that stand elsewhere, the last so many are kept in mind. */
const APART = 500;

interface Tells {
  page: () => Page;
  /** What was said or changed, wherever it stands. */
  said: (comment: ThreadComment) => void;
  /** New comments of others stand on the page now. */
  came: (ids: string[]) => void;
  /** New comments of others that stand behind what is loaded of the thread: all of them. */
  behind: (ids: string[]) => void;
  gone: (id: string) => void;
  /** There was more than could be told. */
  missed: () => void;
  /** Whether something waits until a field is closed. */
  held: (waits: boolean) => void;
}

/** Puts what is heard into the thread: each comment once, in its place, and nothing under the hands of whoever writes. */
export class Listener {
  private readonly thread;
  private upTo: number;
  /** From when something may be missing; null when nothing is. */
  private gap: number | null = null;
  private heldSince: number | null = null;
  private tries = 0;
  private within = 0;
  private read: Promise<void> = Promise.resolve();
  private reading: ReturnType<typeof setTimeout> | undefined;
  private waking: ReturnType<typeof setTimeout> | undefined;
  private asking: ReturnType<typeof setTimeout> | undefined;
  private readonly own = new Map<string, ToldComment>();
  private ownSince: number | null = null;
  /** New ones behind those that stand as the server wrote them. */
  private after: ThreadComment[] = [];
  /** What was heard while an answer is on its way that may be older: it counts when that has come. */
  private readonly underway = new Set<ToldComment[]>();
  /** What was heard and is not in the thread as data: it counts for what comes there and was read before. */
  private readonly apart = new Map<string, Heard>();
  /** The same when more of the thread was last asked for: all that is in what comes. */
  private asked = new Map<string, Heard>();
  private apartSince = 0;
  private readonly behind = new Set<string>();
  /** What this wrote last, to know what others write. */
  private written: ThreadData | undefined;
  /** More was said after this moment than is known: nothing may stand behind what the server wrote as if it followed. */
  private cut: number | null = null;
  private stopped = false;
  private readonly leave: () => void;

  constructor(
    private readonly client: QueryClient,
    private readonly about: About,
    private readonly me: string,
    private readonly asOf: number,
    private readonly tells: Tells,
  ) {
    this.thread = threadQuery(about, null, tells.page().span);
    this.upTo = asOf;
    const key = JSON.stringify(this.thread.queryKey);
    this.leave = client.getQueryCache().subscribe((event) => {
      const asks = event.type === "updated" && event.action.type === "fetch";
      if (asks && JSON.stringify(event.query.queryKey) === key) this.asked = new Map(this.apart);
    });
  }

  hear({ comments, asOf }: TalkNews, within: number): void {
    this.within = within;
    this.upTo = Math.max(this.upTo, asOf);
    for (const heard of this.underway) heard.push(...comments);
    this.take(comments);
  }

  /** Reads what was said since the last that is known, at some moment of the next `within` milliseconds. */
  catchUp(within: number, since = this.upTo): void {
    this.gap = Math.min(this.gap ?? since, since);
    clearTimeout(this.reading);
    this.reading = setTimeout(() => this.readNext(), Math.random() * within);
  }

  /** A field was opened or closed: what waited for it is read now. */
  fieldChanged(): void {
    if (this.heldSince === null) return;
    const since = this.heldSince;
    this.heldSince = null;
    this.tells.held(false);
    this.catchUp(0, since);
  }

  /** The thread is there as data, or more of it, by whatever brought it. */
  grown(older = this.asked): void {
    const data = this.data();
    if (!data || data === this.written) return;
    this.written = data;
    if (this.after.length > 0) this.show([]);
    const heard = [...this.apart].filter(([id, one]) => older.get(id) !== one).map(([, one]) => one);
    this.apart.clear();
    this.take(heard, undefined, this.apartSince);
    const here = [...this.behind].filter((id) => findComment(commentsOf(this.data() ?? data), id));
    if (here.length === 0) return;
    for (const id of here) this.behind.delete(id);
    this.tells.behind([...this.behind]);
    this.tells.came(here);
  }

  /** The server wrote the page anew: `stands` says what is in it. */
  rewritten(stands: (id: string) => boolean): void {
    this.cut = null;
    const left = this.after.filter(({ id }) => !stands(id));
    if (left.length < this.after.length) this.show(left);
  }

  stop(): void {
    this.stopped = true;
    this.leave();
    for (const timer of [this.reading, this.waking, this.asking]) clearTimeout(timer);
  }

  private data(): ThreadData | undefined {
    return this.client.getQueryData<ThreadData>(this.thread.queryKey);
  }

  private isLoading(): boolean {
    return this.client.isFetching({ queryKey: this.thread.queryKey }) > 0;
  }

  private write(data: ThreadData): void {
    this.client.setQueryData<ThreadData>(this.thread.queryKey, data);
    this.written = this.data();
  }

  private show(after: ThreadComment[]): void {
    this.after = after;
    this.tells.page().setAfter(after);
  }

  /** `touched`: of what was missed, what was changed. `since`: from when it may be. */
  private take(comments: Heard[], touched?: ReadonlySet<string>, since = this.upTo): void {
    this.grown();
    const alive = this.data();
    const before = alive ?? asThread(this.after);
    let data = before;
    // What is loaded then takes the place of all that stands here, as it was when that began.
    const loading = this.isLoading();
    const came: string[] = [];
    const wasBehind = this.behind.size;
    for (const one of comments) {
      const known = findComment(commentsOf(data), one.id);
      const comment = "reactedBy" in one ? asMine(one, this.me, known) : one;
      const ofOthers = comment.author?.id !== this.me;
      this.tells.said(comment);
      if (comment.deleted) this.tells.gone(comment.id);
      if (!alive || loading) this.keepApart(one, since);
      if (!alive && !known && !this.isNews(comment, data, touched)) continue;
      if ("reactedBy" in one && mustAsk(comment, known, this.me)) {
        this.own.set(one.id, one);
        this.ownSince = Math.min(this.ownSince ?? since, since);
        this.askSoon();
        continue;
      }
      const kept = known ? this.forField(comment, known, since) : comment;
      const merged = kept && withNews(data, kept);
      if (!merged) continue;
      data = merged.data;
      if (merged.went === "new" && ofOthers) came.push(comment.id);
      if (merged.went === "behind" && ofOthers) this.isBehind(comment);
      if (merged.went === "behind" || merged.went === null) this.keepApart(one, since);
    }
    if (data !== before) {
      holdSteady();
      if (alive) this.write(data);
      else this.show(commentsOf(data));
    }
    if (this.behind.size > wasBehind) this.tells.behind([...this.behind]);
    this.tells.came(came);
  }

  private keepApart(one: Heard, since: number): void {
    this.apartSince = Math.min(this.apart.size === 0 ? since : this.apartSince, since);
    this.apart.delete(one.id);
    this.apart.set(one.id, one);
    const [oldest] = this.apart.keys();
    if (this.apart.size > APART && oldest !== undefined) this.apart.delete(oldest);
  }

  /** Where much is changed that was said long ago, that is nothing new. */
  private isBehind({ id, createdAt }: ThreadComment): void {
    if (Date.parse(createdAt) > this.asOf) this.behind.add(id);
  }

  /** Beside comments that stand as the server wrote them: whether this one follows them. What changes them wakes the thread. */
  private isNews(comment: ThreadComment, data: ThreadData, touched?: ReadonlySet<string>): boolean {
    const element = standsAs(comment.id);
    if (element) {
      if (comment.deleted) empty(element, this.tells.page().removed(comment.deleted.by));
      if (!touched || touched.has(comment.id)) this.wake();
      return false;
    }
    if (comment.deleted) return false;
    if (comment.parentId === null) {
      const { begins, ends } = this.tells.page().span;
      if (followsOn(comment, ends)) {
        if (this.cut === null || Date.parse(comment.createdAt) <= this.cut) return true;
        if (comment.author?.id !== this.me) this.isBehind(comment);
      } else if (followsOn(comment, begins)) this.wakeFor(comment);
      return false;
    }
    if (findComment(commentsOf(data), comment.parentId)) return true;
    if (standsAs(comment.parentId)) this.wakeFor(comment);
    return false;
  }

  private wakeFor(comment: ThreadComment): void {
    if (comment.author?.id !== this.me) this.tells.came([comment.id]);
    this.wake();
  }

  /** What is being changed waits; what is being answered says that it is gone, and the field stays. */
  private forField(comment: ThreadComment, known: ThreadComment, since: number): ThreadComment | null {
    const { open } = this.tells.page();
    if (!open || !saysOther(comment, known)) return comment;
    const edited = open.what === "edit" && open.id === comment.id;
    const answers = open.what === "reply" || open.what === "quote";
    const answered = answers && (open.id === comment.id || known.replies.some(({ id }) => id === open.id));
    if (edited || (answered && comment.deleted)) {
      this.heldSince = Math.min(this.heldSince ?? since, since);
      this.tells.held(true);
    }
    if (edited) return null;
    if (!answered) return comment;
    const { author, abilities } = known;
    return { ...comment, author, abilities: { ...comment.abilities, reply: abilities.reply } };
  }

  /** The thread stands as the server wrote it: it is read once, as data, and lives from then on. */
  private wake(wait = (Math.random() * this.within) / SHARE): void {
    if (this.waking || this.data()) return;
    this.waking = setTimeout(async () => {
      const older = new Map(this.apart);
      const { begins } = this.tells.page().span;
      // What somebody asked for brings the thread to life as well.
      const page = this.isLoading() ? null : await loadNewest(this.about, begins).catch(whyNot);
      this.waking = undefined;
      if (this.stopped || this.data() || page === REFUSED) return;
      if (this.isLoading()) return this.wake(OWN);
      if (!page) return this.wake(this.patience());
      this.tries = 0;
      // Whoever reads far up in what was said stays there.
      if (!reaches(page, begins)) return this.tells.missed();
      const focusAgain = focusedIn();
      holdSteady();
      this.client.setQueryData<ThreadData>(this.thread.queryKey, { pages: [page], pageParams: [null] });
      this.grown(older);
      setTimeout(focusAgain, 50);
    }, wait);
  }

  private askSoon(): void {
    this.asking ??= setTimeout(() => {
      this.asking = undefined;
      if (this.client.isMutating({ mutationKey: ["post", this.about] }) > 0) return this.askSoon();
      const waiting = [...this.own.values()];
      const since = this.ownSince ?? this.upTo;
      this.own.clear();
      this.ownSince = null;
      const stands = commentsOf(this.data() ?? asThread(this.after));
      const asks = waiting.some((told) => {
        const known = findComment(stands, told.id);
        return mustAsk(asMine(told, this.me, known), known, this.me);
      });
      if (asks) this.catchUp(0, since);
      else this.take(waiting);
    }, OWN);
  }

  /** One after the other: of two answers the later one is the newer. */
  private readNext(): void {
    this.read = this.read.then(() => this.readMissed());
  }

  private async readMissed(): Promise<void> {
    if (this.stopped) return;
    const from = this.gap ?? this.upTo;
    // Should the line drop once more before the answer comes, that is a gap of its own.
    this.gap = null;
    const heard: ToldComment[] = [];
    this.underway.add(heard);
    const missed = await loadMissed(this.about, from).catch(whyNot);
    this.underway.delete(heard);
    // Whoever may not read it any more does not ask again.
    if (this.stopped || missed === REFUSED) return;
    if (!missed) {
      this.gap = Math.min(this.gap ?? from, from);
      clearTimeout(this.reading);
      this.reading = setTimeout(() => this.readNext(), this.patience());
      return;
    }
    this.tries = 0;
    this.upTo = Math.max(this.upTo, missed.asOf);
    this.grown();
    if (missed.more) this.cutOff(from);
    this.take(missed.comments, new Set(missed.touched), from);
    this.take(heard);
  }

  private cutOff(from: number): void {
    this.tells.missed();
    const data = this.data();
    if (data) this.write(cutAt(data, from));
    else this.cut ??= from;
  }

  private patience(): number {
    this.tries += 1;
    return Math.min(RETRY.last, RETRY.first * 2 ** (this.tries - 1));
  }
}

const REFUSED = "refused";

/** Null when it may go better next time. */
function whyNot(thrown: unknown): typeof REFUSED | null {
  return isRefusal(thrown) ? REFUSED : null;
}
