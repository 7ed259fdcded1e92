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
    refusedUnable: t("refusedUnable"),
    waiting: t("waiting"),
  };
}

/** Of a form of which there is no draft yet: it is kept on this device alone. */
export function startLabels(locale: Locale): KeeperLabels {
  const t = translator(locale, "workingCopies");
  return {
    ...keeperLabels(locale),
    put: t("startPut", { when: "{when}" }),
    deviceOnly: t("startHere"),
    away: t("startAway"),
    awayUnable: t("startAwayUnable"),
    waiting: t("startUnable"),
  };
}

/** Of a note that is sent with one press, such as why something is taken back. */
export function noteLabels(locale: Locale): KeeperLabels {
  const t = translator(locale, "workingCopies");
  return {
    ...keeperLabels(locale),
    put: t("notePut", { when: "{when}" }),
    deviceOnly: t("noteHere"),
    away: t("noteAway"),
    awayUnable: t("noteAwayUnable"),
    waiting: t("noteUnable"),
  };
}

/** What two people's values are shown under. */
export function clashLabels(locale: Locale) {
  const t = translator(locale, "workingCopies");
  const name = { name: "{name}" };
  return {
    title: t("clashTitle", name),
    text: t("clashText", name),
    mine: t("mine"),
    theirs: t("somebody"),
    nothing: t("nothing"),
    otherCrisis: t("otherCrisis"),
  };
}

export function signOutLabels(locale: Locale) {
  const t = translator(locale, "workingCopies");
  return { title: t("unsentTitle"), text: t("unsentText"), leave: t("unsentLeave") };
}
