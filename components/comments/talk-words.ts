import { type DeskLabels, deskLabels } from "@/components/passages/labels";
import type { Locale } from "@/lib/i18n/locales";
import { type SaidThere, type ThreadLabels, threadLabels } from "./labels";
import { type LiveLabels, liveLabels } from "./live-labels";

/** All that the browser says where people talk. */
export interface TalkWords {
  labels: ThreadLabels;
  live: LiveLabels;
  desk: DeskLabels;
}

const kept = new Map<string, TalkWords>();

/** The same object each time, for `handWords`. */
export function talkWords(locale: Locale, said: SaidThere = "comment"): TalkWords {
  const key = `${locale} ${said}`;
  const words = kept.get(key) ?? {
    labels: threadLabels(locale, said),
    live: liveLabels(locale),
    desk: deskLabels(locale),
  };
  if (process.env.NODE_ENV !== "development") kept.set(key, words);
  return words;
}
