import type { CSSProperties } from "react";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate, partialDateParts } from "@/lib/time/format";
import { comparePartialDates, daysBetween } from "@/lib/time/partial-date";
import { type Document, PHASES, type Phase, type TimelineEntry } from "@/lib/write-ups/document";
import { term } from "@/lib/write-ups/terms";
import { SourceLink } from "./figure";

const lane = (number: number) => ({ "--z": number }) as CSSProperties;

/** Entries in order of time, in runs of one phase. */
function runsOf(entries: TimelineEntry[]): { phase: Phase; entries: TimelineEntry[] }[] {
  const runs: { phase: Phase; entries: TimelineEntry[] }[] = [];
  for (const entry of [...entries].sort((a, b) => comparePartialDates(a.date, b.date))) {
    const last = runs.at(-1);
    if (last?.phase === entry.phase) last.entries.push(entry);
    else runs.push({ phase: entry.phase, entries: [entry] });
  }
  return runs;
}

/** Three lanes, one for each phase; the line changes lane with the phase and may go back. */
export function Timeline({
  document,
  locale,
  lang,
  accent,
}: {
  document: Document;
  locale: Locale;
  lang?: string;
  accent: string;
}) {
  const t = translator(locale, "reading");
  const runs = runsOf(document.timeline);
  const first = runs[0]?.entries[0];
  const last = runs.at(-1)?.entries.at(-1);
  if (!first || !last) return null;
  const days =
    document.beganOn && document.firstActionOn ? daysBetween(document.beganOn, document.firstActionOn) : null;
  const missing = PHASES.filter((phase) => !runs.some((run) => run.phase === phase));
  const seen = new Set<Phase>();
  return (
    <section className="band" aria-labelledby="timeline">
      <header className="hung">
        <h2 id="timeline">{t("timeline")}</h2>
        <p>
          {t("timelineNote", {
            count: document.timeline.length,
            from: formatPartialDate(first.date, locale),
            to: formatPartialDate(last.date, locale),
          })}
        </p>
        {days !== null && days >= 0 && <p>{t("firstAction", { days })}</p>}
      </header>
      <div className={`matter timeline ${accent}`}>
        <p className="lanes" aria-hidden="true">
          <span>1</span>
          <span>2</span>
          <span>3</span>
        </p>
        {runs.map((run, index) => {
          const number = PHASES.indexOf(run.phase) + 1;
          const before = runs[index - 1];
          const name = `${number} ${t(`phases.${run.phase}.name`)}`;
          const again = seen.has(run.phase);
          seen.add(run.phase);
          return (
            // A phase may come back, so its place among the runs is its name.
            <div key={`${run.phase}-${run.entries[0]?.id}`}>
              <div className="phase" style={lane(number)}>
                {before && <Shift from={PHASES.indexOf(before.phase)} to={number - 1} />}
                <h3>{again ? t("again", { phase: name }) : name}</h3>
                {!again && <p>{t(`phases.${run.phase}.note`)}</p>}
              </div>
              <ol className="stops">
                {run.entries.map((entry) => (
                  <Stop
                    key={entry.id}
                    entry={entry}
                    lane={number}
                    end={entry === first ? "first" : entry === last ? "last" : undefined}
                    document={document}
                    locale={locale}
                    lang={lang}
                  />
                ))}
              </ol>
            </div>
          );
        })}
        {missing.map((phase) => (
          <div className="phase" style={lane(PHASES.indexOf(phase) + 1)} key={phase}>
            <h3>{`${PHASES.indexOf(phase) + 1} ${t(`phases.${phase}.name`)}`}</h3>
            <p>
              {t(`phases.${phase}.note`)} {t("noEntry")}
            </p>
          </div>
        ))}
      </div>
    </section>
  );
}

/** The line that crosses from one lane to another. */
function Shift({ from, to }: { from: number; to: number }) {
  return (
    <svg viewBox="0 0 3 1" preserveAspectRatio="none" aria-hidden="true">
      <path d={`M${from + 0.5} -.1V.15L${to + 0.5} .7V1.1`} />
    </svg>
  );
}

interface StopProps {
  entry: TimelineEntry;
  lane: number;
  end?: "first" | "last";
  document: Document;
  locale: Locale;
  lang?: string;
}

function Stop({ entry, lane: number, end, document, locale, lang }: StopProps) {
  const t = translator(locale, "reading");
  const { lead, rest } = partialDateParts(entry.date, locale);
  const source = document.sources.find((one) => one.id === entry.sourceId);
  return (
    <li style={lane(number)} className={end}>
      <time className="day" dateTime={entry.date}>
        <b>{lead}</b>
        {rest}
      </time>
      <p>
        <span lang={lang}>
          {entry.what}
          {entry.who && ` (${entry.who})`}
        </span>
        {entry.effect && (
          <span className="source" lang={lang}>
            {t("effect", { effect: entry.effect })}
          </span>
        )}
        {entry.decisionLevel && (
          <span className="source">
            {t("decidedBy", { level: term("decisionLevel", entry.decisionLevel, locale) })}
          </span>
        )}
        {source && (
          <span className="source">
            <SourceLink source={source} locale={locale} />
          </span>
        )}
      </p>
    </li>
  );
}
