import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ThreadSection } from "@/components/comments/thread-section";
import { Article } from "@/components/write-ups/reading/article";
import { getActor, getLocale } from "@/lib/auth/current";
import { threadFor } from "@/lib/comments/queries";
import { isContentLanguage } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { isId } from "@/lib/ids";
import { markSeen } from "@/lib/inbox/mutations";
import { clock } from "@/lib/time/now";
import { getWriteUp } from "@/lib/write-ups/queries";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const load = cache(async (id: string, wanted: string) => {
  if (!isId(id)) return null;
  const [actor, locale] = await Promise.all([getActor(), getLocale()]);
  const languages = [...(isContentLanguage(wanted) ? [wanted] : []), locale, ...(actor?.languages ?? []), "en"];
  return getWriteUp(actor, id, languages, locale);
});

async function given({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  return load(id, String(query.in ?? ""));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const writeUp = await given(props);
  return writeUp ? { title: writeUp.document.title, description: writeUp.document.card } : {};
}

export default async function WriteUp(props: Props) {
  const writeUp = await given(props);
  if (!writeUp) notFound();
  const [actor, locale] = await Promise.all([getActor(), getLocale()]);
  const t = translator(locale, "reading");
  const zone = actor?.zone ?? "Europe/Rome";
  const now = clock.now();
  const thread = writeUp.abilities.readComments
    ? await threadFor(actor, { writeUpId: writeUp.id }, await props.searchParams, { locale, zone })
    : null;
  if (actor) await markSeen(actor, { writeUpId: writeUp.id });
  return (
    <>
      <Article writeUp={writeUp} locale={locale} zone={zone} now={now} />
      {thread && <ThreadSection thread={thread} locale={locale} />}
      {!actor && (
        <section className="band" aria-labelledby="comments">
          <h2 className="hung" id="comments">
            {t("comments")}
          </h2>
          <p className="text">
            <Link href={`/sign-in?to=/write-ups/${writeUp.id}`}>{t("commentsSignIn")}</Link>
          </p>
        </section>
      )}
    </>
  );
}
