import type { ThreadComment } from "./types";

/** For tests: a comment as it comes to the browser. */
export function makeThreadComment(id: string, values: Partial<ThreadComment> = {}): ThreadComment {
  return {
    id,
    parentId: null,
    author: { id: "p", name: "Anna K." },
    city: null,
    html: `<p>${id}</p>`,
    markdown: null,
    language: "en",
    passage: null,
    createdAt: "2026-11-24T15:00:00.000Z",
    when: "24 Nov 2026, 16:00",
    edited: false,
    deleted: null,
    resolved: null,
    hidden: null,
    reactions: [],
    isNew: false,
    abilities: {
      edit: false,
      delete: false,
      reply: true,
      react: true,
      report: true,
      hide: false,
      restore: false,
      resolve: false,
      appeal: false,
    },
    replies: [],
    moreReplies: 0,
    gapAfter: false,
    ...values,
  };
}
