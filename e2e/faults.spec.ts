import type { APIRequestContext } from "@playwright/test";
import { request } from "@playwright/test";
import postgres from "postgres";
import { freePort } from "../scripts/ports.mjs";
import { startDurableDatabase, startInstance } from "./support/instance";
import { expect, test } from "./support/test";

test.describe.configure({ timeout: 180_000 });

test("two instances start at once on one empty database, and a person signed in on one is signed in on the other", async () => {
  const database = await startDurableDatabase();
  const [first, second] = await Promise.all([
    startInstance(database.url, await freePort()),
    startInstance(database.url, await freePort()),
  ]);
  const person = await request.newContext();
  await person.post(`${first.url}/api/demo/sign-in`, { form: { as: "official-turin" }, maxRedirects: 0 });
  for (const instance of [first, second]) {
    const home = await person.get(`${instance.url}/settings`);
    expect(home.status()).toBe(200);
    expect(await home.text()).toContain("Paola R.");
  }
  const sql = postgres(database.url, { max: 1 });
  const [count] =
    await sql`select (select count(*)::int from cohorts) as cohorts, (select count(*)::int from workspaces) as cities`;
  expect(count, "seeded once").toEqual({ cohorts: 1, cities: 7 });
  await sql.end();
  await person.dispose();
  await Promise.all([first.stop(), second.stop()]);
  await database.stop();
});

test("killing the server and the database in the middle of posting loses no acknowledged comment", async () => {
  const database = await startDurableDatabase();
  const port = await freePort();
  let instance = await startInstance(database.url, port);
  const person = await request.newContext({ baseURL: instance.url });
  await person.post("/api/demo/sign-in", { form: { as: "official-warsaw" }, maxRedirects: 0 });
  const library = await (await person.get("/library")).text();
  const ids = [...new Set([...library.matchAll(/\/write-ups\/([0-9a-z]{16})"/g)].map(([, id]) => id ?? ""))].slice(
    0,
    4,
  );

  const acknowledged: { id: string; text: string }[] = [];
  let killed = false;
  const writers = ids.map(async (id, writer) => {
    for (let number = 0; !killed; number++) {
      const text = `Kept whatever happens ${writer} ${number} end`;
      const answer = await post(person, id, text).catch(() => null);
      if (answer === 303) acknowledged.push({ id, text });
    }
  });
  await expect.poll(() => acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(20);
  await Promise.all([instance.kill(), database.kill()]);
  killed = true;
  await Promise.all(writers);

  await database.restart();
  instance = await startInstance(database.url, port);
  for (const id of ids) {
    let before: string | null = "";
    let words = "";
    while (before !== null) {
      const page = await person.get(`/api/comments?writeUp=${id}${before && `&before=${before}`}`);
      const thread = (await page.json()) as { comments: { html: string }[]; earlier: string | null };
      words += thread.comments.map(({ html }) => html).join("\n");
      before = thread.earlier;
    }
    const lost = acknowledged.filter((one) => one.id === id && !words.includes(one.text));
    expect(lost).toEqual([]);
  }
  await person.dispose();
  await instance.stop();
  await database.stop();
});

/** Sends the comment form of a page as a browser without JavaScript does. */
async function post(person: APIRequestContext, id: string, text: string): Promise<number> {
  const html = await (await person.get(`/write-ups/${id}`)).text();
  const form = /<form(?:(?!<form)[\s\S])*?name="markdown"[\s\S]*?<\/form>/.exec(html)?.[0] ?? "";
  const multipart: Record<string, string> = { markdown: text, language: "en" };
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const part = (name: string) => plain(new RegExp(`${name}="([^"]*)"`).exec(input)?.[1] ?? "");
    multipart[part(" name")] = part(" value");
  }
  const answer = await person.post(`/write-ups/${id}`, { multipart, maxRedirects: 0, timeout: 10_000 });
  return answer.status();
}

const plain = (html: string) => html.replace(/&quot;/g, '"').replace(/&amp;/g, "&");
