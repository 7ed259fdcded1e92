import type { QueryClient } from "@tanstack/react-query";
import { holdSteady } from "@/components/live/steady";
import { aboutParams, commentsOf, type ThreadData, threadQuery } from "@/lib/comments/client";
import { asMine, findComment, followsOn, mustAsk, saysOther, withNews } from "@/lib/comments/live-merge";
import type { Missed, TalkNews, ToldComment } from "@/lib/comments/live-types";
import type { About, OpenField, Span, ThreadComment, ThreadPage } from "@/lib/comments/types";

/** One's own words come back with the answer to what one sent: it has so long to arrive before one asks. */
const OWN = 700;
/** A thread costs a third of a page to read. */
const SHARE = 3;
const RETRY = { first: 3000, last: 60_000 };
export interface Page {
  /** What the server wrote. */
  span: Span;
  open: OpenField;
  after: ThreadComment[];
  setAfter: (after: ThreadComment[]) => void;
  removed: (by: "author" | "moderator") => string;
}

interface Tells {
  page: () => Page;
  /** What was said or changed, wherever it stands. */
  said: (comment: ThreadComment) => void;
  /** New comments of others stand on the page now, or behind what is loaded of the thread. */
  came: (ids: string[]) => void;
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
  private reading: ReturnType<typeof setTimeout> | undefined;
  private waking: ReturnType<typeof setTimeout> | undefined;
  private asking: ReturnType<typeof setTimeout> | undefined;
  private readonly own = new Map<string, ToldComment>();
  /** Heard while the thread is read for the first time. */
  private meanwhile: ToldComment[] = [];

  constructor(
    private readonly client: QueryClient,
    private readonly about: About,
    private readonly me: string,
    asOf: number,
    private readonly tells: Tells,
  ) {
    this.thread = threadQuery(about, null);
    this.upTo = asOf;
  }

  hear({ comments, asOf }: TalkNews, within: number): void {
    this.within = within;
    this.upTo = Math.max(this.upTo, asOf);
    if (this.waking) this.meanwhile.push(...comments);
    this.take(comments);
  }

  /** Reads what was said since the last that is known, at some moment of the next `within` milliseconds. */
  catchUp(within: number): void {
    this.gap = Math.min(this.gap ?? this.upTo, this.upTo);
    clearTimeout(this.reading);
    this.reading = setTimeout(() => this.read(), Math.random() * within);
  }

  /** A field was opened or closed: what waited for it is read now. */
  fieldChanged(): void {
    if (this.heldSince === null) return;
    this.gap = Math.min(this.gap ?? this.heldSince, this.heldSince);
    this.heldSince = null;
    this.tells.held(false);
    this.catchUp(0);
  }

  /** The thread is there as data now, by whatever brought it. */
  awake(): void {
    const { after, setAfter } = this.tells.page();
    if (after.length === 0) return;
    this.take(after);
    setAfter([]);
  }

  stop(): void {
    for (const timer of [this.reading, this.waking, this.asking]) clearTimeout(timer);
  }

  private data(): ThreadData | undefined {
    return this.client.getQueryData<ThreadData>(this.thread.queryKey);
  }

  private take(comments: (ToldComment | ThreadComment)[], touched?: ReadonlySet<string>): void {
    const alive = this.data();
    const before = alive ?? asThread(this.tells.page().after);
    let data = before;
    const came: string[] = [];
    const behind: string[] = [];
    for (const one of comments) {
      const known = findComment(commentsOf(data), one.id);
      const comment = "reactedBy" in one ? asMine(one, this.me, known) : one;
      this.tells.said(comment);
      if (comment.deleted) this.tells.gone(comment.id);
      if (!alive && !known && !this.isNews(comment, data, touched)) continue;
      if ("reactedBy" in one && mustAsk(comment, known, this.me)) {
        this.own.set(one.id, one);
        this.askSoon();
        continue;
      }
      const kept = known ? this.forField(comment, known) : comment;
      const merged = kept && withNews(data, kept);
      if (!merged) continue;
      data = merged.data;
      if (merged.went === "new" && comment.author?.id !== this.me) came.push(comment.id);
      if (merged.went === "behind") behind.push(comment.id);
    }
    if (data !== before) {
      holdSteady();
      if (alive) this.client.setQueryData(this.thread.queryKey, data);
      else this.tells.page().setAfter(commentsOf(data));
    }
    if (behind.length > 0) this.tells.behind(behind);
    this.tells.came(came);
  }

  /** Beside comments that stand as the server wrote them: whether this one follows them. What changes them wakes the thread. */
  private isNews(comment: ThreadComment, data: ThreadData, touched?: ReadonlySet<string>): boolean {
    const element = document.getElementById(`comment-${comment.id}`);
    if (element) {
      if (comment.deleted) empty(element, this.tells.page().removed(comment.deleted.by));
      if (!touched || touched.has(comment.id)) this.wake();
      return false;
    }
    if (comment.deleted) return false;
    if (comment.parentId === null) {
      const { begins, ends } = this.tells.page().span;
      if (followsOn(comment, ends)) return true;
      if (followsOn(comment, begins)) this.wakeFor(comment);
      return false;
    }
    if (findComment(commentsOf(data), comment.parentId)) return true;
    if (document.getElementById(`comment-${comment.parentId}`)) this.wakeFor(comment);
    return false;
  }

  private wakeFor(comment: ThreadComment): void {
    if (comment.author?.id !== this.me) this.tells.came([comment.id]);
    this.wake();
  }

  /** What is being changed waits; what is being answered says that it is gone, and the field stays. */
  private forField(comment: ThreadComment, known: ThreadComment): ThreadComment | null {
    const { open } = this.tells.page();
    if (!open || !saysOther(comment, known)) return comment;
    const edited = open.what === "edit" && open.id === comment.id;
    const answers = open.what === "reply" || open.what === "quote";
    const answered = answers && (open.id === comment.id || known.replies.some(({ id }) => id === open.id));
    if (edited || (answered && comment.deleted)) {
      this.heldSince ??= this.upTo;
      this.tells.held(true);
    }
    if (edited) return null;
    if (!answered) return comment;
    const { author, abilities } = known;
    return { ...comment, author, abilities: { ...comment.abilities, reply: abilities.reply } };
  }

  /** The thread stands as the server wrote it: it is read once, as data, and lives from then on. */
  private wake(): void {
    if (this.waking || this.data()) return;
    this.waking = setTimeout(
      async () => {
        const page = await load<ThreadPage>(`/api/comments?${aboutParams(this.about)}`);
        const meanwhile = this.meanwhile.splice(0);
        this.waking = undefined;
        if (page === REFUSED) return;
        if (!page) return this.catchUp(RETRY.first);
        const focusAgain = focusedIn();
        holdSteady();
        this.client.setQueryData<ThreadData>(
          this.thread.queryKey,
          (data) => data ?? { pages: [page], pageParams: [null] },
        );
        this.take(meanwhile);
        setTimeout(focusAgain, 50);
      },
      (Math.random() * this.within) / SHARE,
    );
  }

  private askSoon(): void {
    this.asking ??= setTimeout(() => {
      this.asking = undefined;
      if (this.client.isMutating({ mutationKey: ["post", this.about] }) > 0) return this.askSoon();
      const waiting = [...this.own.values()];
      this.own.clear();
      const stands = commentsOf(this.data() ?? asThread(this.tells.page().after));
      const asks = waiting.some((told) => {
        const known = findComment(stands, told.id);
        return mustAsk(asMine(told, this.me, known), known, this.me);
      });
      if (asks) this.catchUp(0);
      else this.take(waiting);
    }, OWN);
  }

  private async read(): Promise<void> {
    const from = this.gap ?? this.upTo;
    const asked = aboutParams(this.about, { at: String(Math.floor(from)) });
    const missed = await load<Missed>(`/api/comments/since?${asked}`);
    // Whoever may not read it any more does not ask again.
    if (missed === REFUSED) return;
    if (!missed) {
      this.reading = setTimeout(() => this.read(), Math.min(RETRY.last, RETRY.first * 2 ** this.tries));
      this.tries += 1;
      return;
    }
    this.tries = 0;
    this.gap = null;
    this.upTo = Math.max(this.upTo, missed.asOf);
    if (missed.more) this.tells.missed();
    this.take(missed.comments, new Set(missed.touched));
  }
}

function asThread(comments: ThreadComment[]): ThreadData {
  const page = { comments, earlier: null, later: null } as ThreadData["pages"][number];
  return { pages: [page], pageParams: [null] };
}

const REFUSED = "refused";

/** Null when it may go better next time. */
async function load<T>(path: string): Promise<T | typeof REFUSED | null> {
  const answer = await fetch(path, { cache: "no-store" }).catch(() => null);
  if (answer?.ok) return answer.json().catch(() => null);
  return answer && answer.status < 500 && answer.status !== 429 ? REFUSED : null;
}

/** What stays of a comment that stands as the server wrote it. */
function empty(element: Element, words: string): void {
  const left = document.createElement("p");
  left.className = "muted";
  left.textContent = words;
  holdSteady();
  element.replaceChildren(left);
}

/** Whoever stood on a link of a comment stands on it again when the comment was made anew. */
function focusedIn(): () => void {
  const link = document.activeElement;
  const comment = link?.closest("article.comment");
  if (!link || !comment) return () => {};
  const at = [...comment.querySelectorAll("a, button")].indexOf(link);
  return () => {
    const again = document.getElementById(comment.id)?.querySelectorAll<HTMLElement>("a, button")[at];
    if (document.activeElement === document.body) again?.focus({ preventScroll: true });
  };
}
