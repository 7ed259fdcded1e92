import type { Metadata } from "next";
import Link from "next/link";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { getLocale } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { openSignInLink } from "@/lib/sign-in/actions";
import { ownPath } from "@/lib/text/input";

interface Props {
  searchParams: Promise<{ email?: string; token?: string; to?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "signIn")("linkTitle") };
}

/** Where the mail's link leads. It signs in with a press, so that a scanner that opens links uses up nothing. */
export default async function SignInLink({ searchParams }: Props) {
  const given = await searchParams;
  const email = String(given.email ?? "").slice(0, 254);
  const to = ownPath(given.to);
  const locale = await getLocale();
  const t = translator(locale, "signIn");
  return (
    <div className="opening">
      <h1 className="hung">{t("linkTitle")}</h1>
      <div className="text stack loose">
        <p className="lead">{t("linkLead", { email })}</p>
        <Form action={openSignInLink} words={formWords(locale)}>
          <input type="hidden" name="email" value={email} />
          <input type="hidden" name="token" value={String(given.token ?? "").slice(0, 200)} />
          <input type="hidden" name="to" value={to} />
          <p className="actions" id="field-form">
            <Submit big>{t("linkButton")}</Submit>
            <Link href={`/sign-in?to=${encodeURIComponent(to)}`}>{t("linkAgain")}</Link>
          </p>
        </Form>
      </div>
    </div>
  );
}
