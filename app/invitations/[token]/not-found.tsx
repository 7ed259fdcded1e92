import { InvitationGone } from "@/components/people/invitation-gone";
import { getLocale } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";

export default async function NotFound() {
  const locale = await getLocale();
  return (
    <>
      <title>{`${translator(locale, "invitations")("goneTitle")} – Stafeta`}</title>
      <InvitationGone locale={locale} />
    </>
  );
}
