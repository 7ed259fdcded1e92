"use client";

import type { Handed } from "@/components/ui/once";
import { Soft } from "@/components/ui/soft";

const OF_LIBRARY = /^\/(write-ups|import|saved-searches)(\/|$)/;
const OF_SESSIONS = /^\/(series|commitments|formats|calendar)(\/|$)/;
const OF_CITIES = /^\/(people|asks)(\/|$)/;

/** A place stays marked on the pages below it; write-ups belong to the library, what sessions leave behind to the sessions. */
function isHere(href: string, path: string): boolean {
  if (href === "/") return path === "/";
  if (path.startsWith(href)) return true;
  if (href === "/library") return OF_LIBRARY.test(path);
  return href === "/sessions" ? OF_SESSIONS.test(path) : href === "/cities" && OF_CITIES.test(path);
}

/** The five stops of the masthead's line. */
export function Places({ label, places }: { label: string; places: Handed }) {
  return <Soft as="nav" className="places" aria-label={label} handed={places} isHere={isHere} />;
}
