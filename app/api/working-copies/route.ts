import { getActor } from "@/lib/auth/current";
import { AppError } from "@/lib/errors/errors";
import { json, route } from "@/lib/http/response";
import { keepCopy, leave, throwAway } from "@/lib/working-copies/mutations";
import { openForm } from "@/lib/working-copies/queries";
import { CopyInput, FormAddressInput } from "@/lib/working-copies/schema";

/** GET /api/working-copies?writeUp=&task=&language=: what I typed there and did not save, and who else is in it. */
export const GET = route(async (request: Request) => {
  const [actor, address] = [await requireReader(), addressIn(request)];
  const state = await openForm(actor, address);
  if (!state) throw new AppError("not_found");
  return json(state);
});

/**
 * POST /api/working-copies: keeps what I have typed so far. POST with ?writeUp=&task=&language=&do=throw-away throws it away,
 * with &do=leave only says that I closed it.
 */
export const POST = route(async (request: Request) => {
  const actor = await requireReader();
  const wanted = new URL(request.url).searchParams.get("do");
  if (wanted === "leave" || wanted === "throw-away") {
    const address = addressIn(request);
    if (wanted === "leave") await leave(actor, address.writeUp, address.task);
    else await throwAway(actor, address);
    return json({ ok: true });
  }
  if (!request.headers.get("content-type")?.startsWith("application/json")) throw new AppError("invalid");
  const parsed = CopyInput.safeParse(await request.json().catch(() => null));
  if (!parsed.success) throw new AppError("invalid");
  return json(await keepCopy(actor, parsed.data));
});

async function requireReader() {
  const actor = await getActor();
  if (!actor) throw new AppError("unauthenticated");
  return actor;
}

function addressIn(request: Request): FormAddressInput {
  const { do: _, ...query } = Object.fromEntries(new URL(request.url).searchParams);
  const parsed = FormAddressInput.safeParse(query);
  if (!parsed.success) throw new AppError("not_found");
  return parsed.data;
}
