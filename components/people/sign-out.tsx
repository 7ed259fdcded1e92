import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { signOutLabels } from "@/components/working-copies/labels";
import { SignOutCheck } from "@/components/working-copies/sign-out-check";
import type { Locale } from "@/lib/i18n/locales";
import { leave } from "@/lib/people/actions";

/** Signs out on this device, then leads to a path of ours. */
export function SignOut({ to, label, locale }: { to: string; label: string; locale: Locale }) {
  return (
    <Form action={leave} words={formWords(locale)}>
      <div>
        <input type="hidden" name="to" value={to} />
        <SignOutCheck labels={signOutLabels(locale)} />
        <Submit quiet>{label}</Submit>
      </div>
    </Form>
  );
}
