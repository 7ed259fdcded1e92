import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import type { Document, Kind } from "@/lib/write-ups/document";
import { TASKS, type TaskKey, taskState } from "@/lib/write-ups/tasks";
import { answerLines } from "./answer-lines";
import { taskName } from "./task-name";

interface Props {
  id: string;
  kind: Kind;
  document: Document;
  /** Of the document, where it is not the interface's. */
  language?: string;
  locale: Locale;
}

/** Every task with what is there, or that nothing is, and the way to it. */
export function Answers({ id, kind, document, language, locale }: Props) {
  const t = translator(locale, "sharing");
  const tasks = translator(locale, "writing.tasks");
  const done = TASKS[kind].filter((task) => taskState(kind, document, task) === "done").length;
  return (
    <section className="band writing" aria-labelledby="h-check">
      <header className="tasklist hung">
        <h2 id="h-check">{t("check")}</h2>
        <p>{t("checkText", { done, all: TASKS[kind].length })}</p>
      </header>
      <dl className="task answers">
        {TASKS[kind].map((task) => (
          <div key={task}>
            <dt>{taskName(kind, task, locale)}</dt>
            <dd>
              {summary(kind, document, task, locale)}
              <small>{tasks(`state.${taskState(kind, document, task)}`)}</small>
              <Lines lines={answerLines(kind, document, task, locale)} language={language} locale={locale} />
            </dd>
            <dd>
              <Link className="act" href={`/write-ups/${id}/edit/${task}`}>
                {t("change")}
                <span className="vh"> {taskName(kind, task, locale)}</span>
              </Link>
            </dd>
          </div>
        ))}
        <div>
          <dt>{tasks("files")}</dt>
          <dd>
            {tasks("filesState", { count: document.media.length })}
            <Lines
              lines={document.media.map(({ alt, caption }) => caption || alt)}
              language={language}
              locale={locale}
            />
          </dd>
          <dd>
            <Link className="act" href={`/write-ups/${id}/edit/files`}>
              {t("change")}
              <span className="vh"> {tasks("files")}</span>
            </Link>
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** A few stand there; many are folded. */
function Lines({ lines, language, locale }: { lines: string[]; language?: string; locale: Locale }) {
  const lang = language === locale ? undefined : language;
  if (lines.length === 0) return null;
  if (lines.length === 1) return <small lang={lang}>{lines[0]}</small>;
  const numbered = [...lines.entries()];
  return (
    <details>
      <summary>{translator(locale, "writing.answers")("show", { count: lines.length })}</summary>
      <ul lang={lang}>
        {numbered.map(([number, line]) => (
          <li key={number}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

function summary(kind: Kind, document: Document, task: TaskKey, locale: Locale): string {
  const t = translator(locale, "sharing.sum");
  switch (task) {
    case "title":
      return document.card || t("noCard");
    case "timeline":
      return t("entries", { count: document.timeline.length });
    case "figures": {
      const without = document.observations.filter(({ sourceId }) => sourceId === null).length;
      return t("figures", { count: document.observations.length, without });
    }
    case "organisations": {
      const count = t("organisations", { count: document.organisations.length });
      return kind === "case" ? `${words(document, "who-did-what", locale)}, ${count}` : count;
    }
    case "conditions":
      return `${words(document, task, locale)}, ${t("blocks", { count: document.buildingBlocks.length })}`;
    case "funding":
      return t("entries", { count: document.funding.length });
    case "sources":
      return t("entries", { count: document.sources.length });
    case "contact":
      return document.contact?.email ?? document.contact?.name ?? translator(locale, "sharing")("missing");
    case "tags": {
      const { policyAreas, themes, targetGroups, sdgs } = document;
      return t("tags", { count: policyAreas.length + themes.length + targetGroups.length + sdgs.length });
    }
    default:
      return words(document, task, locale);
  }
}

/** How long a section is, or why it is empty. */
function words(document: Document, key: string, locale: Locale): string {
  const section = document.sections.find((one) => one.key === key);
  if (section?.markdown)
    return translator(locale, "sharing.sum")("words", { count: section.markdown.split(/\s+/).length });
  if (!section?.empty) return translator(locale, "sharing")("missing");
  const { why, by } = section.empty;
  return translator(locale, "reading.empty")(why, { by: by ? formatPartialDate(by, locale) : "none" });
}
