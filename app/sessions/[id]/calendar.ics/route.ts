import { getActor } from "@/lib/auth/current";
import { calendarFile } from "@/lib/calendars/file";
import { AppError } from "@/lib/errors/errors";
import { route } from "@/lib/http/response";
import type { SessionStatus } from "@/lib/sessions/limits";
import { getSession } from "@/lib/sessions/queries";

/** Nobody knows yet when these are. */
const WITHOUT_HOUR: readonly SessionStatus[] = ["draft", "proposed", "polling"];

/** Hidden, missing and not signed in are one answer. */
export const GET = route(async (_request: Request, { params }: { params: Promise<{ id: string }> }) => {
  const actor = await getActor();
  const session = actor && (await getSession(actor, (await params).id));
  if (!session || WITHOUT_HOUR.includes(session.status)) throw new AppError("not_found");
  return new Response(calendarFile(session), {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'attachment; filename="session.ics"',
      "cache-control": "private, no-store",
    },
  });
});
