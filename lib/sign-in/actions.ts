"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { type ActionResult, publicAction } from "@/lib/action/action";
import { completeEmailSignIn } from "@/lib/auth/complete";
import { signIn } from "@/lib/auth/next-auth";
import { limitRate } from "@/lib/auth/rate-limit";
import { fieldError } from "@/lib/errors/errors";
import { ownPath } from "@/lib/text/input";
import { askForLink, enterCode, openLink } from "./schema";

const QUARTER_HOUR = 900;

async function limitAddress(kind: string, limit: number) {
  const from = (await headers()).get("x-forwarded-for")?.split(",")[0]?.trim() || "local";
  await limitRate(`${kind}:from:${from}`, limit, QUARTER_HOUR);
}

const ask = publicAction(askForLink, async (_reader, { email, to }) => {
  await limitAddress("sign-in", 60);
  await limitRate(`sign-in:email:${email}`, 5, QUARTER_HOUR);
  await signIn("email", { email, redirect: false, redirectTo: ownPath(to) });
  redirect(`/sign-in/code?${new URLSearchParams({ email, to: ownPath(to) })}`);
});

/** Sends a link and a code. The answer is the same whether or not anybody here has the address. */
export async function askForSignIn(state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return ask(state, form);
}

const enter = publicAction(enterCode, async (_reader, { email, code, to }) => {
  await limitAddress("code", 60);
  await limitRate(`code:email:${email}`, 20, QUARTER_HOUR);
  if (!(await completeEmailSignIn(email, code))) throw fieldError("code", "signIn.error.wrong");
  redirect(ownPath(to));
});

export async function enterSignInCode(state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return enter(state, form);
}

const open = publicAction(openLink, async (_reader, { email, token, to }) => {
  await limitAddress("link", 60);
  if (!(await completeEmailSignIn(email, token))) throw fieldError("form", "signIn.linkWrong");
  redirect(ownPath(to));
});

export async function openSignInLink(state: ActionResult | null, form: FormData): Promise<ActionResult> {
  return open(state, form);
}

/** Sends the person to the identity provider. */
export async function signInWithProvider(form: FormData): Promise<void> {
  await signIn("oidc", { redirectTo: ownPath(form.get("to")) });
}
