import { useMutation, useMutationState, useQueryClient } from "@tanstack/react-query";
import { type Dispatch, type SetStateAction, useState } from "react";
import type { ActionResult } from "@/lib/action/action";
import { sendComment, sendDelete, sendEdit, sendReaction, sendResolved } from "@/lib/comments/actions";
import {
  changeThread,
  loadReplies,
  type ThreadData,
  threadQuery,
  withAnswers,
  withChange,
  withComment,
} from "@/lib/comments/client";
import type { About, OpenField, Span, ThreadComment, ThreadPage } from "@/lib/comments/types";
import type { ThreadLabels } from "./labels";

/** A comment on its way, shown in its place. */
export interface Sent {
  form: FormData;
  formKey: string;
  rootId: string | null;
  /** The field that it was typed into, if it closes when it is sent. */
  field: OpenField;
  text: string;
  language: string;
}

/** Refused by the server, with sentences for the reader. A dropped line throws something else. */
export class Refused extends Error {
  readonly result: Extract<ActionResult, { ok: false }>;
  constructor(result: Extract<ActionResult, { ok: false }>) {
    super(result.code);
    this.result = result;
  }
}

/** What to say of something that failed. */
export function sentenceOf(thrown: unknown, labels: ThreadLabels): string {
  return thrown instanceof Refused ? (thrown.result.fields.markdown ?? thrown.result.message) : labels.notSent;
}

async function accepted(result: Promise<ActionResult<ThreadComment>>): Promise<ThreadComment> {
  const settled = await result;
  if (settled.ok) return settled.value;
  throw new Refused(settled);
}

const CHANGES = { edit: sendEdit, remove: sendDelete, react: sendReaction, resolve: sendResolved };

/** What one can do in a thread: each shows its result at once, and what failed throws. */
export function useThread(
  about: About,
  me: ThreadPage["me"],
  span: Span,
  setOpen: Dispatch<SetStateAction<OpenField>>,
) {
  const client = useQueryClient();
  const [said, setSaid] = useState<ThreadComment | null>(null);
  const newest = threadQuery(about, null, span);
  const write = (change: (data: ThreadData) => ThreadData) => changeThread(client, newest.queryKey, change);

  // Without a line a mutation would wait in silence; here it fails at once and the text goes back into its field.
  const always = { networkMode: "always", retry: false } as const;
  const post = useMutation({
    ...always,
    mutationKey: ["post", about],
    mutationFn: (sent: Sent) => accepted(sendComment(sent.form)),
    onSuccess: async (comment, { rootId, field }) => {
      // The thread stood as the server wrote it: what it says now has the new comment in it.
      if (!client.getQueryData(newest.queryKey)) await client.fetchInfiniteQuery(newest).catch(() => location.reload());
      await write((data) => withComment(data, comment, rootId));
      setOpen((now) => (now === field ? null : now));
      setSaid(comment);
    },
  });
  const change = useMutation({
    ...always,
    mutationFn: ({ form, what }: { form: FormData; what: keyof typeof CHANGES }) => accepted(CHANGES[what](form)),
    onSuccess: async (comment, { what }) => {
      // First: a conversation that is resolved folds as soon as nothing in it is open.
      setOpen(null);
      await write((data) => withChange(data, comment));
      if (what === "edit") setSaid(comment);
    },
  });
  const answers = useMutation({
    ...always,
    mutationFn: ({ rootId, after }: { rootId: string; after: string }) => loadReplies(about, rootId, after),
    onSuccess: (page, { rootId, after }) => write((data) => withAnswers(data, rootId, page, { after })),
  });
  const sending = useMutationState({
    filters: { mutationKey: ["post", about], status: "pending" },
    select: (mutation) => mutation.state.variables as Sent,
  });
  const changing = (what: keyof typeof CHANGES) => (form: FormData) => change.mutateAsync({ form, what });
  return {
    me,
    sending,
    said,
    post: (form: FormData, rootId: string | null, field: OpenField = null) =>
      post.mutateAsync({
        form,
        rootId,
        field,
        formKey: String(form.get("formKey")),
        text: String(form.get("markdown")),
        language: String(form.get("language")),
      }),
    edit: changing("edit"),
    remove: changing("remove"),
    react: changing("react"),
    resolve: changing("resolve"),
    answers: {
      load: (rootId: string, after: string) => answers.mutate({ rootId, after }),
      loading: answers.isPending ? answers.variables.after : null,
      failed: answers.isError ? answers.variables.after : null,
    },
  };
}
export type ThreadVerbs = ReturnType<typeof useThread>;
