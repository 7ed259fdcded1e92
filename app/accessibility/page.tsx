import type { Metadata } from "next";
import { getLocale } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";

const CHECKS = ["axe", "keyboard", "js", "width", "colour"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "pages")("accessibility.title") };
}

export default async function Accessibility() {
  const t = translator(await getLocale(), "pages.accessibility");
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <h1>{t("title")}</h1>
          <p className="lead">{t("lead")}</p>
        </div>
      </div>
      <section className="band">
        <h2 className="hung">{t("aim")}</h2>
        <div className="text">
          <p>{t("aimText")}</p>
        </div>
      </section>
      <section className="band">
        <h2 className="hung">{t("checked")}</h2>
        <div className="text prose">
          <ul>
            {CHECKS.map((check) => (
              <li key={check}>{t(`checks.${check}`)}</li>
            ))}
          </ul>
        </div>
      </section>
      <section className="band">
        <h2 className="hung">{t("limits")}</h2>
        <div className="text">
          <p>{t("limitsText")}</p>
        </div>
      </section>
      <section className="band">
        <h2 className="hung">{t("report")}</h2>
        <div className="text stack">
          <p>{t("reportText")}</p>
          <p>{t("reportPublic")}</p>
        </div>
      </section>
    </>
  );
}
