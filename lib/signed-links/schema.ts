import { z } from "zod";
import { PostComment } from "@/lib/comments/schema";
import { voteInput } from "@/lib/polls/schema";
import { ANSWERS } from "@/lib/sessions/limits";
import { idInput } from "@/lib/text/input";
import { LINK_TOKEN_MAX } from "./limits";

const token = z.string({ error: "links.error.gone" }).max(LINK_TOKEN_MAX, "links.error.gone");

export const LinkVoteInput = z.strictObject({ token, vote: voteInput });
export type LinkVoteInput = z.infer<typeof LinkVoteInput>;

export const LinkAnswerInput = z.strictObject({ token, answer: z.enum(ANSWERS) });
export type LinkAnswerInput = z.infer<typeof LinkAnswerInput>;

/** What a comment is on its page, on the thing that the link is about. */
export const LinkCommentInput = z.strictObject({
  token,
  parentId: PostComment.shape.parentId,
  markdown: PostComment.shape.markdown,
  language: PostComment.shape.language,
  formKey: PostComment.shape.formKey,
});
export type LinkCommentInput = z.infer<typeof LinkCommentInput>;

export const RenewLinkInput = z.strictObject({ token, comment: PostComment.shape.parentId });
export type RenewLinkInput = z.infer<typeof RenewLinkInput>;

export const RevokeLinkInput = z.strictObject({ id: idInput });
export type RevokeLinkInput = z.infer<typeof RevokeLinkInput>;

export const NoLinkInput = z.strictObject({});
