import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { ComparedPart } from "@/lib/revisions/compare";
import type { View } from "@/lib/revisions/limits";
import type { LanguageDifference } from "@/lib/revisions/types";
import { ComparedText } from "./compared-field";
import { ComparedEntry } from "./compared-row";

interface Props {
  difference: LanguageDifference;
  view: View;
  /** What the two states are called. */
  names: { before: string; after: string };
  /** Of the headings of parts. */
  level: "h2" | "h3";
  /** The id of what says the language, where parts of the same name stand in several. */
  under?: string;
  locale: Locale;
}

/** What became of a write-up, part by part; the parts that stayed as they were are folded at the end. */
export function Difference({ difference: { language, parts }, view, names, level, under, locale }: Props) {
  const t = translator(locale, "revisions");
  const Heading = level;
  const lang = language === locale ? undefined : language;
  const changed = parts.filter(({ status }) => status !== "same");
  const same = parts.filter(({ status }) => status === "same");
  const shared = { view, names, lang, locale };
  const nameOf = (part: string) => [`d-${language}-${part}`, under].filter(Boolean).join(" ");
  return (
    <>
      {changed.map((part) => (
        <section className="band light" aria-labelledby={nameOf(part.key)} key={part.key}>
          <header className="hung">
            <Heading id={`d-${language}-${part.key}`}>{part.title}</Heading>
            <p>{t(`status.${part.status}`)}</p>
          </header>
          <div className="matter stack difference">
            <Part part={part} {...shared} />
          </div>
        </section>
      ))}
      {same.length > 0 && (
        <section className="band light" aria-labelledby={nameOf("same")}>
          <Heading className="hung" id={`d-${language}-same`}>
            {t("unchanged")}
          </Heading>
          <details className="matter difference">
            <summary>{t("sameParts", { count: same.length })}</summary>
            {same.map((part) => (
              <div className="stack" key={part.key}>
                <p className="label">{part.title}</p>
                {part.rows.map((row) => (
                  <Row key={row.id} part={part} row={row} {...shared} />
                ))}
              </div>
            ))}
          </details>
        </section>
      )}
    </>
  );
}

type Shared = Omit<Props, "difference" | "level" | "under"> & { part: ComparedPart; lang?: string };

function Part(props: Shared) {
  const { part, locale } = props;
  const t = translator(locale, "revisions");
  const same = part.rows.filter(({ status }) => status === "same");
  return (
    <>
      {part.reordered && <p className="small">{t("reordered")}</p>}
      {part.rows
        .filter(({ status }) => status !== "same")
        .map((row) => (
          <Row key={row.id} row={row} {...props} />
        ))}
      {same.length > 0 && (
        <details>
          <summary>{t("sameRows", { count: same.length })}</summary>
          {same.map((row) => (
            <Row key={row.id} row={row} {...props} />
          ))}
        </details>
      )}
    </>
  );
}

/** A section is running text, with what else changed about it below; everything else is a list of fields. */
function Row({ part, row, ...shared }: Shared & { row: ComparedPart["rows"][number] }) {
  const text = row.fields.find(({ name }) => name === null);
  if (row.id !== part.key || !text) return <ComparedEntry row={row} {...shared} />;
  const others = row.fields.filter(({ name, status }) => name !== null && status !== "same");
  return (
    <>
      <ComparedText field={text} {...shared} />
      {others.length > 0 && <ComparedEntry row={{ id: row.id, status: "same", fields: others }} {...shared} />}
    </>
  );
}
