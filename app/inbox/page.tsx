import type { Metadata } from "next";
import Link from "next/link";
import { after } from "next/server";
import { Group } from "@/components/inbox/group";
import { MarkAll } from "@/components/inbox/mark-all";
import { getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { forgetHidden } from "@/lib/inbox/mutations";
import { listInbox } from "@/lib/inbox/queries";
import { clock } from "@/lib/time/now";

interface Props {
  searchParams: Promise<{ before?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "inbox")("title") };
}

export default async function Inbox({ searchParams }: Props) {
  const actor = await requireActor("/inbox");
  const [locale, query] = await Promise.all([getLocale(), searchParams]);
  const t = translator(locale, "inbox");
  const { groups, before } = await listInbox(actor, query.before);
  after(() => forgetHidden(actor));
  const unseen = groups.some((group) => group.unseen > 0);
  return (
    <>
      <div className="opening">
        <h1 className="matter">{t("title")}</h1>
      </div>
      <div className="band">
        <div className="hung">
          <p>{t("lead")}</p>
          {unseen && <MarkAll locale={locale} />}
        </div>
        <div className="text stack">
          {groups.length === 0 && (
            <>
              <h2>{t("empty")}</h2>
              <p>{t("emptyText")}</p>
            </>
          )}
          <ul className="rows">
            {groups.map((group) => (
              <Group key={group.newest.id} group={group} locale={locale} zone={actor.zone} now={clock.now()} />
            ))}
          </ul>
          {before && (
            <p>
              <Link className="act" href={`/inbox?before=${before}`}>
                {t("older")}
              </Link>
            </p>
          )}
        </div>
      </div>
    </>
  );
}
