import type { SessionView } from "@/lib/sessions/types";
import type { Speaker } from "./types";

type Rule = Pick<SessionView, "confidentiality">;

/** "Use it, don't name it" names neither people nor cities; the other rules name both. */
export function mayName({ confidentiality }: Rule): boolean {
  return confidentiality !== "use-not-name";
}

/** What was said, as it may be told afterwards: with who said it for which city, or without either. */
export function asTold<T extends { by: Speaker | null }>(session: Rule, said: readonly T[]): T[] {
  return said.map((one) => (mayName(session) ? one : { ...one, by: null }));
}
