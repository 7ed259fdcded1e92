import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { KeeperLabels } from "./saved-line";

/** The sentences of Keeper as plain strings: names and moments are put in by the browser. */
export function keeperLabels(locale: Locale): KeeperLabels {
  const t = translator(locale, "workingCopies");
  return {
    here: t("here", { name: "{name}" }),
    elsewhere: t("elsewhere", { name: "{name}" }),
    put: t("put", { when: "{when}" }),
    found: t("found", { when: "{when}" }),
    use: t("use"),
    drop: t("drop"),
    deviceOnly: t("deviceOnly"),
    both: t("both"),
    serverOnly: t("serverOnly"),
    away: t("away"),
    awayUnable: t("awayUnable"),
    refused: t("refused"),
    waiting: t("waiting"),
  };
}

/** Fields of the document whose question in the form has another name. */
const ASKED_AS = { valueKind: "value", sourceId: "sourceTitle", empty: "why", audience: "whoReads", markdown: "text" };
const FIELDS = [
  ...["title", "card", "crisis", "startedOn", "endedOn", "beganOn", "firstActionOn", "date", "phase", "what", "who"],
  ...["effect", "decisionLevel", "label", "unit", "asOf", "from", "evidence", "strength", "note", "onCard", "name"],
  ...["sector", "role", "sseType", "legalForm", "url", "needs", "transferable", "amount", "kind", "themes", "sdgs"],
  ...["targetGroups", "maturity", "scale", "participation", "email", "by"],
];

/** What two people's values of one field are shown under. */
export function clashLabels(locale: Locale) {
  const t = translator(locale, "workingCopies");
  const field = translator(locale, "writing.field");
  const label = (name: string) => (field.has(name as "title") ? [field(name as "title")] : []);
  const asked = [...FIELDS.map((name) => [name, name]), ...Object.entries(ASKED_AS)];
  const fields = Object.fromEntries(asked.flatMap(([name = "", key = ""]) => label(key).map((text) => [name, text])));
  const name = { name: "{name}" };
  return {
    title: t("clashTitle", name),
    text: t("clashText", name),
    mine: t("mine"),
    theirs: t("somebody"),
    nothing: t("nothing"),
    fields,
  };
}

export function signOutLabels(locale: Locale) {
  const t = translator(locale, "workingCopies");
  return { title: t("unsentTitle"), text: t("unsentText"), leave: t("unsentLeave") };
}
