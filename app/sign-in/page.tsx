import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DemoPeople } from "@/components/sign-in/demo-people";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { getActor, getLocale } from "@/lib/auth/current";
import { listDemoPeople } from "@/lib/auth/demo";
import { settings } from "@/lib/env/settings";
import { translator } from "@/lib/i18n/translator";
import { askForSignIn, signInWithProvider } from "@/lib/sign-in/actions";
import { ownPath } from "@/lib/text/input";

interface Props {
  searchParams: Promise<{ to?: string; callbackUrl?: string; error?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "signIn")("title") };
}

export default async function SignIn({ searchParams }: Props) {
  const { to: given, error } = await searchParams;
  const to = ownPath(given);
  if (await getActor()) redirect(to);
  const locale = await getLocale();
  const t = translator(locale, "signIn");
  const errors = translator(locale, "errors");
  const provider = settings.oidc;
  const people = await listDemoPeople();
  return (
    <>
      <div className="opening">
        <h1 className="hung">{t("title")}</h1>
        <div className="text stack loose">
          {error && (
            <p className="error" role="alert">
              {error === "AccessDenied" ? t("error.refused", { name: provider?.name ?? "" }) : t("error.failed")}
            </p>
          )}
          <p className="lead">{t("lead")}</p>
          <Form action={askForSignIn} words={formWords(locale)}>
            <input type="hidden" name="to" value={to} />
            <Field
              name="email"
              type="email"
              label={t("email")}
              hint={t("emailHint")}
              autoComplete="email"
              errorPrefix={errors("prefix")}
            />
            <p className="actions">
              <Submit big>{t("send")}</Submit>
            </p>
          </Form>
          {provider && (
            <form action={signInWithProvider}>
              <input type="hidden" name="to" value={to} />
              <button className="button quiet">{t("with", { name: provider.name })}</button>
            </form>
          )}
        </div>
      </div>
      {people.length > 0 && <DemoPeople people={people} to={to} locale={locale} />}
    </>
  );
}
