import Link from "next/link";
import { City } from "@/components/ui/plate";
import { TaskMark } from "@/components/write-ups/editing/task-mark";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { TranslatedWriteUp, Translation } from "@/lib/translations/types";
import { partName } from "./part-name";

const MARKS = {
  done: "done",
  behind: "in-progress",
  machine: "in-progress",
  "in-progress": "in-progress",
  "not-started": "not-started",
} as const;

interface Props {
  writeUp: TranslatedWriteUp;
  translation: Translation;
  /** On a phone too. */
  open: boolean;
  locale: Locale;
}

/** Whose it is, how far the translation is, and every part with its state. */
export function PartList({ writeUp, translation, open, locale }: Props) {
  const t = translator(locale, "translations");
  const { parts, language, begun } = translation;
  const done = parts.filter(({ state }) => state === "done").length;
  const step = 100 / Math.max(parts.length, 1);
  return (
    <nav className="tasklist stack" aria-labelledby="h-parts">
      <p className="kicker">
        <City city={writeUp.city} />
      </p>
      <p lang={writeUp.language}>
        <b>{writeUp.original.title}</b>
      </p>
      <h2 id="h-parts">{t("parts", { done, all: parts.length })}</h2>
      <span
        className="baton"
        aria-hidden="true"
        style={{ "--from": `${Math.min(done, parts.length - 1) * step}%`, "--step": `${step}%` } as React.CSSProperties}
      />
      <details className="wide-open" open={open}>
        <summary>{t("allList", { all: parts.length })}</summary>
        <ol className="tasks">
          {parts.map(({ key, state }) => (
            <li key={key}>
              <TaskMark state={MARKS[state]} />
              <Link href={`/write-ups/${writeUp.id}/translate/${language}/${begun ? key : "title"}`}>
                <span>{partName(key, locale)}</span>
                <small>{t(`state.${state}`)}</small>
              </Link>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
