"use client";

import { usePathname, useRouter } from "next/navigation";
import { type ComponentProps, useEffect } from "react";
import { Once } from "./once";

interface Props extends Omit<ComponentProps<typeof Once>, "finish"> {
  /** Which of its links leads to where the reader is: it is marked as the current one. */
  isHere?: (href: string, path: string) => boolean;
}

/** HTML that travels once, whose links lead on without loading the page anew, as those of next/link do. */
export function Soft({ isHere, handed, ...attributes }: Props) {
  const router = useRouter();
  const path = usePathname();

  // biome-ignore lint/correctness/useExhaustiveDependencies: HTML that comes later, as after an action, has no mark yet
  useEffect(() => {
    if (!isHere) return;
    for (const link of document.querySelectorAll(`[data-once="${handed.id}"] a`)) {
      if (isHere(link.getAttribute("href") ?? "", path)) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }, [isHere, path, handed.id, handed.html]);

  return (
    <Once
      {...attributes}
      handed={handed}
      finish={
        isHere &&
        ((html) =>
          html.replace(/<a href="([^"]*)"/g, (link, href: string) =>
            isHere(href, path) ? `${link} aria-current="page"` : link,
          ))
      }
      onClick={(event) => {
        const link = event.target instanceof Element ? event.target.closest("a") : null;
        const href = link?.getAttribute("href");
        const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
        if (!href || elsewhere) return;
        event.preventDefault();
        router.push(href);
      }}
    />
  );
}
