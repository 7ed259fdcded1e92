import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { AttachedBand } from "@/components/asks/attached-band";
import { ThreadSection } from "@/components/comments/thread-section";
import { JsonLd } from "@/components/exports/json-ld";
import { TakeAlong } from "@/components/exports/take-along";
import { FieldHere, PassagesHere } from "@/components/passages/writing";
import { keptHtml } from "@/components/ui/kept-html";
import { Once } from "@/components/ui/once";
import { Article } from "@/components/write-ups/reading/article";
import { Confirm } from "@/components/write-ups/reading/confirm";
import { Related } from "@/components/write-ups/reading/related";
import { attachedTo } from "@/lib/asks/attached";
import { newAskAddress } from "@/lib/asks/query";
import { getActor, getLocale } from "@/lib/auth/current";
import { settings } from "@/lib/env/settings";
import { linkedData } from "@/lib/exports/linked-data";
import { isContentLanguage } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { isId } from "@/lib/ids";
import { markSeen } from "@/lib/inbox/mutations";
import { talkFor } from "@/lib/passages/talk";
import { clock } from "@/lib/time/now";
import { dateIn } from "@/lib/time/wall";
import { isStale } from "@/lib/write-ups/confirmed";
import { openWriteUp } from "@/lib/write-ups/opened";
import type { WriteUpPage } from "@/lib/write-ups/types";

const near = keptHtml(Related);
const along = keptHtml(TakeAlong);
const askedAbout = keptHtml(AttachedBand);

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const load = cache(async (id: string, address: string) => {
  if (!isId(id)) return null;
  const [actor, locale] = await Promise.all([getActor(), getLocale()]);
  const query = JSON.parse(address);
  const wanted = String(query.in ?? "");
  const languages = [...(isContentLanguage(wanted) ? [wanted] : []), locale, ...(actor?.languages ?? []), "en"];
  return openWriteUp(actor, id, languages, query, { locale, zone: actor?.zone ?? "Europe/Rome" });
});

/** For the title and for the page, read once. */
async function given({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  return load(id, JSON.stringify(query));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const writeUp = (await given(props))?.writeUp;
  if (!writeUp) return {};
  const { title, card: description } = writeUp.document;
  return { title, description, ...(writeUp.audience === "public" ? sharedMetadata(writeUp) : {}) };
}

/** What other sites read of a public page. */
function sharedMetadata({ id, document, language, originalLanguage, languages }: WriteUpPage): Metadata {
  const base = `/write-ups/${id}`;
  const address = (one: string) => (one === originalLanguage ? base : `${base}?in=${one}`);
  const picture = { url: `${base}/picture.png?in=${language}`, width: 1200, height: 630, alt: document.title };
  return {
    metadataBase: new URL(settings.url),
    alternates: {
      canonical: address(language),
      languages: Object.fromEntries(languages.map((one) => [one, address(one)])),
      types: { "application/atom+xml": "/feed.xml" },
    },
    openGraph: {
      type: "article",
      title: document.title,
      description: document.card,
      url: address(language),
      images: [picture],
    },
    twitter: { card: "summary_large_image" },
  };
}

export default async function WriteUp(props: Props) {
  const found = await given(props);
  if (!found) notFound();
  const { writeUp, thread, related } = found;
  const [actor, locale] = await Promise.all([getActor(), getLocale()]);
  const t = translator(locale, "reading");
  const zone = actor?.zone ?? "Europe/Rome";
  const now = clock.now();
  const query = await props.searchParams;
  const view = { locale, zone };
  const [beside, asked] = await Promise.all([
    talkFor(actor, writeUp, query, view),
    writeUp.hasAsks ? attachedTo(actor, writeUp.id) : [],
  ]);
  if (actor && writeUp.hasNews) await markSeen(actor, { writeUpId: writeUp.id });
  const opened = thread && beside?.opened;
  return (
    <>
      <Article
        writeUp={writeUp}
        locale={locale}
        zone={zone}
        now={now}
        talk={beside?.talk}
        field={
          opened && {
            at: opened,
            node: <FieldHere writeUp={writeUp} page={thread.page} locale={locale} opened={opened} />,
          }
        }
      />
      {thread && beside?.talk.post && <PassagesHere writeUp={writeUp} page={thread.page} locale={locale} />}
      {writeUp.abilities.edit && isStale(writeUp, dateIn(now, zone)) && <Confirm id={writeUp.id} locale={locale} />}
      {thread && (
        <ThreadSection thread={opened?.field.kind === "reply" ? { ...thread, open: null } : thread} locale={locale} />
      )}
      {actor && thread && (
        <Once
          as="div"
          handed={
            await askedAbout({
              items: asked,
              city: writeUp.city.name,
              askPath:
                thread.page.abilities.post && ["cohort", "public"].includes(writeUp.audience)
                  ? newAskAddress({ writeUp: writeUp.id })
                  : null,
              own: actor.memberships.some(({ workspaceId }) => workspaceId === writeUp.city.id),
              ...view,
            })
          }
        />
      )}
      <Once
        as="div"
        handed={await along({ address: `/write-ups/${writeUp.id}/export`, language: writeUp.language, locale })}
      />
      {!actor && writeUp.audience === "public" && (
        <JsonLd
          data={linkedData(writeUp, settings.url, translator(locale, "exports")("cityOf", { city: writeUp.city.name }))}
        />
      )}
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
      <Once as="div" handed={await near({ cards: related, of: writeUp.id, locale })} />
    </>
  );
}
