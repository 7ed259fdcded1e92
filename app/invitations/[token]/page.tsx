import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { AcceptForm } from "@/components/people/accept-form";
import { InvitationGone } from "@/components/people/invitation-gone";
import { InvitationOpening } from "@/components/people/invitation-opening";
import { SignOut } from "@/components/people/sign-out";
import { getActor, getLocale, getZone } from "@/lib/auth/current";
import { findInvitation } from "@/lib/cohorts/accept";
import { translator } from "@/lib/i18n/translator";

// The address holds a secret: no index keeps it. "no-referrer" would make a form's Origin null, which is refused.
export async function generateMetadata({ params }: PageProps<"/invitations/[token]">): Promise<Metadata> {
  const invitation = await findInvitation((await params).token);
  const t = translator(await getLocale(), "invitations");
  return { title: t(invitation?.open ? "title" : "goneTitle"), robots: { index: false } };
}

export default async function Page({ params }: PageProps<"/invitations/[token]">) {
  const [actor, locale, zone, { token }] = await Promise.all([getActor(), getLocale(), getZone(), params]);
  const invitation = await findInvitation(token);
  if (!invitation) notFound();
  if (actor && actor.personId === invitation.acceptedBy) redirect("/");
  if (!invitation.open) return <InvitationGone locale={locale} />;
  const t = translator(locale, "invitations");
  const isOther = actor !== null && actor.email !== invitation.email;
  return (
    <>
      <InvitationOpening invitation={invitation} zone={zone} locale={locale} />
      <section className="band" aria-labelledby="accept">
        {isOther ? (
          <>
            <h2 className="hung" id="accept">
              {t("otherTitle")}
            </h2>
            <div className="text stack">
              <p>{t("otherText", { email: actor.email })}</p>
              <SignOut to={`/invitations/${token}`} label={t("signOut")} locale={locale} />
            </div>
          </>
        ) : (
          <AcceptForm token={token} invitation={invitation} locale={locale} />
        )}
      </section>
    </>
  );
}
