import { z } from "zod";
import { voteInput } from "@/lib/polls/schema";
import { ANSWERS } from "@/lib/sessions/limits";
import { LINK_TOKEN_MAX } from "./limits";

const token = z.string({ error: "links.error.gone" }).max(LINK_TOKEN_MAX, "links.error.gone");

export const LinkVoteInput = z.strictObject({ token, vote: voteInput });
export type LinkVoteInput = z.infer<typeof LinkVoteInput>;

export const LinkAnswerInput = z.strictObject({ token, answer: z.enum(ANSWERS) });
export type LinkAnswerInput = z.infer<typeof LinkAnswerInput>;

export const RenewLinkInput = z.strictObject({ token });
export type RenewLinkInput = z.infer<typeof RenewLinkInput>;
