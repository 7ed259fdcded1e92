import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { followThing } from "@/lib/follows/actions";
import type { Follow } from "@/lib/follows/limits";
import type { Thing } from "@/lib/follows/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

interface Props {
  thing: Thing;
  /** What the reader has said before; null when nothing. */
  follow: Follow | null;
  /** What the thing is called, for the ear, where several such forms stand on a page. */
  name?: string;
  locale: Locale;
}

/** What the reader hears of a thing, and the ways to hear more or less of it. */
export function FollowForm({ thing, follow, name, locale }: Props) {
  const t = translator(locale, "follows");
  const [[kind, id] = ["", ""]] = Object.entries(thing);
  return (
    <Form action={followThing} words={formWords(locale)} className="follow small">
      <input type="hidden" name={kind} value={id} />
      <p className="acts">
        <span className="muted">{t(follow ?? "usual")}</span>
        {follow === null ? (
          <>
            <Choice follow="follow" label={t("doFollow")} name={name} />
            <Choice follow="mute" label={t("doMute")} name={name} />
          </>
        ) : (
          <Choice follow="usual" label={t(follow === "mute" ? "stopMute" : "stopFollow")} name={name} />
        )}
      </p>
    </Form>
  );
}

function Choice({ follow, label, name }: { follow: Follow | "usual"; label: string; name: string | undefined }) {
  return (
    <button className="act" name="follow" value={follow}>
      {label}
      {name && <span className="vh">: {name}</span>}
    </button>
  );
}
