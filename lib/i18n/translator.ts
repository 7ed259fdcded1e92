import "server-only";
import { createTranslator, type Messages, type NamespaceKeys, type NestedKeyOf } from "use-intl/core";
import type { Locale } from "./locales";
import en from "./messages/en.json";
import it from "./messages/it.json";

export type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>;

const MESSAGES: Record<Locale, Messages> = { en, it };
const kept = new Map<string, unknown>();

function make<N extends Namespace>(locale: Locale, namespace: N) {
  // "en" means en-IE: 24 hours, weeks from Monday.
  return createTranslator({
    locale: locale === "en" ? ("en-IE" as Locale) : locale,
    messages: MESSAGES[locale],
    namespace,
  });
}
export type Translate<N extends Namespace> = ReturnType<typeof make<N>>;

/** The sentences of one noun in one language. Made once for a process: making one costs more than using it. */
export function translator<N extends Namespace>(locale: Locale, namespace: N): Translate<N> {
  const key = `${locale} ${namespace}`;
  // In development the messages change while the server runs.
  let found = process.env.NODE_ENV === "development" ? undefined : kept.get(key);
  if (!found) {
    found = make(locale, namespace);
    kept.set(key, found);
  }
  return found as Translate<N>;
}

/** A sentence whose key is only known at run time, such as one that a schema names. */
export function sentence(locale: Locale, key: string, values?: Record<string, string | number>): string {
  let message: unknown = MESSAGES[locale];
  for (const part of key.split(".")) message = (message as Record<string, unknown> | undefined)?.[part];
  if (typeof message !== "string") return sentence(locale, "errors.field.invalid");
  return createTranslator({ locale, messages: { message } as unknown as Messages })(
    "message" as never,
    values as never,
  );
}
