import Link from "next/link";
import { WhenFields } from "@/components/sessions/when-fields";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { suggest } from "@/lib/polls/actions";
import type { PollView } from "@/lib/polls/types";

/** A day, a time and whose clock, for another option. */
export function SuggestForm({ poll, locale }: { poll: PollView; locale: Locale }) {
  const t = translator(locale, "polls");
  return (
    <Form action={suggest} words={formWords(locale)}>
      <input type="hidden" name="id" value={poll.sessionId} />
      <WhenFields cities={poll.cities} zone={poll.readerZone} locale={locale} />
      <p className="hint">{t("suggestHint", { left: poll.suggestionsLeft })}</p>
      <p className="actions">
        <Submit>{t("suggestSend")}</Submit>
        <Link href={`/sessions/${poll.sessionId}#poll`}>{t("back")}</Link>
      </p>
    </Form>
  );
}
