"use client";

import { createContext, useContext } from "react";

export interface ErrorWords {
  title: string;
  text: string;
  sign: string;
  again: string;
  home: string;
  /** Of a form that the server did not answer, and of one that a newer version of the app does not know. */
  unanswered: string;
  outdated: string;
}

const Words = createContext<ErrorWords | null>(null);

/** Hands the error page, and forms that get no answer, their sentences in the reader's language: they run in the browser, where no messages are. */
export function ErrorWordsProvider({ words, children }: { words: ErrorWords; children: React.ReactNode }) {
  return <Words.Provider value={words}>{children}</Words.Provider>;
}

export function useErrorWords(): ErrorWords | null {
  return useContext(Words);
}
