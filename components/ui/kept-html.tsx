import "server-only";
import { hash } from "node:crypto";
import { createRequire } from "node:module";
import path from "node:path";
import { LRUCache } from "lru-cache";
import { createElement, type ReactNode } from "react";
import { isForPage } from "@/lib/auth/current";
import type { Handed } from "./once";

// Next refuses this package in a server component, where it would render what needs the browser. Here it renders what
// needs neither browser nor request, so it is fetched past the bundler.
const { renderToStaticMarkup } = createRequire(path.join(process.cwd(), "package.json"))(
  "react-dom/server",
) as typeof import("react-dom/server");

/** Of all components together: whoever asks for one page after the other must not fill the server's memory. */
const CHARACTERS = 64_000_000;
/** Far more than can be on their way at once: a string waits here for some milliseconds. */
const HANDED = { strings: 2_000, characters: 32_000_000 };
const sizeCalculation = (html: string) => html.length + 1;
const known = new LRUCache<string, string>({ maxSize: CHARACTERS, sizeCalculation });
const handed = new LRUCache<string, string>({ max: HANDED.strings, maxSize: HANDED.characters, sizeCalculation });
globalThis.stafetaHanded = handed;
let components = 0;

/**
 * The HTML of a component whose output follows from its props alone: no hooks, no request, no clock, no components of the
 * browser. The same props give the same string without rendering again; the key is all of the props, so nothing that one
 * reader may see can reach another who may not. React pays for each element that it carries to the browser, and for this
 * string only once.
 */
export function keptHtml<P extends object>(
  Component: (props: P) => ReactNode,
  inWriting: (props: P) => string = JSON.stringify,
): (props: P) => Promise<Handed> {
  const render = kept(Component, inWriting);
  return async (props) => handOver(render(props));
}

/** The same for the items of a list, each kept for itself: another page may show it in another company. */
export function keptList<P extends object>(Component: (props: P) => ReactNode): (all: P[]) => Promise<Handed> {
  const render = kept(Component);
  return async (all) => {
    const items = all.map(render);
    return handOver({ id: named(items.map(({ id }) => id).join()), html: items.map(({ html }) => html).join("") });
  };
}

const inJson = new WeakMap<object, Required<Handed>>();

/**
 * Sentences for components of the browser, as JSON that travels once: `Words` puts it into the page, and they take it
 * from there with `wordsOf`. `words`: one object, the same each time.
 */
export async function handWords(words: object): Promise<Handed> {
  let whole = inJson.get(words);
  if (!whole) {
    const html = JSON.stringify(words).replaceAll("<", "\\u003c");
    whole = { id: named(html), html };
    inJson.set(words, whole);
  }
  return handOver(whole);
}

function kept<P extends object>(
  Component: (props: P) => ReactNode,
  inWriting: (props: P) => string = JSON.stringify,
): (props: P) => Required<Handed> {
  components += 1;
  const name = components;
  return (props) => {
    const id = named(`${name} ${inWriting(props)}`);
    let html = known.get(id);
    if (html === undefined) {
      html = renderToStaticMarkup(createElement(Component, props));
      known.set(id, html);
    }
    return { id, html };
  };
}

const named = (text: string) => hash("sha256", text, "base64url");

/** Puts HTML where `Once` finds it while the same request becomes a page; data for a page that is there carries it along. */
async function handOver(whole: Required<Handed>): Promise<Handed> {
  if (!(await isForPage())) return whole;
  handed.set(whole.id, whole.html);
  return { id: whole.id };
}
