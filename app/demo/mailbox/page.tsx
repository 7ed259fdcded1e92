import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getActor, getLocale, getZone } from "@/lib/auth/current";
import { settings } from "@/lib/env/settings";
import { translator } from "@/lib/i18n/translator";
import { listKept } from "@/lib/mail/mailbox";
import { dayParts, formatClock } from "@/lib/time/format";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "mailbox")("title"), robots: { index: false } };
}

export default async function Mailbox({ searchParams }: PageProps<"/demo/mailbox">) {
  if (!settings.demo) notFound();
  const [locale, zone, actor, query] = await Promise.all([getLocale(), getZone(), getActor(), searchParams]);
  const mine = query.to === "me" ? actor?.email : undefined;
  const messages = await listKept(mine);
  const t = translator(locale, "mailbox");
  return (
    <>
      <div className="opening">
        <h1 className="matter">{t("title")}</h1>
      </div>
      <div className="band">
        <div className="hung">
          <p>{t("lead")}</p>
          {actor && (
            <p>
              <Link className="act" href={mine ? "/demo/mailbox" : "/demo/mailbox?to=me"}>
                {t(mine ? "all" : "mine")}
              </Link>
            </p>
          )}
        </div>
        <div className="text">
          {messages.length === 0 && <p>{t(mine ? "emptyMine" : "empty")}</p>}
          <ul className="rows dated">
            {messages.map(({ name, to, subject, date }) => {
              const day = date && dayParts(date, zone, locale);
              return (
                <li key={name}>
                  <span className="day">
                    <b>{day?.number}</b> {day?.month}
                  </span>
                  <div>
                    <h2>
                      <Link href={`/demo/mailbox/${name}`}>{subject}</Link>
                    </h2>
                    <p className="small muted">
                      {t("to")} {to}
                      {date && `, ${formatClock(date, zone, locale)}`}
                    </p>
                  </div>
                </li>
              );
            })}
          </ul>
        </div>
      </div>
    </>
  );
}
