export const BLOCKS = "p, li, h3, h4, h5, h6, pre, tr";
/** What stands in a text and is none of its words. */
export const APART = ".ref, .say, .beside, .more-beside, .gone, .passage-host, .came-beside";

/** One unit of a text, and where the page has it. */
export interface Letter {
  sign: string;
  node: Text;
  at: number;
}

/**
 * The words of a section of the page as the server counts them: blocks divided by a line's end, blanks as one. Both stand
 * where the letter behind them does.
 */
export function lettersOf(section: Element): Letter[] {
  const letters: Letter[] = [];
  let block: Element | null = null;
  let cell: Element | null = null;
  let fresh = true;
  let blank = false;
  for (const node of textsIn(section)) {
    const own = node.parentElement?.closest(BLOCKS) ?? null;
    const ownCell = node.parentElement?.closest("td, th") ?? null;
    for (const [at, sign] of node.data.split("").entries()) {
      if (isBlank(sign)) {
        blank = true;
        continue;
      }
      if (own !== block) fresh = true;
      const between = fresh ? "\n" : blank || ownCell !== cell ? " " : "";
      if (between && letters.length > 0) letters.push({ sign: between, node, at });
      letters.push({ sign, node, at });
      [block, cell, fresh, blank] = [own, ownCell, false, false];
    }
  }
  return letters;
}

export const isBlank = (sign: string) => /\s/.test(sign);

function textsIn(section: Element): Text[] {
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
    return node instanceof Element && node.matches(APART) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) found.push(node);
  return found;
}
