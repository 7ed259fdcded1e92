import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { LinkAnswer } from "@/components/signed-links/link-answer";
import { LinkGone } from "@/components/signed-links/link-gone";
import { LinkTalk } from "@/components/signed-links/link-talk";
import { LinkVote } from "@/components/signed-links/link-vote";
import { LinkWhose } from "@/components/signed-links/link-whose";
import { getActor, getLocale } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { isId } from "@/lib/ids";
import { LINK_COOKIE } from "@/lib/signed-links/limits";
import { getLinkPage } from "@/lib/signed-links/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "links")("title"), robots: { index: false } };
}

/** What a link from a mail leads to. It acts for the person it was sent to, whoever is signed in here. */
export default async function Page({ searchParams }: PageProps<"/links">) {
  const [query, jar, locale, reader] = await Promise.all([searchParams, cookies(), getLocale(), getActor()]);
  const token = jar.get(LINK_COOKIE)?.value ?? "";
  const commentId = isId(query.comment) ? query.comment : null;
  const page = await getLinkPage(token, commentId, { locale });
  if (page.kind === "vote") return <LinkVote page={page} token={token} locale={locale} />;
  if (page.kind === "answer") return <LinkAnswer page={page} token={token} locale={locale} />;
  if (page.kind === "gone")
    return <LinkGone page={page} token={token} commentId={commentId} sent={query.sent === "yes"} locale={locale} />;
  if (reader?.personId === page.personId && query.said !== "yes") redirect(page.path);
  if (reader && reader.personId !== page.personId && query.as !== "link" && query.said !== "yes") {
    const { name, path } = page;
    return <LinkWhose name={name} me={reader.name} path={path} commentId={commentId} locale={locale} />;
  }
  return <LinkTalk page={page} token={token} said={query.said === "yes"} locale={locale} />;
}
