import type { Metadata } from "next";
import { cookies } from "next/headers";
import { MailChoice, MailChoiceGone } from "@/components/inbox/mail-choice";
import { getLocale } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { MAIL_CHOICE_COOKIE } from "@/lib/inbox/limits";
import { getMailChoice } from "@/lib/inbox/rhythm";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "digest.page")("title"), robots: { index: false } };
}

/** What the link at the end of a mail leads to. Looking changes nothing: whoever scans mail opens every link. */
export default async function Page({ searchParams }: PageProps<"/unsubscribe">) {
  const [{ saved }, jar, locale] = await Promise.all([searchParams, cookies(), getLocale()]);
  const token = jar.get(MAIL_CHOICE_COOKIE)?.value ?? "";
  const choice = await getMailChoice(token);
  if (!choice) return <MailChoiceGone locale={locale} />;
  const done = saved === "rhythm" || saved === "mute" ? saved : null;
  return <MailChoice choice={choice} token={token} saved={done} locale={locale} />;
}
