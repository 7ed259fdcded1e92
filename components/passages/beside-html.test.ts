import { expect, test } from "vitest";
import { besideHtml, nameOf, refHtml } from "./beside-html";

const LABELS = {
  answer: "Answer",
  ofWhom: "{name}’s comment",
  readAll: "Read all",
  commentBy: "Comment by {name}",
  commentOf: "Comment {n}, by {name}",
  back: "Back to {n}",
};

const SPOKEN = { locale: "en", read: "en" };

test("a name is a name, whatever signs it is made of", () => {
  expect(nameOf({ number: 2, name: "$& $' {n}" }, LABELS)).toBe("Comment 2, by $& $' {n}");
  const view = { id: "x", number: null, name: '$&"><b>', city: null, html: "<p>Said.</p>", cut: null, language: "en" };
  const html = besideHtml({ ...view, when: "", about: null, newest: null, more: null, reply: true }, LABELS, SPOKEN);
  expect(html).toContain("$&#38;&#34;&#62;&#60;b&#62;’s comment");
  expect(html).not.toContain("{name}");
});

test("within a text in another language each word says which language it is in", () => {
  const city = { code: "RTM", name: "Rotterdam", accent: "rtm" };
  const said = {
    id: "x",
    name: "Joost V.",
    city,
    html: "<p>Wie?</p>",
    cut: null,
    when: "",
    about: null,
  };
  const html = (language: string, read: string) =>
    besideHtml({ ...said, number: 2, language, newest: null, more: null, reply: true }, LABELS, { locale: "en", read });
  expect(html("en", "en")).not.toContain("lang=");
  expect(html("nl", "it")).toMatch(/^<div [^>]*aria-labelledby="ref-2" lang="en">.*<div [^>]* lang="nl"><p>Wie/);
  expect(html("en", "it")).toContain('href="?in=it&amp;reply=x#reply"');
  expect(html("en", "it")).toContain('Joost V., <a class="plain" href="?in=it&amp;comment=x#comment-x">');
  const answer = { ...said, id: "y", html: "<p>My</p>", language: "pl", when: "today" };
  expect(
    besideHtml({ ...said, number: 2, language: "nl", newest: answer, more: "1 more answer", reply: false }, LABELS, {
      locale: "en",
      read: "en",
    }),
  ).toContain(
    '<div class="answer prose" id="beside-y" lang="pl"><p>My</p><p class="muted" lang="en">Joost V., Rotterdam, today</p></div><p class="acts"><a href="?comment=x#comment-x">1 more answer',
  );
  expect(refHtml({ ...said, number: 2 }, LABELS, { locale: "en", read: "it" })).toBe(
    '<a class="ref" id="ref-2" href="#beside-x" aria-label="Comment 2, by Joost V." lang="en">2</a>',
  );
});
