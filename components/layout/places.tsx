"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

interface Place {
  href: string;
  name: string;
  count?: number;
  countLabel?: string;
}

const OF_LIBRARY = /^\/(write-ups|import|saved-searches)(\/|$)/;
const OF_SESSIONS = /^\/(series|commitments|formats|calendar)(\/|$)/;

/** A place stays marked on the pages below it; write-ups belong to the library, what sessions leave behind to the sessions. */
function isHere(href: string, path: string): boolean {
  if (href === "/") return path === "/";
  if (path.startsWith(href)) return true;
  return (href === "/library" && OF_LIBRARY.test(path)) || (href === "/sessions" && OF_SESSIONS.test(path));
}

export function Places({ label, places }: { label: string; places: Place[] }) {
  const path = usePathname();
  return (
    <nav className="places" aria-label={label}>
      <ul>
        {places.map(({ href, name, count, countLabel }) => (
          <li key={href}>
            <Link href={href} aria-current={isHere(href, path) ? "page" : undefined} prefetch={false}>
              {name}
              {count ? (
                <b>
                  <span aria-hidden="true">{count}</span>
                  <span className="vh"> {countLabel}</span>
                </b>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
