"use server";

import { redirect } from "next/navigation";
import { type ActionResult, action } from "@/lib/action/action";
import { localeFor } from "@/lib/auth/current";
import * as changes from "./mutations";
import { postComment as post } from "./post";
import { DeleteComment, EditComment, PostComment, ReactToComment, ResolveComment } from "./schema";
import type { ThreadComment } from "./types";

type Result = ActionResult<ThreadComment>;

const runPost = action(PostComment, async (actor, input) =>
  post(actor, input, { locale: await localeFor(actor), zone: actor.zone }),
);
const runEdit = action(EditComment, async (actor, input) =>
  changes.editComment(actor, input, { locale: await localeFor(actor), zone: actor.zone }),
);
const runDelete = action(DeleteComment, async (actor, input) =>
  changes.deleteComment(actor, input, { locale: await localeFor(actor), zone: actor.zone }),
);
const runReact = action(ReactToComment, async (actor, input) =>
  changes.reactToComment(actor, input, { locale: await localeFor(actor), zone: actor.zone }),
);
const runResolve = action(ResolveComment, async (actor, input) =>
  changes.resolveComment(actor, input, { locale: await localeFor(actor), zone: actor.zone }),
);

/** For mutations in the browser: the comment comes back and the page stays. */
export async function sendComment(form: FormData): Promise<Result> {
  return runPost(null, form);
}
export async function sendEdit(form: FormData): Promise<Result> {
  return runEdit(null, form);
}
export async function sendDelete(form: FormData): Promise<Result> {
  return runDelete(null, form);
}
export async function sendReaction(form: FormData): Promise<Result> {
  return runReact(null, form);
}
export async function sendResolved(form: FormData): Promise<Result> {
  return runResolve(null, form);
}

/** For plain forms, without JavaScript or before it runs: the page comes again, at the comment. */
export async function postComment(state: Result | null, form: FormData): Promise<Result> {
  return atComment(await runPost(state, form));
}
export async function editComment(state: Result | null, form: FormData): Promise<Result> {
  return atComment(await runEdit(state, form));
}
export async function deleteComment(state: Result | null, form: FormData): Promise<Result> {
  return atComment(await runDelete(state, form));
}

export async function reactToComment(state: Result | null, form: FormData): Promise<Result> {
  return atComment(await runReact(state, form));
}
export async function resolveComment(state: Result | null, form: FormData): Promise<Result> {
  return atComment(await runResolve(state, form));
}

/** A relative address: the same page, whatever it is called. */
function atComment(result: Result): Result {
  if (!result.ok) return result;
  const { id, unclear, passage } = result.value;
  const place = passage?.state === "here" ? "beside" : "comment";
  redirect(`?comment=${id}${unclear ? "&unclear=1" : ""}#${place}-${id}`);
}
