import "server-only";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { Actor, Reader } from "@/lib/auth/actor";
import { getActor, getLocale } from "@/lib/auth/current";
import { AppError, type ErrorCode } from "@/lib/errors/errors";
import { toAppError } from "@/lib/errors/report";
import { waitFor } from "@/lib/errors/wait";
import { sentence } from "@/lib/i18n/translator";
import { askToWait } from "./ask-to-wait";
import { type FormValues, fieldsOf, nest } from "./form-data";
import { issuesToFields } from "./issues";

/** What a form gets back. Sentences are in the reader's language; `values` is what was typed, so nothing is lost. */
export type ActionResult<T = unknown> =
  | { ok: true; value: T }
  | { ok: false; code: ErrorCode; message: string; fields: Record<string, string>; values: FormValues };

/** Seconds, for a refusal that does not say. */
const DEFAULT_WAIT = 60;

type Verb<S extends z.ZodType, A, T> = (actor: A, input: z.infer<S>, context: { userAgent: string }) => Promise<T>;

async function run<S extends z.ZodType, A, T>(
  schema: S,
  verb: Verb<S, A, T>,
  given: unknown,
  admit: (reader: Reader) => A,
): Promise<ActionResult<T>> {
  const values = given instanceof FormData ? fieldsOf(given) : {};
  const raw = given instanceof FormData ? nest(values) : given;
  try {
    const actor = admit(await getActor());
    const parsed = schema.safeParse(raw);
    if (!parsed.success) throw new AppError("invalid", { fields: issuesToFields(parsed.error) });
    const userAgent = (await headers()).get("user-agent") ?? "";
    return { ok: true, value: await verb(actor, parsed.data, { userAgent }) };
  } catch (thrown) {
    unstable_rethrow(thrown); // redirect() and notFound() travel as errors
    const { error, id } = toAppError(thrown);
    const locale = await getLocale();
    const fields = Object.fromEntries(
      Object.entries(error.fields).map(([field, { key, values }]) => [field, sentence(locale, key, values)]),
    );
    if (error.code === "too_many") askToWait(error.retryAfter ?? DEFAULT_WAIT);
    const message = sentence(locale, `errors.${error.code}`, {
      id: id ?? "",
      ...waitFor(error.retryAfter ?? DEFAULT_WAIT),
    });
    return { ok: false, code: error.code, message, fields, values: { ...values, ...error.values } };
  }
}

/** A server action for people who are signed in: actor → parse → run. Works as a form's action and as a mutation. */
export function action<S extends z.ZodType, T>(schema: S, verb: Verb<S, Actor, T>) {
  return (_state: ActionResult | null, given: FormData | z.input<S>): Promise<ActionResult<T>> =>
    run(schema, verb, given, (reader) => {
      if (!reader) throw new AppError("unauthenticated");
      return reader;
    });
}

/** A server action that anybody may call, such as asking for a sign-in link. */
export function publicAction<S extends z.ZodType, T>(schema: S, verb: Verb<S, Reader, T>) {
  return (_state: ActionResult | null, given: FormData | z.input<S>): Promise<ActionResult<T>> =>
    run(schema, verb, given, (reader) => reader);
}
