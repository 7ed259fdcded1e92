import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { City } from "@/components/ui/plate";
import { settle } from "@/lib/asks/actions";
import type { AskView, SaidToAsk } from "@/lib/asks/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import { formatDateTime } from "@/lib/time/format";
import { other } from "./words";

interface Props {
  ask: AskView;
  /** The first words of each comment that is offered, in their order. */
  words: string[];
  zone: string;
  locale: Locale;
}

/** What was said last, to mark one of it as the answer. Folded away once there is one. */
export function SettleBand({ ask, words, zone, locale }: Props) {
  const t = translator(locale, "asks.page");
  const list = (
    <ul className="rows">
      {ask.offered.map((said, index) => (
        <Offered ask={ask} said={said} words={words[index] ?? ""} zone={zone} locale={locale} key={said.id} />
      ))}
    </ul>
  );
  return (
    <section className="band light" aria-labelledby="settle">
      <header className="hung">
        <h2 id="settle">{t("settle")}</h2>
        <p>{t("settleNote")}</p>
      </header>
      <div className="text">
        {ask.answer ? (
          <details>
            <summary>{t("settleAgain")}</summary>
            {list}
          </details>
        ) : (
          list
        )}
      </div>
    </section>
  );
}

function Offered({ ask, said, words, zone, locale }: Omit<Props, "words"> & { said: SaidToAsk; words: string }) {
  const t = translator(locale, "asks.page");
  const whose = t("thisOf", { name: said.author, when: formatDateTime(said.at, zone, locale) });
  return (
    <li>
      {said.city ? <City city={{ ...said.city, name: cityName(said.city, locale) }} quiet /> : <span />}
      <div>
        <p className="small muted" dir="auto">
          {whose}
        </p>
        <p lang={other(said.language, locale)} dir="auto">
          {words}
        </p>
        <div className="acts">
          <Form action={settle} words={formWords(locale)}>
            <input type="hidden" name="id" value={ask.id} />
            <input type="hidden" name="comment" value={said.id} />
            <input type="hidden" name="seen" value={ask.answer?.id ?? ""} />
            <button className="link">
              {t("this")}
              <span className="vh">: {whose}</span>
            </button>
          </Form>
        </div>
      </div>
    </li>
  );
}
