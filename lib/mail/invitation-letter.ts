import "server-only";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { cohorts, invitations, people, workspaces } from "@/db/schema";
import { tokenFor } from "@/lib/auth/tokens";
import { pickLocale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import { formatDay } from "@/lib/time/format";
import { absolute, type Composed } from "./letter";

/** Who invites, where, as what, until when. */
export async function invitationLetter(invitationId: string | null): Promise<Composed> {
  const [found] = await db
    .select({
      id: invitations.id,
      role: invitations.role,
      language: invitations.language,
      expiresAt: invitations.expiresAt,
      open: sql<boolean>`${invitations.acceptedAt} is null and ${invitations.revokedAt} is null`,
      expired: sql<boolean>`${invitations.expiresAt} <= now()`,
      inviter: people.name,
      cohort: cohorts.name,
      city: {
        name: workspaces.name,
        localName: workspaces.localName,
        languages: workspaces.languages,
      },
      zone: workspaces.zone,
    })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.invitedBy))
    .innerJoin(cohorts, eq(cohorts.id, invitations.cohortId))
    .leftJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .where(eq(invitations.id, invitationId ?? ""));
  if (!found) return { dropped: "gone" };
  if (!found.open) return { dropped: "closed" };
  if (found.expired) return { dropped: "expired" };
  const locale = pickLocale([found.language]);
  const t = translator(locale, "mail");
  const { inviter, cohort } = found;
  const city = found.city && cityName(found.city, locale);
  const place = city ? t("invitation.cityIn", { city, cohort }) : cohort;
  const day = formatDay(found.expiresAt, found.zone ?? "Europe/Rome", locale);
  return {
    letter: {
      locale,
      subject: t("invitation.subject", { inviter, place: city ?? cohort }),
      blocks: [
        { kind: "text", text: t("invitation.lead", { inviter, place, role: t(`role.${found.role}`) }) },
        { kind: "text", text: t("invitation.what") },
        {
          kind: "link",
          text: t("invitation.link"),
          href: absolute(`/invitations/${tokenFor("invitation", found.id)}`),
        },
        { kind: "text", text: t("invitation.until", { day }) },
      ],
      footer: t("invitation.footer", { inviter }),
    },
  };
}
