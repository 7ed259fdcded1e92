import { z } from "zod";
import { isContentLanguage } from "@/lib/i18n/locales";
import { idInput, requiredText } from "@/lib/text/input";
import { COMMENT_MAX, COMMENT_MIN } from "./limits";

const words = requiredText(COMMENT_MAX, "comments.error.empty").refine((value) => value.length >= COMMENT_MIN, {
  error: "comments.error.tooShort",
});

/** A hidden field that a form always sends; empty means there is none. */
const maybeId = z
  .literal("")
  .transform(() => undefined)
  .or(idInput)
  .optional();

export const PostComment = z
  .strictObject({
    writeUpId: maybeId,
    sessionId: maybeId,
    askId: maybeId,
    parentId: maybeId,
    markdown: words,
    language: z.string().refine(isContentLanguage, { error: "errors.field.invalid" }).optional(),
    formKey: idInput,
  })
  .refine(({ writeUpId, sessionId, askId }) => [writeUpId, sessionId, askId].filter(Boolean).length === 1, {
    error: "errors.field.invalid",
  });
export type PostCommentInput = z.infer<typeof PostComment>;

export const EditComment = z.strictObject({ commentId: idInput, markdown: words });
export type EditCommentInput = z.infer<typeof EditComment>;

export const DeleteComment = z.strictObject({ commentId: idInput });
export type DeleteCommentInput = z.infer<typeof DeleteComment>;
