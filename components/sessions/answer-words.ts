import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { SessionView } from "@/lib/sessions/types";

/** What stands above the buttons with which one answers: while the session is on nothing is asked about what is to come. */
export function answerWords(
  { moment, myAnswer }: Pick<SessionView, "moment" | "myAnswer">,
  locale: Locale,
): { title: string; text: string | null } {
  const t = translator(locale, "sessions");
  if (moment === "now") return { title: t("answer.now.title"), text: t(`answer.now.${myAnswer ?? "none"}`) };
  return { title: myAnswer ? t(`mine.${myAnswer}`) : t("answer.title"), text: null };
}
