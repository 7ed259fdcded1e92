import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { expect, it } from "vitest";
import { LOCALES } from "./locales";
import en from "./messages/en.json";
import italian from "./messages/it.json";

const MESSAGES = { en, it: italian };

type Tree = { [key: string]: Tree | string };

function sentences(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[path + key, value]] : sentences(value, `${path}${key}.`),
  );
}

/** What a sentence asks for: its placeholders, and the branches of each choice. */
function asks(elements: MessageFormatElement[]): string[] {
  const found = elements.flatMap((element): string[] => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.plural:
      case TYPE.select: {
        const branches = Object.keys(element.options).filter(
          (branch) => element.type === TYPE.select || branch !== "other",
        );
        const names = element.type === TYPE.select ? branches.sort().join("|") : "plural";
        return [`${element.value} ${names}`, ...Object.values(element.options).flatMap((option) => asks(option.value))];
      }
      case TYPE.tag:
        return [`<${element.value}>`, ...asks(element.children)];
      default:
        return [element.value];
    }
  });
  return [...new Set(found)].sort();
}

const english = new Map(sentences(en));

it.each(LOCALES)("%s has every sentence and none of its own", (locale) => {
  expect(
    sentences(MESSAGES[locale])
      .map(([key]) => key)
      .sort(),
  ).toEqual([...english.keys()].sort());
});

it.each(LOCALES)("%s fills the same places in each sentence and knows the same cases", (locale) => {
  for (const [key, text] of sentences(MESSAGES[locale])) {
    expect(asks(parse(text)), key).toEqual(asks(parse(english.get(key) ?? "")));
  }
});

it.each(LOCALES)("%s has the plural branches that its grammar needs", (locale) => {
  const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.filter((one) => one !== "many");
  const check = (elements: MessageFormatElement[], key: string) => {
    for (const element of elements) {
      if (element.type !== TYPE.plural) continue;
      for (const branch of needed) expect(Object.keys(element.options), `${key}: ${branch}`).toContain(branch);
    }
  };
  for (const [key, text] of sentences(MESSAGES[locale])) check(parse(text), key);
});

it.each(LOCALES)("%s does not shout and does not say oops", (locale) => {
  for (const [key, text] of sentences(MESSAGES[locale])) expect(text, key).not.toMatch(/!|oops|ops\b/i);
});
