import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { LetterFrame } from "@/components/mailbox/letter-frame";
import { Linked } from "@/components/ui/linked";
import { getLocale, getZone } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { getKept } from "@/lib/mail/mailbox";
import { formatDateTime } from "@/lib/time/format";

interface Props {
  params: Promise<{ name: string }>;
}

const load = cache(getKept);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const message = await load((await params).name);
  return { title: message?.subject, robots: { index: false } };
}

export default async function Message({ params }: Props) {
  const message = await load((await params).name);
  if (!message) notFound();
  const [locale, zone] = await Promise.all([getLocale(), getZone()]);
  const t = translator(locale, "mailbox");
  const { subject, to, from, date, text, html, attachments } = message;
  return (
    <>
      <div className="opening">
        <p className="hung">
          <Link className="act" href="/demo/mailbox">
            {t("back")}
          </Link>
        </p>
        <h1 className="matter">{subject}</h1>
      </div>
      <div className="band">
        <div className="hung stack tight">
          <p>
            {t("to")} {to}
          </p>
          <p>
            {t("from")} {from}
          </p>
          {date && (
            <p>
              {t("date")} {formatDateTime(date, zone, locale)}
            </p>
          )}
        </div>
        <div className="text stack loose">
          {html && <LetterFrame html={html} title={subject} />}
          <details open={!html}>
            <summary>{t("text")}</summary>
            <Linked text={text} />
          </details>
          {attachments.map(({ filename, content }) => (
            <details key={filename}>
              <summary>
                {t("attachments")}: {filename}
              </summary>
              <pre className="letter small">{content}</pre>
            </details>
          ))}
        </div>
      </div>
    </>
  );
}
