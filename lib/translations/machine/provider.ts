import "server-only";
import type { ContentLanguage } from "@/lib/i18n/locales";
import type { Audience } from "@/lib/write-ups/limits";
import { deepL } from "./deepl";
import { libreTranslate } from "./libretranslate";

/** A translation service. */
export interface Machine {
  /** As readers are told. */
  name: string;
  /**
   * Texts in HTML, each a line or a paragraph with inline elements only, in the same order. Throws a MachineError; then
   * nothing of it counts.
   */
  translate(texts: string[], from: ContentLanguage, to: ContentLanguage): Promise<string[]>;
}

export interface MachineOptions {
  url: URL;
  key: string | null;
  /** For one request, in milliseconds. */
  timeout: number;
}

const TIMEOUT = 20_000;

/** The service that this house uses, or null. It gets no drafts: what only its authors read stays here. */
export function machineFor(audience: Audience): Machine | null {
  if (audience === "draft") return null;
  const key = process.env.TRANSLATE_KEY || null;
  const url = process.env.TRANSLATE_URL;
  switch (process.env.TRANSLATE_PROVIDER) {
    case "libretranslate":
      return url ? libreTranslate({ url: new URL(url), key, timeout: TIMEOUT }) : null;
    case "deepl":
      return deepLWith(key, url);
    default:
      return null;
  }
}

/** Keys of the free plan end in ":fx" and have an address of their own. */
function deepLWith(key: string | null, url: string | undefined): Machine | null {
  if (key === null) return null;
  const address = url ?? (key.endsWith(":fx") ? "https://api-free.deepl.com" : "https://api.deepl.com");
  return deepL({ url: new URL(address), key, timeout: TIMEOUT });
}
