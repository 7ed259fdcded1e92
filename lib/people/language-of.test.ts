import { expect, it } from "vitest";
import { languageOf } from "./language-of";

it("what somebody wrote is read aloud in its own language, whichever of theirs comes first", () => {
  expect(languageOf("Food networks with associations, and how we count the households.", ["it", "en"])).toBe("en");
  expect(languageOf("Reti alimentari con le associazioni, e come contiamo le famiglie.", ["it", "en"])).toBe("it");
  expect(languageOf("Redes de apoyo para personas mayores en los barrios.", ["eu", "es", "en"])).toBe("es");
  expect(languageOf("Jak liczymy rodziny i co jest dla nich ważne.", ["pl", "en"])).toBe("pl");
});

it("when the words do not tell, nothing is claimed", () => {
  expect(languageOf("Food networks", ["it", "en"])).toBeUndefined();
  expect(languageOf("", ["it", "en"])).toBeUndefined();
  expect(languageOf("The and of", [])).toBeUndefined();
});
