import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { listenTo } from "@/components/live/listen";
import type { LiveBesideLabels } from "@/components/passages/live-beside";
import type { TalkNews } from "@/lib/comments/live-types";
import { talkTopic } from "@/lib/comments/talk";
import type { About, OpenField, Span, ThreadComment } from "@/lib/comments/types";
import { CATCH_UP, END, HERE, type HereNews, type News } from "@/lib/live/events";
import { Listener } from "./live-listener";
import type { Page } from "./live-page";
import { Stay } from "./stay";

export interface Listening {
  about: About;
  me: { id: string; name: string };
  /** Until when the page knows everything, in milliseconds since 1970. */
  asOf: number;
  /** Of what the server wrote. */
  span: Span;
  open: OpenField;
  /** Whether comments were marked as new when the page came. */
  marked: boolean;
  /** The thread, once it is there as data and not only as the server wrote it: another object with each change. */
  data: object | undefined;
  /** Shows new comments behind those that stand as the server wrote them. */
  setAfter: (after: ThreadComment[]) => void;
  /** What is said beside a passage when a comment comes to stand there. */
  beside: LiveBesideLabels;
  /** What stays of a comment that was removed. */
  removed: (by: "author" | "moderator") => string;
}

export interface LiveState {
  here: HereNews | null;
  /** New ones that the reader has not seen yet, in the order in which they came. */
  unseen: string[];
  /** Of these, some stand on another page of the thread. */
  behind: string[];
  /** More was said than could be told one by one. */
  missed: boolean;
  /** What they change or answer is not any more what it was. */
  held: boolean;
}

/** Lets the thread hear what others say, change and remove while its page is looked at. */
export function useLive({
  about,
  me,
  asOf,
  span,
  open,
  marked,
  data,
  setAfter,
  beside,
  removed,
}: Listening): LiveState {
  const client = useQueryClient();
  const [here, setHere] = useState<HereNews | null>(null);
  const [unseen, setUnseen] = useState<string[]>([]);
  const [behind, setBehind] = useState<string[]>([]);
  const [missed, setMissed] = useState(false);
  const [held, setHeld] = useState(false);
  const page = useRef<Page>({ span, open, setAfter, removed });
  const listener = useRef<Listener>(null);

  useLayoutEffect(() => {
    page.current = { span, open, setAfter, removed };
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a page is about one thing as long as it stands
  useEffect(() => {
    // They stand there a little later, or when the thread has come to life.
    const coming = new Set<string>();
    const stay = new Stay(marked);
    const look = () => {
      for (const id of coming) {
        const element = document.getElementById(`comment-${id}`);
        if (element && coming.delete(id)) seen.observe(element);
      }
    };
    const seen = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const id = target.id.replace("comment-", "");
        if (isIntersecting || !target.isConnected) seen.unobserve(target);
        if (isIntersecting) stay.see(id);
        // It was made anew: that one is looked at instead.
        if (!target.isConnected) {
          coming.add(id);
          look();
          continue;
        }
        setUnseen((before) =>
          isIntersecting ? before.filter((one) => one !== id) : before.includes(id) ? before : [...before, id],
        );
      }
    });
    const looking = new MutationObserver(look);
    const place = document.getElementById("comments");
    if (place) looking.observe(place, { subtree: true, childList: true });
    const own = new Listener(client, about, me.id, asOf, {
      page: () => page.current,
      said: (comment) => {
        const stands = (id: string | null) => document.getElementById(`beside-${id}`) !== null;
        // What one says oneself comes with the page, which is made anew.
        const comes = comment.author?.id !== me.id && (comment.passage !== null || stands(comment.parentId));
        if (comes || stands(comment.id))
          import("@/components/passages/live-beside").then(
            ({ tellBeside }) => tellBeside(comment, beside),
            () => {},
          );
      },
      came: (ids) => {
        for (const id of ids) coming.add(id);
        stay.hear(ids);
      },
      gone: (id) => {
        coming.delete(id);
        stay.see(id);
        setUnseen((before) => (before.includes(id) ? before.filter((one) => one !== id) : before));
      },
      behind: (ids) => {
        setBehind(ids);
        stay.hear(ids);
      },
      missed: () => {
        setMissed(true);
        stay.lose();
      },
      held: setHeld,
    });
    listener.current = own;
    const leave = listenTo(talkTopic(about), (news: News) => {
      if (news.kind === HERE) setHere(news as HereNews);
      else if (news.kind === END) setHere(null);
      else if (news.kind === CATCH_UP) own.catchUp(news.within ?? 0);
      else if (news.kind === "talk") own.hear(news as unknown as TalkNews, news.within ?? 0);
    });
    const end = () => stay.end();
    document.addEventListener("visibilitychange", end);
    return () => {
      end();
      document.removeEventListener("visibilitychange", end);
      leave();
      own.stop();
      seen.disconnect();
      looking.disconnect();
    };
  }, []);

  const field = open && `${open.what} ${open.id}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another field is open, or none
  useEffect(() => listener.current?.fieldChanged(), [field]);

  // The server wrote the page anew: what has come meanwhile stands in it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only then
  useLayoutEffect(() => {
    listener.current?.rewritten((id) => document.querySelector(`[data-once] #comment-${id}`) !== null);
  }, [asOf]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that the thread has changed, by whatever changed it
  useEffect(() => listener.current?.grown(), [data]);

  return { here, unseen, behind, missed, held };
}
