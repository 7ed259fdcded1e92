import { Field } from "@/components/ui/field";
import { formWords } from "@/components/ui/form-words";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { approve, ask, narrow, returnWithNote, share, takeOffPublic } from "@/lib/write-ups/actions";
import { type Requested, TIMELINE_MIN } from "@/lib/write-ups/limits";
import type { SharedWriteUp } from "@/lib/write-ups/sharing";
import { ShareStep, TimelineFirst, WhoReads } from "./share-step";

interface Props {
  writeUp: SharedWriteUp;
  locale: Locale;
}

interface NoteProps extends Props {
  /** Who types. */
  person: string;
}

interface VerbsProps extends NoteProps {
  /** What would change for those who read it now; it stands with the step that shares the changes. */
  changes?: React.ReactNode;
}

/** What this person may do about who reads it, the next step up first, the way back last. */
export function ShareVerbs({ writeUp, changes, person, locale }: VerbsProps) {
  const t = translator(locale, "sharing");
  const { audience, abilities, request, city } = writeUp;
  const steps = stepsUp(writeUp);
  const some = Object.entries(abilities).some(([name, may]) => may && name !== "edit");
  return (
    <>
      {audience === "draft" && (abilities.shareWithCity ? <ToCity writeUp={writeUp} locale={locale} /> : null)}
      {audience === "draft" && !abilities.shareWithCity && <p>{t("toCity.no", { city: city.name })}</p>}
      {steps.map((target) => (
        <StepUp key={target} target={target} writeUp={writeUp} changes={changes} locale={locale} />
      ))}
      {abilities.approve && request && <GiveBack writeUp={writeUp} person={person} locale={locale} />}
      {abilities.unpublish && <Unpublish writeUp={writeUp} person={person} locale={locale} />}
      {abilities.narrow && <Narrow writeUp={writeUp} person={person} locale={locale} />}
      {!some && audience !== "draft" && <p>{t("nothing")}</p>}
    </>
  );
}

/** A request that waits stands first; then the changes, then the next wider audience. */
function stepsUp({ audience, changed, request, abilities }: SharedWriteUp): Requested[] {
  if (!abilities.ask && !abilities.approve) return [];
  if (request && !abilities.approve) return [];
  const all: Requested[] =
    audience === "city"
      ? ["cohort"]
      : audience === "cohort"
        ? [...(changed ? (["cohort"] as const) : []), "public"]
        : audience === "public" && changed
          ? ["public"]
          : [];
  return request && !all.includes(request.target) ? [request.target, ...all] : all;
}

function StepUp({ target, writeUp, changes, locale }: Omit<VerbsProps, "person"> & { target: Requested }) {
  const t = translator(locale, "sharing");
  const { id, audience, kind, draft, abilities, leads, city, seen, request } = writeUp;
  const count = draft?.document.timeline.length ?? 0;
  if (kind === "case" && count < TIMELINE_MIN && !writeUp.quickNote)
    return target === "cohort" ? <TimelineFirst id={id} min={TIMELINE_MIN} count={count} locale={locale} /> : null;
  const name = audience === target ? "changes" : target === "cohort" ? "toCohort" : "toPublic";
  const names = new Intl.ListFormat(locale, { type: "conjunction" }).format(leads);
  const mayApprove = abilities.approve;
  const asked = request?.target === target ? target : "";
  return (
    <ShareStep
      id={name}
      title={t(`${name}.title`)}
      action={mayApprove ? approve : ask}
      values={{ id, from: audience, target, ...(mayApprove ? { seen, asked } : {}) }}
      submit={t(`${name}.${mayApprove ? "do" : "ask"}`)}
      quiet={name === "toPublic"}
      locale={locale}
    >
      {name === "changes" && <p>{t("changes.text")}</p>}
      {name === "toPublic" && writeUp.changed && <p className="note">{t("toPublic.withChanges")}</p>}
      {target === (request?.target ?? audience) && changes}
      <WhoReads writeUp={writeUp} audience={target} locale={locale} />
      {!mayApprove && (
        <p>{leads.length > 0 ? t("leads", { leads: names, count: leads.length }) : t("noLead", { city: city.name })}</p>
      )}
    </ShareStep>
  );
}

function ToCity({ writeUp, locale }: Props) {
  const t = translator(locale, "sharing");
  const city = writeUp.city.name;
  const leads = new Intl.ListFormat(locale, { type: "conjunction" }).format(writeUp.leads);
  return (
    <ShareStep
      id="to-city"
      title={t("toCity.title", { city })}
      action={share}
      values={{ id: writeUp.id }}
      submit={t("toCity.do", { city })}
      locale={locale}
    >
      <WhoReads writeUp={writeUp} audience="city" locale={locale} />
      {leads && <p>{t("toCity.then", { leads, count: writeUp.leads.length })}</p>}
    </ShareStep>
  );
}

function GiveBack({ writeUp, person, locale }: NoteProps) {
  const t = translator(locale, "sharing.back");
  return (
    <ShareStep
      id="back"
      title={t("title")}
      action={returnWithNote}
      values={{ id: writeUp.id }}
      submit={t("do")}
      quiet
      note={{ field: <Field name="note" label={t("note")} rows={3} errorPrefix={formWords(locale).prefix} />, person }}
      locale={locale}
    >
      {null}
    </ShareStep>
  );
}

function Unpublish({ writeUp, person, locale }: NoteProps) {
  const t = translator(locale, "sharing.unpublish");
  return (
    <ShareStep
      id="unpublish"
      title={t("title")}
      action={takeOffPublic}
      values={{ id: writeUp.id }}
      submit={t("do")}
      quiet
      note={{ field: <Reason name="publicReason" writeUp={writeUp} locale={locale} />, person }}
      locale={locale}
    >
      <p>{t("text", { people: writeUp.readers.cohort })}</p>
      <Mailed writeUp={writeUp} locale={locale} />
    </ShareStep>
  );
}

function Narrow({ writeUp, person, locale }: NoteProps) {
  const t = translator(locale, "sharing.narrow");
  const city = writeUp.city.name;
  return (
    <ShareStep
      id="narrow"
      title={t("title", { city })}
      action={narrow}
      values={{ id: writeUp.id, from: writeUp.audience }}
      submit={t("do", { city })}
      quiet
      note={{ field: <Reason name="reason" writeUp={writeUp} locale={locale} />, person }}
      locale={locale}
    >
      <p>{t("text", { people: writeUp.readers.city, city })}</p>
      <Mailed writeUp={writeUp} locale={locale} />
    </ShareStep>
  );
}

/** Those who lose it are told why, so it says who they are before it is written. */
function Reason({ name, writeUp, locale }: Props & { name: "reason" | "publicReason" }) {
  const t = translator(locale, "sharing");
  return (
    <Field
      name={name}
      label={t("reason")}
      hint={t(`reasonHint.${writeUp.wasPublic ? "public" : "cohort"}`)}
      rows={3}
      errorPrefix={formWords(locale).prefix}
    />
  );
}

/** What cannot be taken back. */
function Mailed({ writeUp, locale }: Props) {
  const { mailed, city } = writeUp;
  return <p className="note">{translator(locale, "sharing")("mailed", { ...mailed, city: city.name })}</p>;
}
