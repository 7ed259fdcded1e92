"use client";

import "@/components/layout/stafeta.css";

/**
 * When not even the frame can be made, such as while the database is away. Nobody knows the reader's language then, so it
 * says the same in each of ours.
 */
const SAYINGS = [
  {
    lang: "en",
    title: "Stafeta does not answer just now",
    text: "Nothing that you saved is lost. Wait a minute, then open the page again.",
  },
  {
    lang: "it",
    title: "In questo momento Stafeta non risponde",
    text: "Nulla di ciò che hai salvato è andato perso. Aspetta un minuto, poi riapri la pagina.",
  },
];

export default function FrameError() {
  return (
    <html lang="en">
      <body>
        <title>Stafeta</title>
        <main className="page">
          {SAYINGS.map(({ lang, title, text }, index) => (
            <section className="opening" lang={lang} key={lang}>
              <div className="text stack">
                {index === 0 ? <h1>{title}</h1> : <h2>{title}</h2>}
                <p className="lead">{text}</p>
              </div>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
