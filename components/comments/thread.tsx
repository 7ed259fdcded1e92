"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Handed } from "@/components/ui/once";
import { QueryProvider } from "@/components/ui/query-provider";
import { commentsOf, threadQuery } from "@/lib/comments/client";
import type { About, OpenField, Span, ThreadComment, ThreadPage } from "@/lib/comments/types";
import { Comment } from "./comment";
import { Composer } from "./composer";
import type { ThreadLabels } from "./labels";
import { LiveThread } from "./live";
import type { LiveLabels } from "./live-labels";
import { More } from "./more";
import { onEscape } from "./on-escape";
import { noteSelection, selectedIn } from "./quote";
import { Sending } from "./sending";
import { Still } from "./still";
import { Unclear } from "./unclear";
import { useFocusBack } from "./use-focus-back";
import { useThread } from "./use-thread";

/** What is new since the reader was here, in words, and where it begins. */
export interface FreshLine {
  words: string;
  href: string;
}

interface Props {
  about: About;
  /** The page that the address asked for; null for the newest, which comes as `still`. */
  first: ThreadPage | null;
  /** The newest comments as HTML, until somebody acts on one; null when there are none. */
  still: Handed | null;
  span: Span;
  /** Whether the reader may say something. */
  post: boolean;
  me: ThreadPage["me"];
  /** The field that stands open from the start, and the comment that the page was asked to show. */
  open: OpenField;
  target: string | null;
  fresh: FreshLine | null;
  /** Names in what was posted just now fit several people. */
  unclear: boolean;
  labels: ThreadLabels;
  live: LiveLabels;
  /** Until when the page knows what was said, in milliseconds since 1970. */
  asOf: number;
  /** What stands there before anybody said anything. */
  empty: string;
  /** Who will read a new comment, in words. */
  circle: string;
  /** The language that a new comment is in unless one says otherwise. */
  language: string;
  /** For the field at the foot and for the one that stands open. */
  formKeys: [string, string];
}

export function Thread(props: Props) {
  return (
    <QueryProvider>
      <Talk {...props} />
    </QueryProvider>
  );
}

function Talk({
  about,
  first,
  still,
  span,
  me,
  labels,
  live,
  asOf,
  empty,
  circle,
  language,
  formKeys,
  ...given
}: Props) {
  const query = useInfiniteQuery(threadQuery(about, first, span));
  const [open, setOpen] = useState(given.open);
  useFocusBack(open);
  const thread = useThread(about, me, span, setOpen);
  const [after, setAfter] = useState<ThreadComment[]>([]);
  const comments = query.data ? commentsOf(query.data) : after;
  const waiting = thread.sending.filter((sent) => sent.rootId === null);
  const before = query.data ? (query.hasPreviousPage ? (comments[0]?.id ?? null) : null) : (span.begins?.id ?? null);

  async function loadEarlier() {
    if (!query.data) await query.refetch();
    await query.fetchPreviousPage();
  }

  const show = (field: OpenField) =>
    setOpen(field?.what === "quote" ? { ...field, words: selectedIn(field.id) } : field);

  return (
    <>
      {given.fresh && (
        <p className="fresh">
          {given.fresh.words} <a href={given.fresh.href}>{labels.freshFirst}</a>
        </p>
      )}
      {before !== null && (
        <More
          href={`?before=${before}#comments`}
          label={labels.earlier}
          load={loadEarlier}
          busy={query.isFetchingPreviousPage}
          failed={query.isFetchPreviousPageError}
          labels={labels}
        />
      )}
      {query.isError && !query.data && <p role="alert">{labels.loadFailed}</p>}
      {comments.length + waiting.length === 0 && !still && <p className="lead">{empty}</p>}
      {!query.data && still && (
        <Still
          comments={still}
          busy={query.isFetching}
          ask={async (field) => {
            show(field);
            await query.refetch();
          }}
          more={async (rootId, after) => {
            await query.refetch();
            thread.answers.load(rootId, after);
          }}
        />
      )}
      {comments.length + waiting.length > 0 && (
        <ol
          className="thread"
          onPointerDownCapture={noteSelection}
          onKeyDownCapture={noteSelection}
          onKeyDown={open ? onEscape(() => setOpen(null)) : undefined}
        >
          {comments.map((comment) => (
            <li key={comment.id}>
              <Comment
                comment={comment}
                about={about}
                open={open}
                setOpen={show}
                target={given.target}
                labels={labels}
                circle={circle}
                language={thread.said?.language ?? language}
                formKey={formKeys[1]}
                thread={thread}
              />
            </li>
          ))}
          {!query.hasNextPage &&
            waiting.map((sent) => (
              <li key={sent.formKey}>
                <Sending sent={sent} me={me} label={labels.sending} />
              </li>
            ))}
        </ol>
      )}
      {query.data && query.hasNextPage && (
        <More
          href={`?after=${query.data.pages.at(-1)?.later ?? ""}#comments`}
          label={labels.later}
          load={() => query.fetchNextPage()}
          busy={query.isFetchingNextPage}
          failed={query.isFetchNextPageError}
          labels={labels}
        />
      )}
      <p className="vh" role="status">
        {thread.said ? labels.posted : ""}
      </p>
      <Unclear said={thread.said} given={given.unclear} labels={labels} />
      {given.post && (
        <Composer
          kind="post"
          label={labels.write}
          hint={circle}
          submit={labels.post}
          hidden={{ ...about }}
          about={about}
          formKey={formKeys[0]}
          language={language}
          labels={labels}
          send={(form) => thread.post(form, null)}
        />
      )}
      <LiveThread
        {...{ about, me, asOf, span, open, setAfter, labels, live }}
        data={query.data}
        marked={given.fresh !== null}
        post={given.post}
      />
    </>
  );
}
