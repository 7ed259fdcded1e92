import { LOCALES } from "@/lib/i18n/locales";
import { sentence } from "@/lib/i18n/translator";
import { CRISIS_WORDS, THEME_WORDS } from "./terms-elsewhere";
import { CRISIS_TYPE_LIST, THEMES } from "./vocabulary";

export interface Term {
  vocabulary: "theme" | "crisisType";
  key: string;
}

/**
 * The terms that a search names, in whatever language: "cibo", "żywność" and "food" all name the theme food. A list for each
 * word, of which one term has to hold; none at all when a word belongs to no term: "food in Lingotto" looks for its words only.
 */
export function termsNamed(query: string): Term[][] {
  const asked = wordsOf(query).filter((word) => !SMALL.has(word));
  if (asked.length === 0 || asked.length > 8 || /"|(^|\s)-/.test(query)) return [];
  known ??= allTerms();
  const said = known.flatMap(({ term, names }) => {
    const words = names.filter((name) => name.every((word) => asked.some((one) => alike(one, word)))).flat();
    return words.length > 0 ? [{ term, words }] : [];
  });
  const groups = asked.map((one) => said.filter(({ words }) => words.some((word) => alike(one, word))));
  if (groups.some((group) => group.length === 0)) return [];
  const different = new Map(groups.map((group) => [group.map(({ term }) => term.key).join(), group]));
  return [...different.values()].map((group) => group.map(({ term }) => term));
}

/** Lower case, without accents; what is no letter or digit parts words. */
export function wordsOf(text: string): string[] {
  const plain = text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  return (
    plain
      .replaceAll("ł", "l")
      .replaceAll("ß", "ss")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

let known: { term: Term; names: string[][] }[] | undefined;

function allTerms() {
  const made = (vocabulary: Term["vocabulary"], key: string, elsewhere: string | undefined) => {
    const shown = LOCALES.map((locale) => sentence(locale, `vocabulary.${vocabulary}.${key}`));
    // "Care and health" is also found by either.
    const all = shown.flatMap((name) => [name, ...name.split(/ (?:and|or|e|o) /)]).concat(elsewhere?.split(", ") ?? []);
    const names = all.map((name) => wordsOf(name).filter((word) => !SMALL.has(word))).filter((name) => name.length > 0);
    return { term: { vocabulary, key }, names };
  };
  return [
    ...THEMES.map((key) => made("theme", key, THEME_WORDS[key])),
    ...CRISIS_TYPE_LIST.map((key) => made("crisisType", key, CRISIS_WORDS[key])),
  ];
}

/** Words that name nothing by themselves, in the languages of the names above. */
export const SMALL: ReadonlySet<string> = new Set(
  "a an and or of in the for to with di del della delle dei e o la le lo il gli i de da do dos em el los las y en van het een w z i na".split(
    " ",
  ),
);

/** The same word, or two endings of one: "cultura" and "culture", "żywność" and "żywności". */
function alike(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < 5 || long.length - short.length > 2) return false;
  const common = Math.max(4, long.length - 2);
  return short.length >= common && short.slice(0, common) === long.slice(0, common);
}
