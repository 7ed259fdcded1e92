import type { Metadata } from "next";
import { getLocale } from "@/lib/auth/current";
import { settings } from "@/lib/env/settings";
import { translator } from "@/lib/i18n/translator";

const ITEMS = ["profile", "membership", "written", "choices", "signIns", "log"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "pages")("privacy.title") };
}

export default async function Privacy() {
  const t = translator(await getLocale(), "pages.privacy");
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <h1>{t("title")}</h1>
          <p className="lead">{t("lead")}</p>
          {settings.demo && <p className="note">{t("demo")}</p>}
        </div>
      </div>
      <section className="band">
        <h2 className="hung">{t("stored")}</h2>
        <div className="text prose">
          <ul>
            {ITEMS.map((item) => (
              <li key={item}>{t(`items.${item}`)}</li>
            ))}
          </ul>
        </div>
      </section>
      <section className="band">
        <h2 className="hung">{t("who")}</h2>
        <div className="text">
          <p>{t("whoText")}</p>
        </div>
      </section>
      <section className="band">
        <h2 className="hung">{t("not")}</h2>
        <div className="text stack">
          <p>{t("notText")}</p>
          <h3>{t("cookies")}</h3>
          <p>{t("cookiesText")}</p>
        </div>
      </section>
      <section className="band">
        <h2 className="hung">{t("law")}</h2>
        <div className="text stack">
          <p>{t("lawText")}</p>
          <p>{t("rights")}</p>
        </div>
      </section>
    </>
  );
}
