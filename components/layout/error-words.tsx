"use client";

import { createContext, useContext } from "react";

export interface ErrorWords {
  title: string;
  text: string;
  sign: string;
  again: string;
  home: string;
}

const Words = createContext<ErrorWords | null>(null);

/** Hands the error page its sentences in the reader's language: it runs in the browser, where no messages are. */
export function ErrorWordsProvider({ words, children }: { words: ErrorWords; children: React.ReactNode }) {
  return <Words.Provider value={words}>{children}</Words.Provider>;
}

export function useErrorWords(): ErrorWords | null {
  return useContext(Words);
}
