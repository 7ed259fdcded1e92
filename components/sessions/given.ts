type Query = Record<string, string | string[] | undefined>;

/** What the fields of a form hold at first. */
export interface Given {
  one: (name: string) => string;
  all: (name: string) => string[];
  /** Whether one of these fields holds more than it does in a fresh form. */
  some: (names: readonly string[]) => boolean;
}

/** From an address; where it says nothing, from `usual`. */
export function givenFrom(query: Query, usual: Query = {}): Given {
  const all = (name: string) => [query[name] ?? usual[name] ?? []].flat();
  return {
    all,
    one: (name) => all(name)[0] ?? "",
    some: (names) =>
      names.some((name) => [...all(name), ...all(`${name}[]`)].some((value) => value !== "" && USUAL[name] !== value)),
  };
}

const USUAL: Record<string, string> = {
  language: "en",
  mode: "online",
  confidentiality: "cohort",
  rhythm: "once",
  holidays: "skip",
};
