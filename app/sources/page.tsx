import type { Metadata } from "next";
import Link from "next/link";
import { getLocale } from "@/lib/auth/current";
import { settings } from "@/lib/env/settings";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "pages")("sources.title") };
}

export default async function Sources() {
  const t = translator(await getLocale(), "pages.sources");
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <h1>{t("title")}</h1>
          <p className="lead">{t("lead")}</p>
          <p className="actions">
            <Link href="/library">{t("library")}</Link>
          </p>
        </div>
      </div>
      <section className="band">
        <h2 className="hung">{t("facts")}</h2>
        <div className="text">
          <p>{t("factsText")}</p>
        </div>
      </section>
      {settings.demo && (
        <section className="band">
          <h2 className="hung">{t("demo")}</h2>
          <div className="text stack">
            <p>{t("demoText")}</p>
            <p>{t("notOfficial")}</p>
          </div>
        </section>
      )}
      <section className="band">
        <h2 className="hung">{t("software")}</h2>
        <div className="text">
          <p>{t("softwareText")}</p>
        </div>
      </section>
    </>
  );
}
