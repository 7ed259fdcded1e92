import { describe, expect, it } from "vitest";
import { renderMarkdown } from "@/lib/text/markdown";
import { MENTIONS_MAX } from "./limits";
import { type Callable, fold, linkMentions } from "./mentions";

const person = (id: string, name: string, code = "WAW"): Callable => ({
  kind: "person",
  id,
  href: `/people/${id}`,
  names: [name, `${name} (${code})`],
});
const warsaw: Callable = { kind: "city", id: "w", href: "/cities/warsaw", names: ["Warsaw", "Warszawa", "WAW"] };
const anna = person("a", "Anna Kowalska");
const all = [warsaw, anna, person("l", "Łukasz Zając"), person("s", "Anna")];

function call(markdown: string, callable = all, chosen: string[] = []) {
  const { html, called, unclear } = linkMentions(renderMarkdown(markdown), callable, new Set(chosen));
  return { html, called: called.map(({ id }) => id), unclear };
}

describe("a name behind an @", () => {
  it("becomes a link that reads as it was typed", () => {
    expect(call("Hello @anna kowalska, and @WARSZAWA")).toEqual({
      html: '<p>Hello <a href="/people/a">@anna kowalska</a>, and <a href="/cities/warsaw">@WARSZAWA</a></p>',
      called: ["a", "w"],
      unclear: [],
    });
  });

  it.each([
    ["the longer of two names", "@Anna Kowalska", ["a"]],
    ["the shorter where the longer is not there", "@Anna Nowak", ["s"]],
    ["a name without its marks", "@lukasz zajac.", ["l"]],
    ["a city by its letters", "(@WAW)", ["w"]],
    ["somebody twice as once", "@Anna @Anna", ["s"]],
    ["a name in bold", "**@Anna**", ["s"]],
  ])("means %s", (_, markdown, called) => {
    expect(call(markdown).called).toEqual(called);
  });

  it.each([
    ["inside an address", "mail anna@warsaw.example and x@Anna"],
    ["in what stands as it is", "`@Anna` and\n\n    @Anna"],
    ["inside a link", "[see @Anna](https://example.org)"],
    ["in what is quoted", "Jan:\n> @Anna\n\nyes"],
    ["that goes on", "@Annabel and @Warsawa"],
    ["that nobody has", "@Nobody @ @@"],
  ])("is nobody's %s", (_, markdown) => {
    expect(call(markdown).called).toEqual([]);
  });

  it("that two people have calls neither, and says what to type", () => {
    const two = [person("1", "Jan Nowak", "WAW"), person("2", "Jan Nowak", "TOR")];
    expect(call("@Jan Nowak", two)).toMatchObject({
      html: "<p>@Jan Nowak</p>",
      called: [],
      unclear: [{ name: "Jan Nowak", count: 2, instead: "Jan Nowak (WAW)" }],
    });
    expect(call("@Jan Nowak (TOR)", two).called).toEqual(["2"]);
    expect(call("@Jan Nowak", two, ["2"]).called).toEqual(["2"]);
  });

  it("calls no more than a handful", () => {
    const many = Array.from({ length: 30 }, (_, n) => person(`p${n}`, `Person${n} X`));
    expect(call(many.map(({ names: [name] }) => `@${name}`).join(" "), many).called).toHaveLength(MENTIONS_MAX);
  });

  it("cannot bring HTML of its own", () => {
    const odd = person("x", 'A<b>"&');
    expect(call('@A<b>"& x', [odd]).html).toBe('<p><a href="/people/x">@A&lt;b&gt;&quot;&amp;</a> x</p>');
  });
});

it("letters without marks keep their places", () => {
  for (const name of ["Łódź", "São Paulo", "İstanbul", "Straße", "Ǆ", "👩‍🔧 Anna"])
    expect(fold(name)).toHaveLength(name.length);
});
