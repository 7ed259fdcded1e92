import { lineLabels } from "@/components/passages/labels";
import { COMMENT_MAX, REACTIONS, type Reaction } from "@/lib/comments/limits";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

const KEYS = [
  "earlier",
  "later",
  "loading",
  "loadFailed",
  "again",
  "write",
  "language",
  "post",
  "postAnswer",
  "sending",
  "posted",
  "notSent",
  "answer",
  "quote",
  "react",
  "more",
  "change",
  "changeLabel",
  "saveChange",
  "changed",
  "remove",
  "removeAsk",
  "removeYes",
  "removeNo",
  "cancel",
  "removedByAuthor",
  "removedByModerator",
  "report",
  "hide",
  "restore",
  "appeal",
  "hiddenFor",
  "resolve",
  "reopen",
  "resolveAsk",
  "reopenAsk",
  "isNew",
  "freshFirst",
  "suggestions",
  "everyoneIn",
  "callHint",
  "unclearSome",
] as const;

/** What is said there: comments, or answers to a question. Whoever asked it comments on the answers. */
export type SaidThere = "comment" | "answer" | "to-answers";

/** The thread's sentences, ready for the browser. `{name}` and its like are put in there. Made once: see `talkWords`. */
export function threadLabels(locale: Locale, said: SaidThere): ThreadLabels {
  return { ...make(locale), ...(said !== "comment" && answering(locale, said === "answer")) };
}

function make(locale: Locale) {
  const t = translator(locale, "comments");
  const [name, n, when] = ["{name}", "{n}", "{when}"];
  const plain = Object.fromEntries(KEYS.map((key) => [key, t(key)])) as Record<(typeof KEYS)[number], string>;
  return {
    ...plain,
    answerLabel: t("answerLabel", { name }),
    ofWhom: t("ofWhom", { name }),
    reactTo: t("reactTo", { name }),
    moreOf: t("moreOf", { name }),
    historyOf: t("historyOf", { name }),
    linkTo: t("linkTo", { when }),
    resolvedBy: t("resolvedBy", { name }),
    lookedAgain: { kept: t("lookedAgain.kept", { name }), restored: t("lookedAgain.restored", { name }) },
    hiddenReason: t("hiddenReason", { reason: "{reason}" }),
    unclear: t("unclear", { name, count: "{count}", instead: "{instead}" }),
    reaction: Object.fromEntries(REACTIONS.map((one) => [one, t(`reaction.${one}`)])) as Record<Reaction, string>,
    others: { one: t("andOthers.one"), many: t("andOthers.many", { n }) },
    answers: {
      none: t("answers.none"),
      one: t("answers.one"),
      many: t("answers.many", { n }),
      over: t("answers.over", { n }),
    },
    moreAnswers: {
      one: t("moreAnswers.one"),
      many: t("moreAnswers.many", { n }),
      over: t("moreAnswers.over", { n }),
      some: t("moreAnswers.some"),
    },
    suggested: { none: t("suggested.none"), one: t("suggested.one"), many: t("suggested.many", { n }) },
    passage: lineLabels(locale),
    errorEmpty: t("error.empty"),
    errorTooLong: t("error.tooLong", { max: COMMENT_MAX, count: 987_654 }).replace(/987\D?654/, n),
    errorPrefix: translator(locale, "errors")("prefix"),
  };
}
export type ThreadLabels = ReturnType<typeof make>;

/** What a thread of answers says otherwise; `one`: whoever writes there writes one. */
function answering(locale: Locale, one: boolean): Partial<ThreadLabels> {
  const t = translator(locale, "comments.answering");
  const [name, n] = ["{name}", "{n}"];
  return {
    earlier: t("earlier"),
    later: t("later"),
    loading: t("loading"),
    loadFailed: t("loadFailed"),
    answer: t("reply"),
    answerLabel: t("replyLabel", { name }),
    postAnswer: t("postReply"),
    answers: {
      none: t("replies.none"),
      one: t("replies.one"),
      many: t("replies.many", { n }),
      over: t("replies.over", { n }),
    },
    moreAnswers: {
      one: t("moreReplies.one"),
      many: t("moreReplies.many", { n }),
      over: t("moreReplies.over", { n }),
      some: t("moreReplies.some"),
    },
    ...(one && { write: t("write"), post: t("post"), posted: t("posted"), errorEmpty: t("errorEmpty") }),
  };
}
