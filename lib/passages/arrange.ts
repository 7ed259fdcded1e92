import { type Located, locate, type ReadText } from "./read";
import type { Beside } from "./types";

export interface Standing extends Beside {
  place: Located;
  /** Its number in the text, in the order of reading. */
  number: number;
}

/** What stands beside one section. */
export interface Arranged {
  here: Standing[];
  /** Its words are not there any more. */
  gone: Beside[];
  /** About the same section in another language. */
  elsewhere: Beside[];
}

/** Comments by the section they stand beside, numbered as one reads; those about a section the text has not got are left out. */
export function arrange(text: ReadText, beside: Beside[]): Map<string, Arranged> {
  const sections = new Map<string, Arranged>(
    text.sections.filter(({ html }) => html !== "").map(({ key }) => [key, { here: [], gone: [], elsewhere: [] }]),
  );
  const byAge = [...beside].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  for (const one of byAge) {
    const own = sections.get(one.anchor.section);
    if (one.anchor.language !== text.language) own?.elsewhere.push(one);
    else {
      const place = locate(one.anchor, text);
      if (place) sections.get(place.section)?.here.push({ ...one, place, number: 0 });
      else own?.gone.push(one);
    }
  }
  let number = 0;
  for (const { here } of sections.values()) {
    here.sort((a, b) => a.place.end - b.place.end || a.place.start - b.place.start);
    for (const one of here) {
      number += 1;
      one.number = number;
    }
  }
  return sections;
}
