import { useMutation, useMutationState, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ActionResult } from "@/lib/action/action";
import { sendComment, sendDelete, sendEdit } from "@/lib/comments/actions";
import { type ThreadData, threadQuery, withChange, withComment } from "@/lib/comments/client";
import type { About, OpenField, ThreadComment, ThreadPage } from "@/lib/comments/types";

/** A comment on its way, shown in its place. */
export interface Sent {
  form: FormData;
  formKey: string;
  rootId: string | null;
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

async function accepted(result: Promise<ActionResult<ThreadComment>>): Promise<ThreadComment> {
  const settled = await result;
  if (settled.ok) return settled.value;
  throw new Refused(settled);
}

/** What one can do in a thread: each shows its result at once, and what failed throws. */
export function useThread(about: About, me: ThreadPage["me"], setOpen: (open: OpenField) => void) {
  const client = useQueryClient();
  const [said, setSaid] = useState<string | null>(null);
  const newest = threadQuery(about, null);
  const write = (change: (data: ThreadData) => ThreadData) =>
    client.setQueryData<ThreadData>(newest.queryKey, (data) => data && change(data));

  // Without a line a mutation would wait in silence; here it fails at once and the text goes back into its field.
  const always = { networkMode: "always", retry: false } as const;
  const post = useMutation({
    ...always,
    mutationKey: ["post", about],
    mutationFn: (sent: Sent) => accepted(sendComment(sent.form)),
    onSuccess: async (comment, { rootId }) => {
      // The thread stood as the server wrote it: what it says now has the new comment in it.
      if (!client.getQueryData(newest.queryKey)) await client.fetchInfiniteQuery(newest).catch(() => location.reload());
      write((data) => withComment(data, comment, rootId));
      if (rootId) setOpen(null);
      setSaid(comment.id);
    },
  });
  const change = useMutation({
    ...always,
    mutationFn: ({ form, remove }: { form: FormData; remove: boolean }) =>
      accepted(remove ? sendDelete(form) : sendEdit(form)),
    onSuccess: (comment) => {
      write((data) => withChange(data, comment));
      setOpen(null);
    },
  });
  const sending = useMutationState({
    filters: { mutationKey: ["post", about], status: "pending" },
    select: (mutation) => mutation.state.variables as Sent,
  });
  return {
    me,
    sending,
    said,
    post: (form: FormData, rootId: string | null) =>
      post.mutateAsync({
        form,
        rootId,
        formKey: String(form.get("formKey")),
        text: String(form.get("markdown")),
        language: String(form.get("language")),
      }),
    edit: (form: FormData) => change.mutateAsync({ form, remove: false }),
    remove: (form: FormData) => change.mutateAsync({ form, remove: true }),
  };
}
export type ThreadVerbs = ReturnType<typeof useThread>;
