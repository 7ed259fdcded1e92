/** The same text, unit by unit, where only the kind of a quotation mark, a dash or a letter's size differs. */
export function folded(text: string): string {
  const small = text.toLowerCase();
  const even = small.length === text.length ? small : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return even.replace(
    /[\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb\u2010-\u2014\u00a0\n\t]/g,
    (sign) => PLAIN[sign] ?? sign,
  );
}

const PLAIN: Record<string, string> = {
  "\u2018": "'",
  "\u2019": "'",
  "\u201a": "'",
  "\u201c": '"',
  "\u201d": '"',
  "\u201e": '"',
  "\u00ab": '"',
  "\u00bb": '"',
  "\u2010": "-",
  "\u2011": "-",
  "\u2012": "-",
  "\u2013": "-",
  "\u2014": "-",
  "\u00a0": " ",
  "\n": " ",
  "\t": " ",
};
