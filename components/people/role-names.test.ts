import { expect, test } from "vitest";
import { translator } from "@/lib/i18n/translator";

const ROLES = ["member", "official", "lead", "observer", "facilitator", "admin"] as const;

test("a role of anybody is called the same on the pages and in a mail, in every language", () => {
  for (const locale of ["en", "it"] as const) {
    const [people, mail] = [translator(locale, "people"), translator(locale, "mail")];
    for (const role of ROLES) expect(mail(`role.${role}`)).toBe(people(`roles.${role}`).toLocaleLowerCase(locale));
  }
});

test("in Italian a role whose two forms differ has both, in one order; the others stand once", () => {
  const t = translator("it", "mail");
  expect(ROLES.map((role) => t(`role.${role}`))).toEqual([
    "membro",
    "funzionaria o funzionario della città",
    "referente della città",
    "osservatrice o osservatore",
    "facilitatrice o facilitatore",
    "amministratrice o amministratore del programma",
  ]);
  expect(translator("it", "writing.authors")("roles.official")).toBe("funzionaria o funzionario");
});
