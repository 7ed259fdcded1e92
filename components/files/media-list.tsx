import Link from "next/link";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { move } from "@/lib/files/actions";
import { bytesIn } from "@/lib/files/size";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Media } from "@/lib/write-ups/document";
import type { EditedWriteUp } from "@/lib/write-ups/editing";
import { Thumbnail } from "./thumbnail";

interface Props {
  writeUp: EditedWriteUp;
  kind: Media["kind"];
  locale: Locale;
}

/** The pictures or the documents of a text, in their order, each with what one can do with it. */
export function MediaList({ writeUp, kind, locale }: Props) {
  const t = translator(locale, "files.list");
  const list = writeUp.document.media.filter((media) => media.kind === kind);
  if (list.length === 0) return null;
  return (
    <section className="stack" aria-labelledby={`h-${kind}`}>
      <h2 id={`h-${kind}`}>{t(kind === "picture" ? "pictures" : "documents")}</h2>
      <ul className="files">
        {list.map((media, index) => {
          const name = media.caption || media.alt;
          return (
            <li key={media.id}>
              {media.width !== null && media.height !== null ? (
                <Thumbnail fileId={media.fileId} width={media.width} height={media.height} />
              ) : (
                <a className="act" href={`/files/${media.fileId}`}>
                  {bytesIn(media.size, locale)}
                  <span className="vh">, {t("download", { name })}</span>
                </a>
              )}
              <div className="stack tight">
                <p lang={writeUp.language}>
                  <b>{name}</b>
                </p>
                <p className="small muted">{t(`reads.${media.audience}`, { city: writeUp.city.name })}</p>
                <div className="actions">
                  <Link className="act" href={`/write-ups/${writeUp.id}/edit/files/${media.fileId}`}>
                    {t("change")}
                    <span className="vh">: {name}</span>
                  </Link>
                  {index > 0 && <Move to="up" {...{ writeUp, media, name, locale }} />}
                  {index < list.length - 1 && <Move to="down" {...{ writeUp, media, name, locale }} />}
                </div>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface MoveProps {
  to: "up" | "down";
  writeUp: EditedWriteUp;
  media: Media;
  name: string;
  locale: Locale;
}

function Move({ to, writeUp, media, name, locale }: MoveProps) {
  return (
    <Form action={move} words={formWords(locale)}>
      <input type="hidden" name="id" value={writeUp.id} />
      <input type="hidden" name="fileId" value={media.fileId} />
      <input type="hidden" name="to" value={to} />
      <Submit quiet>
        {translator(locale, "files.list")(to)}
        <span className="vh">: {name}</span>
      </Submit>
    </Form>
  );
}
