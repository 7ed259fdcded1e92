import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { casePath, placeOf } from "@/lib/moderation/paths";
import { reasonIn } from "@/lib/moderation/reason";
import type { Decision } from "@/lib/moderation/types";
import { dayParts } from "@/lib/time/format";

interface Props {
  decision: Decision;
  zone: string;
  locale: Locale;
}

/** Who decided what about which comment or question, and what its author was told. */
export function DecisionRow({ decision, zone, locale }: Props) {
  const t = translator(locale, "moderation");
  const { what, at, by, told, judged } = decision;
  const { kind, thing, abilities } = judged;
  const author = judged.author ?? "";
  const { number, month } = dayParts(at, zone, locale);
  return (
    <li>
      <p className="day">
        <b>{number}</b> {month}
      </p>
      <div className="stack tight">
        <p>{t(`what.${what}`, { name: by, author, kind })}</p>
        {told && (
          <p className="small">
            <q dir="auto">{what === "hidden" ? reasonIn(told, locale) : told}</q>
          </p>
        )}
        <p className="small">
          <Link href={placeOf(judged)} lang={thing.language === locale ? undefined : thing.language}>
            {thing.title}
          </Link>
        </p>
        {what === "hidden" && abilities.restore && (
          <p className="acts small">
            <Link className="act" href={`${casePath("hide", judged)}&from=reports`}>
              {t("restore")}
              <span className="vh">: {t("ofWhom", { name: author, kind })}</span>
            </Link>
          </p>
        )}
      </div>
    </li>
  );
}
