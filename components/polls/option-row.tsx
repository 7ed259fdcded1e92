import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { VOTES } from "@/lib/polls/limits";
import { optionWords } from "@/lib/polls/option-words";
import type { PollOption, PollView } from "@/lib/polls/types";
import { cityName } from "@/lib/sessions/city-name";
import { CityVotes, saidWords } from "./city-votes";
import { VoteButtons } from "./vote-buttons";

interface Props {
  option: PollOption;
  poll: PollView;
  locale: Locale;
}

/** One departure: the reader's clock large, then the organiser's, my vote, each city's clock, and how it stands. */
export function PollOptionRow({ option, poll, locale }: Props) {
  const t = translator(locale, "polls");
  const { day, clock, place, organiser } = optionWords(option, poll, locale);
  const { abilities } = poll;
  const said = saidWords(option.all, locale);
  return (
    <li className="slot stack tight" id={`option-${option.id}`}>
      <h3>
        <b>{clock}</b> <span>{t("where", { day, place })}</span>
      </h3>
      {(organiser || option.suggestedBy) && (
        <p className="small muted">
          {[organiser, option.suggestedBy && t("suggestedBy", { name: option.suggestedBy })].filter(Boolean).join(". ")}
        </p>
      )}
      {option.passed && <p className="small">{t("passed")}</p>}
      {abilities.vote && !option.passed && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend that is seen
        <div className="votes" role="group" aria-label={t("ask", { day, clock })}>
          <VoteButtons
            option={option.id}
            mine={option.mine}
            labels={{ yes: t("vote.yes"), "if-need-be": t("vote.if-need-be"), no: t("vote.no") }}
          />
          <span className="small muted">{t(`mine.${option.mine ?? "none"}`)}</span>
        </div>
      )}
      <CityVotes option={option} cities={poll.cities} locale={locale} />
      <p className="small">
        {said ? `${said}.` : t("noVotesYet")} {t("total", { points: option.total / 4 })}{" "}
        {said && <Standing option={option} poll={poll} locale={locale} />}
      </p>
      <details>
        <summary>
          {t("who")}
          <span className="vh">: {clock}</span>
        </summary>
        <ul className="small">
          {VOTES.map((vote) => (
            <li key={vote}>
              <b>{t(`vote.${vote}`)}</b>: {option.names[vote].join(", ") || t("nobodySaid")}
            </li>
          ))}
        </ul>
      </details>
      {abilities.decide && !option.passed && (
        <p>
          <Link className="act" href={`/sessions/${poll.sessionId}/poll/${option.id}`}>
            {t("take")}
            <span className="vh">: {`${day}, ${clock}`}</span>
          </Link>
        </p>
      )}
    </li>
  );
}

/** Whether it works, or which cities are missing. */
function Standing({ option, poll, locale }: Props) {
  const t = translator(locale, "polls");
  const missing = poll.cities.filter(({ id }) => option.missing.includes(id)).map((city) => cityName(city, locale));
  if (missing.length === 0) return <b>{t("works")}</b>;
  if (missing.length > 1 && missing.length === poll.cities.filter(({ required }) => required).length)
    return t("missingAll");
  return t("missing", { count: missing.length, cities: missing.join(", ") });
}
