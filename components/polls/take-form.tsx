import Link from "next/link";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { finalise } from "@/lib/polls/actions";
import type { PollOption, PollView } from "@/lib/polls/types";
import { cityName } from "@/lib/sessions/city-name";

interface Props {
  poll: PollView;
  option: PollOption;
  locale: Locale;
}

/** What happens when this option is taken, and the button that does it. */
export function TakeForm({ poll, option, locale }: Props) {
  const t = translator(locale, "polls");
  const { yes, "if-need-be": maybe, no } = option.all;
  const { capacity, cities } = poll;
  const missing = cities.filter(({ id }) => option.missing.includes(id)).map((city) => cityName(city, locale));
  return (
    <div className="stack">
      {missing.length > 0 && (
        <p className="note">{t("takeMissing", { cities: missing.join(", "), count: missing.length })}</p>
      )}
      <p>{t("takeLead", { people: poll.asked, cities: cities.length })}</p>
      <p>{t("takeAnswers", { yes, maybe, no })}</p>
      {capacity !== null && yes > capacity && <p>{t("takeWaiting", { capacity, waiting: yes - capacity })}</p>}
      <Form action={finalise} words={formWords(locale)}>
        <input type="hidden" name="id" value={poll.sessionId} />
        <input type="hidden" name="option" value={option.id} />
        <p className="actions">
          <Submit big>{t("takeSend")}</Submit>
          <Link href={`/sessions/${poll.sessionId}#option-${option.id}`}>{t("takeKeep")}</Link>
        </p>
      </Form>
    </div>
  );
}
