/** Words that every text of some length has, and that tell these languages apart. */
const SMALL_WORDS: Record<string, string> = {
  en: "the and of to for with how on we our what from by who at about when where why",
  it: "il gli di che per con come una un del della dei delle nel si è chi da cosa anche sono alle",
  es: "el los las de y que para con como una un del en por se es quién qué también son al",
  eu: "eta da du dut ere bat nola zer hori izan dira egin baina edo gabe bidez",
  nl: "de het een en van voor met hoe wij ons op wat naar bij wie aan over ook zijn",
  pt: "o os as de e que para com como uma um do da dos das em por não também são ao",
  pl: "i w z na do jak się nie co jest dla przez oraz czy po od są też przy",
  fr: "le les de et que pour avec comment une un du des en par nous qui sur aussi sont au",
  ga: "an na agus le do ar mar sa leis gach faoi cad conas atá",
};

/**
 * The language of a short text that somebody wrote about themselves, out of those they read, so that it is read aloud as
 * it should be. Undefined when its words do not tell, or tell of two alike.
 */
export function languageOf(text: string, languages: readonly string[]): string | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const ranked = languages
    .map((language) => {
      const small = new Set(SMALL_WORDS[language.split("-")[0] ?? ""]?.split(" "));
      return { language, count: words.filter((word) => small.has(word)).length };
    })
    .sort((a, b) => b.count - a.count);
  const [best, next] = ranked;
  if (!best || best.count === 0 || best.count === next?.count) return undefined;
  return best.language;
}
