import type { Metadata } from "next";
import Link from "next/link";
import { after } from "next/server";
import { DidNote, isDid } from "@/components/inbox/did";
import { Group } from "@/components/inbox/group";
import { MarkAll } from "@/components/inbox/mark-all";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { keptList } from "@/components/ui/kept-html";
import { Once } from "@/components/ui/once";
import { getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { tendGroup } from "@/lib/inbox/actions";
import { forgetHidden } from "@/lib/inbox/mutations";
import { noonOf } from "@/lib/inbox/noon";
import { getNews, listInbox } from "@/lib/inbox/queries";
import { clock } from "@/lib/time/now";

const list = keptList(Group);

export async function generateMetadata({ searchParams }: PageProps<"/inbox">): Promise<Metadata> {
  const [locale, query] = await Promise.all([getLocale(), searchParams]);
  return { title: translator(locale, "inbox")(query.show === "done" ? "doneTitleLong" : "title") };
}

export default async function Inbox({ searchParams }: PageProps<"/inbox">) {
  const actor = await requireActor("/inbox");
  const [locale, query] = await Promise.all([getLocale(), searchParams]);
  const t = translator(locale, "inbox");
  const done = query.show === "done";
  const [{ groups, before, outdated }, told] = await Promise.all([
    listInbox(actor, { done, before: query.before }),
    isDid(query.did) ? getNews(actor, query.of) : null,
  ]);
  if (outdated) after(() => forgetHidden(actor));
  const { zone } = actor;
  const noon = noonOf(clock.now(), zone);
  return (
    <>
      <div className="opening">
        <h1 className="matter">{t(done ? "doneTitle" : "title")}</h1>
      </div>
      <div className="band">
        <div className="hung">
          <p>{t(done ? "doneLead" : "lead")}</p>
          <p>
            <Link className="act" href={done ? "/inbox" : "/inbox?show=done"}>
              {t(done ? "waiting" : "showDone")}
            </Link>
          </p>
          {!done && actor.unseen > 0 && <MarkAll locale={locale} />}
        </div>
        <div className="text stack">
          <Form action={tendGroup} words={formWords(locale)}>
            {told && isDid(query.did) && <DidNote did={query.did} item={told} locale={locale} />}
            {groups.length === 0 ? (
              <div className="stack">
                <h2>{t(done ? "doneEmpty" : "empty")}</h2>
                <p>{t(done ? "doneEmptyText" : "emptyText")}</p>
              </div>
            ) : (
              <Once
                as="ul"
                className="rows"
                handed={await list(groups.map(({ newest, ...group }) => ({ group, done, locale, zone, noon })))}
              />
            )}
          </Form>
          {before && (
            <p>
              <Link className="act" href={`/inbox?${done ? "show=done&" : ""}before=${before}`}>
                {t("older")}
              </Link>
            </p>
          )}
        </div>
      </div>
    </>
  );
}
