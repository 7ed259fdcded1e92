import Link from "next/link";
import { getActor, getLocale } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";

export default async function NotFound() {
  const [actor, locale] = await Promise.all([getActor(), getLocale()]);
  const t = translator(locale, "errors.page");
  return (
    <div className="opening">
      <div className="text stack">
        <title>{`${t("notFoundTitle")} – Stafeta`}</title>
        <h1>{t("notFoundTitle")}</h1>
        <p className="lead">{t("notFoundText")}</p>
        {!actor && <p>{t("notFoundSignIn")}</p>}
        <p className="actions">
          <Link href="/">{t("toHome")}</Link>
        </p>
      </div>
    </div>
  );
}
