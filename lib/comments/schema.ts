import { z } from "zod";
import { isContentLanguage } from "@/lib/i18n/locales";
import { isId } from "@/lib/ids";
import { PassageInput } from "@/lib/passages/schema";
import { idInput, requiredText } from "@/lib/text/input";
import { COMMENT_MAX, COMMENT_MIN, MENTIONS_MAX, REACTIONS } from "./limits";

/** Far more than anybody types: what is longer is not even counted. */
const READ_MAX = 100_000;

const words = requiredText(READ_MAX, "comments.error.empty")
  .refine((value) => value.length >= COMMENT_MIN, { error: "comments.error.tooShort" })
  .superRefine(({ length }, context) => {
    if (length <= COMMENT_MAX) return;
    const params = { max: COMMENT_MAX, count: length };
    context.addIssue({ code: "custom", message: "comments.error.tooLong", params });
  });

/** A hidden field that a form always sends; empty means there is none. */
const maybeId = z
  .literal("")
  .transform(() => undefined)
  .or(idInput)
  .optional();

/** Whom the suggestions named: ids with commas between them. */
const chosen = z
  .string()
  .max(1_000, { error: "errors.field.invalid" })
  .transform(
    (value) =>
      new Set(
        value
          .split(",")
          .filter(isId)
          .slice(0, MENTIONS_MAX * 2),
      ),
  )
  .optional();

export const PostComment = z
  .strictObject({
    writeUpId: maybeId,
    sessionId: maybeId,
    askId: maybeId,
    parentId: maybeId,
    markdown: words,
    mentioned: chosen,
    passage: PassageInput.optional(),
    language: z.string().refine(isContentLanguage, { error: "errors.field.invalid" }).optional(),
    formKey: idInput,
  })
  .refine(({ writeUpId, sessionId, askId }) => [writeUpId, sessionId, askId].filter(Boolean).length === 1, {
    error: "errors.field.invalid",
  })
  .refine(({ writeUpId, parentId, passage }) => !passage || (writeUpId && !parentId), {
    error: "errors.field.invalid",
  });
export type PostCommentInput = z.infer<typeof PostComment>;

export const EditComment = z.strictObject({ commentId: idInput, markdown: words, mentioned: chosen });
export type EditCommentInput = z.infer<typeof EditComment>;

export const DeleteComment = z.strictObject({ commentId: idInput });
export type DeleteCommentInput = z.infer<typeof DeleteComment>;

export const ReactToComment = z.strictObject({
  commentId: idInput,
  reaction: z.enum(REACTIONS, { error: "errors.field.invalid" }),
  /** What it shall be, so that sending it twice does not undo it. */
  on: z.enum(["yes", "no"]).transform((value) => value === "yes"),
});
export type ReactToCommentInput = z.infer<typeof ReactToComment>;

export const ResolveComment = z.strictObject({
  commentId: idInput,
  resolved: z.enum(["yes", "no"]).transform((value) => value === "yes"),
});
export type ResolveCommentInput = z.infer<typeof ResolveComment>;
