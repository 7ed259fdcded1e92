import { expect, test } from "vitest";
import { answerWords } from "./answer-words";

test("before a session one is asked whether one comes, and then reads what one said", () => {
  expect(answerWords({ moment: "before", myAnswer: null }, "en")).toEqual({ title: "Are you coming?", text: null });
  expect(answerWords({ moment: "before", myAnswer: "going" }, "en")).toEqual({ title: "You are coming", text: null });
});

test("while it is on nobody is asked about what is to come, whatever they said; who is late may say so", () => {
  expect(answerWords({ moment: "now", myAnswer: null }, "en")).toEqual({
    title: "It is on now",
    text: "If you come later, say so here.",
  });
  for (const locale of ["en", "it"] as const) {
    for (const myAnswer of [null, "going", "tentative", "not", "waiting"] as const) {
      const { title, text } = answerWords({ moment: "now", myAnswer }, locale);
      expect(`${title} ${text}`).not.toContain("?");
    }
  }
  expect(answerWords({ moment: "now", myAnswer: "not" }, "it").text).toBe("Hai detto che non puoi venire.");
});
