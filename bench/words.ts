import { type Chance, chance } from "./chance";

const SMALL =
  "the of and to in for with on from by that which when after before until because not all each more than where into their its our they was were is are has had would could at as it this these".split(
    " ",
  );
const REAL =
  "city flood volunteer district neighbour shelter school library market street river harbour budget council partner meal delivery pharmacy housing tenant worker training clinic nurse ambulance bridge tram station warehouse kitchen garden energy grid heating repair workshop grant loan contract agreement office form register letter phone radio message language translation meeting lesson evidence figure report survey week month winter summer night storm heat drought fire outage strike closure reopening recovery plan".split(
    " ",
  );
const STARTS =
  "ba bri ca cor da del fa flo ga gre ha hol ka kle la lin ma mon na ner pa por ra ros sa ste ta tri va vel".split(" ");
const MIDDLES = "be co di fo gu la me ni po ru sa ti vo".split(" ");
const ENDS = "dal fen gor ket lan mer nup rin sol tav wick zen".split(" ");

/** Four thousand words, the most frequent first: real ones, then made-up ones that no stemmer knows. */
export const VOCABULARY: readonly string[] = (() => {
  const { pick } = chance(1);
  const words = new Set(REAL);
  while (words.size < 4_000) words.add(pick(STARTS) + pick(MIDDLES) + pick(ENDS));
  return [...words];
})();

/** Words of a text: two in five are small ones, the others are as frequent as their rank has it (Zipf). */
export function words(by: Chance, count: number): string[] {
  return Array.from({ length: count }, () =>
    by.next() < 0.4 ? by.pick(SMALL) : (VOCABULARY[Math.floor(VOCABULARY.length ** by.next()) - 1] ?? "city"),
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** `count` words as sentences of eight to twenty. */
export function sentences(by: Chance, count: number): string {
  const parts: string[] = [];
  for (let left = count; left > 0; ) {
    const length = Math.min(left, 8 + by.below(13));
    parts.push(`${capital(words(by, length).join(" "))}.`);
    left -= length;
  }
  return parts.join(" ");
}

/** A line such as a title: no full stop. */
export function line(by: Chance, count: number): string {
  return capital(words(by, count).join(" "));
}

/** Words to search for: from those that many texts have to those that few have. */
export function searchWords(count: number): string[] {
  const from = Math.log(100);
  const step = (Math.log(3_000) - from) / (count - 1);
  return Array.from({ length: count }, (_, n) => VOCABULARY[Math.round(Math.exp(from + n * step))] ?? "");
}
