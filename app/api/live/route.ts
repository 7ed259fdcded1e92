import { getActor, getLocale } from "@/lib/auth/current";
import { talkTopics } from "@/lib/comments/live-topics";
import { AppError } from "@/lib/errors/errors";
import { route } from "@/lib/http/response";
import { streamAnswer } from "@/lib/live/answer";
import { hub } from "@/lib/live/hub";
import { notesTopic, sessionTopic } from "@/lib/notes/topics";

const TOPICS = { session: sessionTopic, notes: notesTopic, ...talkTopics };

/** GET /api/live?topic=session:<id>[&topic=notes:<id>…]: what happens there, as server-sent events. */
export const GET = route(async (request: Request) => {
  const [actor, locale] = await Promise.all([getActor(), getLocale()]);
  if (!actor) throw new AppError("unauthenticated");
  const topics = [...new Set(new URL(request.url).searchParams.getAll("topic"))];
  const view = { locale, zone: actor.zone };
  return streamAnswer(await hub().open(actor, view, topics, TOPICS, request.signal));
});
