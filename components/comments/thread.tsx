"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { QueryProvider } from "@/components/ui/query-provider";
import { commentsOf, threadQuery } from "@/lib/comments/client";
import type { About, OpenField, ThreadPage } from "@/lib/comments/types";
import { Comment } from "./comment";
import { Composer } from "./composer";
import type { ThreadLabels } from "./labels";
import { More } from "./more";
import { Sending } from "./sending";
import { useThread } from "./use-thread";

interface Props {
  about: About;
  first: ThreadPage;
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

function Talk({ about, first, labels, empty, circle, language, formKeys, ...given }: Props) {
  const query = useInfiniteQuery(threadQuery(about, first));
  const [open, setOpen] = useState(given.open);
  const thread = useThread(about, first, setOpen);
  const comments = commentsOf(query.data);
  const waiting = thread.sending.filter((sent) => sent.rootId === null);
  return (
    <>
      {query.hasPreviousPage && (
        <More
          href={`?before=${comments[0]?.id ?? ""}#comments`}
          label={labels.earlier}
          load={() => query.fetchPreviousPage()}
          busy={query.isFetchingPreviousPage}
          failed={query.isFetchPreviousPageError}
          labels={labels}
        />
      )}
      {comments.length + waiting.length === 0 ? (
        <p className="lead">{empty}</p>
      ) : (
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
                <Sending sent={sent} me={first.me} label={labels.sending} />
              </li>
            ))}
        </ol>
      )}
      {query.hasNextPage && (
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
      {first.abilities.post && (
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
