import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import type { Document, Kind } from "@/lib/write-ups/document";
import { figureText } from "@/lib/write-ups/figure-input";
import { unitWord } from "@/lib/write-ups/figures";
import { moneyText } from "@/lib/write-ups/money-input";
import type { TaskKey } from "@/lib/write-ups/tasks";

/** Every answer of a task that is not a text, one line for each entry, for somebody who checks them. */
export function answerLines(kind: Kind, document: Document, task: TaskKey, locale: Locale): string[] {
  const terms = translator(locale, "vocabulary");
  const t = translator(locale, "writing.answers");
  const date = (known: string | null | undefined) => known && formatPartialDate(known, locale);
  const source = (id: string | null) => document.sources.find((one) => one.id === id)?.title;
  switch (task) {
    case "title":
      return [kind === "case" && ["beganOn", "firstActionOn"], ["startedOn", "endedOn"]]
        .flatMap((names) => names || [])
        .flatMap((name) => {
          const known = date(document[name as "beganOn"]);
          return known ? [`${translator(locale, "writing.field")(name as "beganOn")} ${known}`] : [];
        });
    case "timeline":
      return document.timeline.map((entry) =>
        joined(
          date(entry.date),
          terms(`phase.${entry.phase}`),
          entry.what,
          entry.who,
          entry.decisionLevel && terms(`decisionLevel.${entry.decisionLevel}`),
          entry.effect,
          source(entry.sourceId),
        ),
      );
    case "figures":
      return document.observations.map((figure) =>
        joined(
          `${figure.label}: ${[figureText(figure, locale), unitOf(figure)].filter(Boolean).join(" ")}`,
          figure.from && figure.asOf
            ? t("until", { from: date(figure.from) ?? "", to: date(figure.asOf) ?? "" })
            : (date(figure.asOf) ?? date(figure.from)),
          figure.evidence && terms(`evidence.${figure.evidence}`),
          figure.strength && terms(`strength.${figure.strength}`),
          source(figure.sourceId),
          figure.note,
          figure.onCard && t("onCard"),
        ),
      );
    case "organisations":
      return document.organisations.map((one) =>
        joined(
          one.name,
          one.sector && terms(`sector.${one.sector as "sse"}`),
          one.role && terms(`role.${one.role as "lead"}`),
          one.sseType && terms(`sseType.${one.sseType as "network"}`),
          one.legalForm,
          one.url,
        ),
      );
    case "conditions":
      return document.buildingBlocks.map((block) =>
        joined(block.name, block.what, block.needs, terms(`transferable.${block.transferable}`)),
      );
    case "funding":
      return document.funding.map(({ label, amount, currency, ...grant }) =>
        joined(
          label,
          amount !== null && currency !== null ? moneyText({ amount, currency }, locale) : t("noAmount"),
          terms(`fundingKind.${grant.kind}`),
          date(grant.date),
          source(grant.sourceId),
        ),
      );
    case "sources":
      return document.sources.map((one) =>
        joined(
          one.title,
          one.publisher,
          date(one.date),
          one.language,
          one.url,
          one.accessedOn && `${translator(locale, "writing.field")("accessedOn")} ${date(one.accessedOn)}`,
        ),
      );
    case "tags":
      return tagLines(document, locale);
    case "contact":
      return [
        joined(document.contact?.email, document.contact?.name),
        kind === "case" ? t(document.nobodyRecognisable ? "checked" : "unchecked") : "",
      ].filter(Boolean);
    default:
      return [];
  }
}

function tagLines(document: Document, locale: Locale): string[] {
  const terms = translator(locale, "vocabulary");
  const { maturity, scale, participation } = document;
  return [
    document.policyAreas.map((one) => terms(`policyArea.${one as "data"}`)),
    document.themes.map((one) => terms(`theme.${one as "food"}`)),
    document.targetGroups.map((one) => terms(`targetGroup.${one as "women"}`)),
    [
      maturity && terms(`maturity.${maturity as "pilot"}`),
      scale && terms(`scale.${scale as "city"}`),
      participation && terms(`participation.${participation as "inform"}`),
    ],
    document.sdgs.map((goal) => `${goal} ${terms(`sdg.${String(goal) as "1"}`)}`),
  ]
    .map((group) => joined(...group))
    .filter(Boolean);
}

function unitOf(figure: Document["observations"][number]): string {
  return figure.unit === "percent" ? "%" : unitWord(figure) || figure.unit;
}

function joined(...parts: (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(" · ");
}
