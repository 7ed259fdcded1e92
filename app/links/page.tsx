import type { Metadata } from "next";
import { cookies } from "next/headers";
import { LinkAnswer } from "@/components/signed-links/link-answer";
import { LinkGone } from "@/components/signed-links/link-gone";
import { LinkVote } from "@/components/signed-links/link-vote";
import { getLocale } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { LINK_COOKIE } from "@/lib/signed-links/limits";
import { getLinkPage } from "@/lib/signed-links/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "links")("title"), robots: { index: false } };
}

/** What a link from a mail leads to. It acts for the person it was sent to, whoever is signed in here. */
export default async function Page({ searchParams }: PageProps<"/links">) {
  const [{ sent }, jar, locale] = await Promise.all([searchParams, cookies(), getLocale()]);
  const token = jar.get(LINK_COOKIE)?.value ?? "";
  const page = await getLinkPage(token);
  if (page.kind === "vote") return <LinkVote page={page} token={token} locale={locale} />;
  if (page.kind === "answer") return <LinkAnswer page={page} token={token} locale={locale} />;
  return <LinkGone page={page} token={token} sent={sent === "yes"} locale={locale} />;
}
