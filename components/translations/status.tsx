import { SavedMark } from "@/components/write-ups/editing/task-mark";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Part } from "@/lib/translations/parts";
import { partName } from "./part-name";

export type StatusQuery = Record<string, string | string[] | undefined>;

/** What was done just now: saved, or filled by the machine. */
export function Status({ query, parts, locale }: { query: StatusQuery; parts: Part[]; locale: Locale }) {
  const t = translator(locale, "translations");
  const saved = parts.find(({ key }) => key === query.saved);
  const [filled, left] = [countOf(query.filled), countOf(query.left)];
  if (!saved && filled === null) return null;
  return (
    <p className="saved" role="status">
      <SavedMark />
      <span>
        {saved && t("saved", { part: partName(saved.key, locale) })}
        {filled !== null && t("machine.filled", { filled })} {left !== null && left > 0 && t("machine.left", { left })}
      </span>
    </p>
  );
}

function countOf(value: string | string[] | undefined): number | null {
  return typeof value === "string" && /^\d{1,4}$/.test(value) ? Number(value) : null;
}
