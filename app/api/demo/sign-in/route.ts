import { signInAsDemoPerson } from "@/lib/auth/demo";
import { settings } from "@/lib/env/settings";
import { route } from "@/lib/http/response";
import { ownPath } from "@/lib/text/input";

/** For scripts: `as` is a handle of the demo. The same for people is on the sign-in page. */
export const POST = route(async (request: Request) => {
  const form = await request.formData();
  await signInAsDemoPerson(String(form.get("as") ?? ""), request.headers.get("user-agent") ?? "");
  const to = ownPath(form.get("to"), "/");
  return new Response(null, {
    status: 303,
    headers: { location: new URL(to, settings.url).href, "cache-control": "no-store" },
  });
});
