import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import type { ActionResult } from "@/lib/action/action";
import { fieldsOf } from "@/lib/action/form-data";
import { useErrorWords } from "../layout/error-words";

type FormAction = (state: ActionResult | null, form: FormData) => Promise<ActionResult>;

/**
 * The action, with an answer of ours where the server gave none, such as with the line down: what was typed stays in the
 * form instead of going with the page. On the server it is the action itself, so that the form works without JavaScript.
 */
export function useAnswered(action: FormAction): FormAction {
  const words = useErrorWords();
  if (typeof window === "undefined" || !words) return action;
  return async (state, form) => {
    try {
      return await action(state, form);
    } catch (thrown) {
      unstable_rethrow(thrown); // redirect() and notFound() travel as errors
      const message = unstable_isUnrecognizedActionError(thrown) ? words.outdated : words.unanswered;
      return { ok: false, code: "unavailable", message, fields: {}, values: fieldsOf(form) };
    }
  };
}
