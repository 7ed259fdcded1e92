"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Handed } from "@/components/ui/once";
import { QueryProvider } from "@/components/ui/query-provider";
import { commentsOf, threadQuery } from "@/lib/comments/client";
import type { About, OpenField, ThreadPage } from "@/lib/comments/types";
import { Comment } from "./comment";
import { Composer } from "./composer";
import type { ThreadLabels } from "./labels";
import { More } from "./more";
import { Sending } from "./sending";
import { Still } from "./still";
import { useThread } from "./use-thread";

interface Props {
  about: About;
  /** The page that the address asked for; null for the newest, which comes as `still`. */
  first: ThreadPage | null;
  /** The newest comments as HTML, until somebody acts on one; null when there are none. */
  still: Handed | null;
  /** Whether there are comments before those. */
  earlier: string | null;
  /** Whether the reader may say something. */
  post: boolean;
  me: ThreadPage["me"];
  /** The field that stands open from the start. */
  open: OpenField;
  labels: ThreadLabels;
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

function Talk({ about, first, still, earlier, me, labels, empty, circle, language, formKeys, ...given }: Props) {
  const query = useInfiniteQuery(threadQuery(about, first));
  const [open, setOpen] = useState(given.open);
  const thread = useThread(about, me, setOpen);
  const comments = query.data ? commentsOf(query.data) : [];
  const waiting = thread.sending.filter((sent) => sent.rootId === null);
  const before = query.data ? (query.hasPreviousPage ? (comments[0]?.id ?? null) : null) : earlier;

  async function loadEarlier() {
    if (!query.data) await query.refetch();
    await query.fetchPreviousPage();
  }

  return (
    <>
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
            setOpen(field);
            await query.refetch();
          }}
        />
      )}
      {comments.length + waiting.length > 0 && (
        <ol className="thread">
          {comments.map((comment) => (
            <li key={comment.id}>
              <Comment
                comment={comment}
                about={about}
                open={open}
                setOpen={setOpen}
                labels={labels}
                circle={circle}
                language={language}
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
      {given.post && (
        <Composer
          kind="post"
          label={labels.write}
          hint={circle}
          submit={labels.post}
          hidden={{ ...about }}
          formKey={formKeys[0]}
          language={language}
          labels={labels}
          send={(form) => thread.post(form, null)}
        />
      )}
    </>
  );
}
