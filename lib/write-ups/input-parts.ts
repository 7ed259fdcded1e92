import { z } from "zod";
import { line } from "@/lib/text/input";
import { noSuchDay, parsePartialDate } from "@/lib/time/partial-date";
import { LINE_MAX } from "./limits";

const URL_MAX = 1000;

/** A date as far as it is known, or null when the field stays empty. */
export const optionalDate = line(60)
  .default("")
  .transform((typed, context) => {
    if (typed === "") return null;
    const date = parsePartialDate(typed);
    if (date !== null) return date;
    const params = noSuchDay(typed);
    if (params) context.addIssue({ code: "custom", message: "errors.field.noSuchDay", params });
    else context.addIssue({ code: "custom", message: "errors.field.partialDate" });
    return null;
  });

/** An address on the web, or null when the field stays empty. "www.example.org" is completed. */
export const optionalUrl = line(URL_MAX)
  .default("")
  .transform((typed, context) => {
    if (typed === "") return null;
    const url = webAddress(/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`);
    if (url === null) context.addIssue({ code: "custom", message: "writing.error.url" });
    return url;
  });

export const optionalLine = line(LINE_MAX).default("");

/** One of a list; empty means none. */
export function optionalTerm<T extends string>(terms: readonly T[]) {
  return z
    .string()
    .default("")
    .transform((value, context) => {
      const term = terms.find((one) => one === value) ?? null;
      if (value !== "" && term === null) context.addIssue({ code: "custom", message: "errors.field.invalid" });
      return term;
    });
}

/** Some of a list, each once, in the order of the list; `key` says how many there may be. */
export function someTerms<T extends string>(terms: readonly T[], max: number, key: string) {
  return z
    .array(z.string())
    .default([])
    .transform((values, context) => {
      if (values.some((value) => !terms.some((term) => term === value)))
        context.addIssue({ code: "custom", message: "errors.field.invalid" });
      const chosen = terms.filter((term) => values.includes(term));
      if (chosen.length > max) context.addIssue({ code: "custom", message: key, params: { max } });
      return chosen;
    });
}

function webAddress(typed: string): string | null {
  if (!URL.canParse(typed)) return null;
  const url = new URL(typed);
  const good = /^https?:$/.test(url.protocol) && url.hostname.includes(".") && url.username === "" && !/\s/.test(typed);
  return good ? typed : null;
}
