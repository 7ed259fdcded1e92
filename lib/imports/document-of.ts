import type { PortableDocument } from "@/lib/exports/format";
import type { Document, Kind } from "@/lib/write-ups/document";
import { allSections } from "@/lib/write-ups/empty-document";
import { renderDocument } from "@/lib/write-ups/reading";

/** A document of a file → one of ours: all sections of its template, HTML made anew, no files yet. */
export function documentOf({ sections, ...rest }: PortableDocument, kind: Kind): Document {
  const document: Document = {
    ...rest,
    sections: sections.map(({ markdown, empty, ...section }) => ({
      ...section,
      markdown,
      html: "",
      empty: markdown === "" ? empty : null,
    })),
    media: [],
  };
  return renderDocument({ ...document, sections: allSections(kind, document) });
}
