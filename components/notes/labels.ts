import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { NOTE_KINDS, NOTE_MAX, type NoteKind } from "@/lib/notes/limits";
import type { KeepLabels, NoteLabels, RoomLabels } from "./words";

export function noteLabels(locale: Locale): NoteLabels {
  const t = translator(locale, "notes");
  return {
    kinds: kindLabels(locale),
    by: t("by", { clock: "{clock}", name: "{name}" }),
    changedBy: t("changedBy", { name: "{name}" }),
    removed: t("removed", { name: "{name}" }),
    removedOne: t("removedOne"),
    change: t("change"),
    remove: t("remove"),
  };
}

export function kindLabels(locale: Locale): Record<NoteKind, string> {
  const t = translator(locale, "notes");
  return Object.fromEntries(NOTE_KINDS.map((kind) => [kind, t(`kind.${kind}`)])) as Record<NoteKind, string>;
}

export function keepLabels(locale: Locale): KeepLabels {
  const t = translator(locale, "notes");
  return {
    waiting: t("waiting"),
    saved: t("saved"),
    serverOnly: t("serverOnly"),
    away: t("away"),
    awayUnable: t("awayUnable"),
    refused: t("refused"),
    locked: t("lockedNow"),
    tooLong: t("tooLong", { max: NOTE_MAX }),
    gone: t("gone", { name: "{name}" }),
    aside: t("aside"),
  };
}

export function roomLabels(locale: Locale): RoomLabels {
  const t = translator(locale, "notes");
  return {
    note: noteLabels(locale),
    keep: keepLabels(locale),
    empty: t("empty"),
    general: t("general"),
    here: t("here", { count: "{count}" }),
    hereOne: t("hereOne"),
    more: t("more"),
    news: t("news", { name: "{name}" }),
    newsMany: t("newsMany", { count: "{count}" }),
    changeLabel: t("changeLabel"),
    what: t("what"),
    done: t("done"),
    removeAsk: t("removeAsk"),
    removeYes: t("removeYes"),
    removeNo: t("removeNo"),
    unsent: t("unsent"),
  };
}
