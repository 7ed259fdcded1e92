import Link from "next/link";
import { City } from "@/components/ui/plate";
import { Results } from "@/components/write-ups/results";
import type { Ask } from "@/lib/asks/types";
import type { Actor } from "@/lib/auth/actor";
import type { Commitment } from "@/lib/commitments/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { VoteToGive } from "@/lib/polls/to-do";
import type { NextSession } from "@/lib/sessions/types";
import { formatRelativeDay } from "@/lib/time/format";
import type { WriteUpTask } from "@/lib/write-ups/to-do";
import type { WriteUpCard } from "@/lib/write-ups/types";
import { NextSessionOpening } from "./next-session";
import { ToDo } from "./to-do";

interface Props {
  actor: Actor;
  next: NextSession | null;
  tasks: WriteUpTask[];
  asks: Ask[];
  votes: VoteToGive[];
  commitments: Commitment[];
  newest: WriteUpCard[];
  mayWrite: boolean;
  now: Date;
  locale: Locale;
}

/** What needs me: the next session in my time, at most three things to do, what is new. */
export function Home({ actor, next, tasks, asks, votes, commitments, newest, mayWrite, now, locale }: Props) {
  const t = translator(locale, "home");
  if (actor.memberships.length === 0) return <Outside newest={newest} locale={locale} />;
  return (
    <>
      <h1 className="vh">{t("title")}</h1>
      <NextSessionOpening next={next} now={now} zone={actor.zone} locale={locale} />
      <div className="pair">
        <section className="band left" aria-labelledby="to-do">
          <h2 className="over" id="to-do">
            {t("todo")}
          </h2>
          <ToDo
            actor={actor}
            next={next}
            tasks={tasks}
            asks={asks}
            votes={votes}
            commitments={commitments}
            newest={newest}
            locale={locale}
          />
          <h3 className="under">{t("start")}</h3>
          <ul className="stack tight">
            {mayWrite && (
              <li>
                <Link className="act" href="/write-ups/new">
                  {t("startWrite")}
                </Link>
              </li>
            )}
            <li>
              <Link className="act" href="/settings">
                {t("startProfile")}
              </Link>
            </li>
            <li>
              <Link className="act" href="/people">
                {t("startCities")}
              </Link>
            </li>
            <li>
              <Link className="act" href="/asks">
                {translator(locale, "asks")("ask")}
              </Link>
            </li>
          </ul>
        </section>
        <section className="band right" aria-labelledby="new">
          <h2 className="over" id="new">
            {t("new")}
          </h2>
          <ul className="rows">
            {newest.map((item) => (
              <li key={item.id}>
                <City city={item.city} quiet />
                <div>
                  <h3 lang={item.language === locale ? undefined : item.language}>
                    <Link href={`/write-ups/${item.id}`}>{item.title}</Link>
                  </h3>
                  <p className="small muted">
                    {item.kind === "case" ? t("caseShared") : t("practiceShared")}
                    {item.releasedAt && `. ${formatRelativeDay(item.releasedAt, now, actor.zone, locale)}`}
                  </p>
                </div>
              </li>
            ))}
          </ul>
          <p>
            <Link className="act" href="/library">
              {t("everything")}
            </Link>
          </p>
        </section>
      </div>
    </>
  );
}

/** Somebody with an account and no current membership: what everybody may read. */
function Outside({ newest, locale }: { newest: WriteUpCard[]; locale: Locale }) {
  const t = translator(locale, "home");
  return (
    <>
      <div className="opening">
        <div className="matter stack">
          <h1>{t("outsideTitle")}</h1>
          <p className="lead">{t("outsideText")}</p>
        </div>
      </div>
      <section className="band" aria-labelledby="public">
        <h2 className="hung" id="public">
          {t("public")}
        </h2>
        <Results items={newest} locale={locale} className="matter" />
      </section>
    </>
  );
}
