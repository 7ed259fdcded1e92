"use client";

import type { HTMLAttributes } from "react";

/** HTML on its way into a page. `html` is left out where the page itself brings it: see `handOver` in kept-html. */
export interface Handed {
  id: string;
  html?: string;
}

interface Props extends HTMLAttributes<HTMLElement> {
  as: "article" | "div" | "nav" | "ol" | "ul";
  handed: Handed;
  /** What the server does with the HTML of this page alone, such as marking where one is. */
  finish?: (html: string) => string;
}

/** An element with HTML that travels once. Otherwise a page would carry it twice: as it is read, and as data for React. */
export function Once({ as: Tag, handed, finish, ...attributes }: Props) {
  return (
    <Tag
      {...attributes}
      data-once={handed.id}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made by React from our own components
      dangerouslySetInnerHTML={{ __html: handed.html ?? received(handed.id, finish) }}
    />
  );
}

declare global {
  var stafetaHanded: { get(id: string): string | undefined; set(id: string, html: string): unknown } | undefined;
}

/** On the server what `handOver` put down; in the browser what stood in the page when it came. */
function received(id: string, finish = unchanged): string {
  globalThis.stafetaHanded ??= new Map();
  const kept = globalThis.stafetaHanded;
  const html = kept.get(id);
  if (typeof document === "undefined") {
    if (html === undefined) throw new Error("The HTML was handed over too long ago.");
    return finish(html);
  }
  if (html !== undefined) return html;
  const stood = document.querySelector(`[data-once="${id}"]`)?.innerHTML ?? "";
  kept.set(id, stood);
  return stood;
}

/** Sentences for components of the browser, which take them from here with `wordsOf`. */
export function Words({ handed }: { handed: Handed }) {
  return (
    <script
      type="application/json"
      data-once={handed.id}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own sentences as JSON
      dangerouslySetInnerHTML={{ __html: handed.html ?? received(handed.id) }}
    />
  );
}

const known = new Map<string, unknown>();

/** What `handWords` in kept-html was given: few for a process, a set for each language. */
export function wordsOf<T>({ id, html }: Handed): T {
  if (!known.has(id)) known.set(id, JSON.parse(html ?? received(id)));
  return known.get(id) as T;
}

const unchanged = (html: string) => html;
