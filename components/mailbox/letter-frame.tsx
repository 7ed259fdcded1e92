"use client";

import { useEffect, useRef } from "react";

interface Props {
  html: string;
  title: string;
}

/**
 * A message as a mail program shows it: a page of its own in which no script runs and whose links lead out of the frame.
 * Once scripts run around it, it is as high as what it holds.
 */
export function LetterFrame({ html, title }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);

  useEffect(() => {
    const fit = () => {
      const body = frame.current?.contentDocument?.body;
      if (frame.current && body?.firstChild) frame.current.height = String(body.offsetHeight + 2);
    };
    const width = new ResizeObserver(fit);
    if (frame.current) width.observe(frame.current);
    frame.current?.addEventListener("load", fit);
    return () => width.disconnect();
  }, []);

  return (
    <iframe
      ref={frame}
      className="letter"
      title={title}
      srcDoc={html.replace("<head>", '<head><base target="_top">')}
      sandbox="allow-same-origin allow-top-navigation-by-user-activation"
      height="640"
    />
  );
}
