import Link from "next/link";
import { bytesIn } from "@/lib/files/size";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { Thumbnail } from "./thumbnail";

interface Waiting {
  id: string;
  name: string;
  bytes: number;
  sizes: { width: number; height: number }[];
}

/** Files that came and of which nobody has said yet what they are. */
export function WaitingList({ writeUpId, files, locale }: { writeUpId: string; files: Waiting[]; locale: Locale }) {
  const t = translator(locale, "files.list");
  return (
    <section className="stack" aria-labelledby="h-waiting">
      <h2 id="h-waiting">{t("waiting")}</h2>
      <p>{t("waitingText")}</p>
      <ul className="files">
        {files.map(({ id, name, bytes, sizes: [widest] }) => (
          <li key={id}>
            {widest ? <Thumbnail fileId={id} {...widest} /> : <span className="muted">{bytesIn(bytes, locale)}</span>}
            <div className="stack tight">
              <p className="typed">{name}</p>
              <p>
                <Link className="act" href={`/write-ups/${writeUpId}/edit/files/${id}`}>
                  {t("describe")}
                  <span className="vh">: {name}</span>
                </Link>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
