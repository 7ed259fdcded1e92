import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "./support/test";

/** What the build serves, read from the build itself, so that nothing new is forgotten here. */
function manifest<T>(name: string): T {
  return JSON.parse(readFileSync(path.join(process.env.JOURNEYS_BUILD ?? "", name), "utf8")) as T;
}

/** Actions that the public may call. Each of these refuses what it is given here for another reason. */
const PUBLIC_ACTIONS: Record<string, string[]> = {
  "lib/people/language-action.ts": ["chooseLanguage", "forgetLanguage"],
  "lib/sign-in/actions.ts": ["askForSignIn", "enterSignInCode", "openSignInLink", "signInWithProvider"],
  "lib/cohorts/actions.ts": ["accept"],
  "lib/inbox/actions.ts": ["muteByMail", "setRhythmByMail"],
  "lib/signed-links/actions.ts": ["answer", "comment", "renew", "vote"],
};

/** Routes without a page: what each answers to somebody who is not signed in. */
const ROUTES: Record<string, { GET: number; POST: number }> = {
  "/api/auth/[...nextauth]": { GET: 400, POST: 400 },
  "/api/comments": { GET: 400, POST: 405 },
  "/api/comments/people": { GET: 400, POST: 405 },
  "/api/comments/seen": { GET: 405, POST: 401 },
  "/api/comments/since": { GET: 401, POST: 405 },
  "/api/demo/sign-in": { GET: 405, POST: 404 },
  "/api/files": { GET: 405, POST: 401 },
  "/api/health/live": { GET: 200, POST: 405 },
  "/api/health/ready": { GET: 200, POST: 405 },
  "/api/live": { GET: 401, POST: 405 },
  "/api/notes": { GET: 401, POST: 401 },
  "/api/working-copies": { GET: 401, POST: 401 },
  "/calendar/[file]": { GET: 404, POST: 405 },
  "/feed.xml": { GET: 200, POST: 405 },
  "/files/[id]": { GET: 404, POST: 405 },
  "/files/[id]/[width]": { GET: 404, POST: 405 },
  "/import/cases.csv": { GET: 200, POST: 405 },
  "/library/export": { GET: 400, POST: 405 },
  "/links/[token]": { GET: 200, POST: 405 },
  "/robots.txt": { GET: 200, POST: 405 },
  "/sessions/[id]/calendar.ics": { GET: 404, POST: 405 },
  "/sessions/[id]/minutes/pdf": { GET: 404, POST: 405 },
  "/sitemap.xml": { GET: 200, POST: 405 },
  "/unsubscribe/[token]": { GET: 200, POST: 400 },
  "/write-ups/[id]/export": { GET: 404, POST: 405 },
  "/write-ups/[id]/picture.png": { GET: 404, POST: 405 },
  "/write-ups/[id]/revisions/[number]/cite": { GET: 404, POST: 405 },
};

test("every action refuses somebody who is not signed in", async ({ request }) => {
  const { node } = manifest<{ node: Record<string, { filename: string; exportedName: string }> }>(
    "server/server-reference-manifest.json",
  );
  const actions = Object.entries(node);
  expect(actions.length).toBeGreaterThan(10);
  for (const [id, { filename, exportedName }] of actions) {
    if (PUBLIC_ACTIONS[filename]?.includes(exportedName)) continue;
    const answer = await request.post("/", {
      headers: { "next-action": id, "content-type": "text/plain;charset=UTF-8" },
      data: "[null,{}]",
    });
    expect(await answer.text(), `${filename} ${exportedName}`).toContain('"code":"unauthenticated"');
  }
});

test("every route answers somebody who is not signed in as it should", async ({ request }) => {
  const routes = manifest<Record<string, string>>("app-path-routes-manifest.json");
  const handlers = Object.entries(routes).filter(([file]) => file.endsWith("/route"));
  for (const [, address] of handlers) {
    const expected = ROUTES[address];
    expect(expected, `${address} is not in the list above`).toBeDefined();
    const url = address
      .replace("[id]", "0000000000000000")
      .replace("[...nextauth]", "nothing")
      .replace(/\[\w+\]/g, "1");
    expect((await request.get(url)).status(), `GET ${url}`).toBe(expected?.GET);
    expect((await request.post(url, { form: {} })).status(), `POST ${url}`).toBe(expected?.POST);
  }
});
