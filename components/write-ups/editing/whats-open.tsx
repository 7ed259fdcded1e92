import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatDateTime } from "@/lib/time/format";
import type { EditedWriteUp } from "@/lib/write-ups/editing";
import { TakeBack } from "./take-back";

/** On the page of the list: what the lead wrote when giving it back, and what waits for the lead. */
export function WhatsOpen({ writeUp, zone, locale }: { writeUp: EditedWriteUp; zone: string; locale: Locale }) {
  const t = translator(locale, "sharing");
  const { returnedNote, request } = writeUp;
  return (
    <>
      {returnedNote && (
        <div className="note">
          <h2 className="label small">{t("returned")}</h2>
          <p className="typed">{returnedNote}</p>
        </div>
      )}
      {request && (
        <div className="note plain stack">
          <p>
            {t("waiting", { by: request.by, target: request.target, when: formatDateTime(request.at, zone, locale) })}{" "}
            {t("goOn")}
          </p>
          {writeUp.mayTakeBack && <TakeBack id={writeUp.id} target={request.target} locale={locale} />}
        </div>
      )}
    </>
  );
}
