import type { Metadata } from "next";
import Link from "next/link";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { getLocale } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { enterSignInCode } from "@/lib/sign-in/actions";
import { ownPath } from "@/lib/text/input";

interface Props {
  searchParams: Promise<{ email?: string; to?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "signIn")("codeTitle") };
}

export default async function SignInCode({ searchParams }: Props) {
  const given = await searchParams;
  const email = String(given.email ?? "").slice(0, 254);
  const to = ownPath(given.to);
  const locale = await getLocale();
  const t = translator(locale, "signIn");
  const errors = translator(locale, "errors");
  return (
    <div className="opening">
      <h1 className="hung head">{t("codeTitle")}</h1>
      <div className="text stack loose">
        <p className="lead">{t("codeLead", { email })}</p>
        <Form action={enterSignInCode} words={formWords(locale)}>
          <input type="hidden" name="email" value={email} />
          <input type="hidden" name="to" value={to} />
          <Field
            name="code"
            label={t("code")}
            hint={t("codeHint")}
            inputMode="numeric"
            autoComplete="one-time-code"
            errorPrefix={errors("prefix")}
            short
          />
          <p className="actions">
            <Submit big>{t("codeButton")}</Submit>
            <Link href={`/sign-in?to=${encodeURIComponent(to)}`}>{t("other")}</Link>
          </p>
        </Form>
        <p className="small muted">{t("notThere")}</p>
      </div>
    </div>
  );
}
