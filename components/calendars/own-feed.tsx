import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { endAddress } from "@/lib/calendars/actions";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatDay } from "@/lib/time/format";
import { MakeAddress } from "./make-address";

/** One's secret address: made, made anew, ended. */
export function OwnFeed({ since, zone, locale }: { since: Date | null; zone: string; locale: Locale }) {
  const t = translator(locale, "calendars.feed");
  return (
    <div className="stack loose">
      <p>{since ? t("since", { day: formatDay(since, zone, locale) }) : t("none")}</p>
      <div className="stack">
        <MakeAddress
          label={t(since ? "makeNew" : "make")}
          words={{ made: t("made"), address: t("address"), hint: t("addressHint"), open: t("open") }}
        />
        {since && <p className="hint">{t("makeNewNote")}</p>}
      </div>
      {since && (
        <Form action={endAddress} words={formWords(locale)}>
          <p className="actions">
            <Submit quiet>{t("end")}</Submit>
          </p>
        </Form>
      )}
    </div>
  );
}
