import { demoIds } from "./support/pages";
import { signInAs } from "./support/people";
import { ownHost, raw } from "./support/raw";
import { expect, test } from "./support/test";

const get = (path: string, host = ownHost()) => raw([`GET ${path} HTTP/1.1`, `Host: ${host}`]);

function post(path: string, headers: string[], body: string) {
  const length = `Content-Length: ${Buffer.byteLength(body)}`;
  return raw([`POST ${path} HTTP/1.1`, `Host: ${ownHost()}`, length, ...headers], body);
}

for (const path of [
  "/%",
  "/%E0%A4%A",
  "/write-ups/%",
  "/write-ups/%00",
  "/library/..%5c..%5cetc",
  "//evil.example/library",
  `/${"a".repeat(9_000)}`,
  "/cities/%ff",
  "http://evil.example/",
]) {
  test(`a broken address is refused calmly: ${path.slice(0, 30)}`, async () => {
    const { status } = await get(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });
}

for (const method of ["TRACE", "PUT", "DELETE", "PATCH", "CONNECT", "PROPFIND", "OPTIONS"]) {
  test(`${method} is refused`, async () => {
    const { status } = await raw([`${method} / HTTP/1.1`, `Host: ${ownHost()}`]).catch(() => ({ status: 400 }));
    // Node closes a CONNECT that nobody takes, without a word.
    expect(method === "CONNECT" ? [0, 400, 405] : [405]).toContain(status);
  });
}

test("a Host that is not ours gets nothing of ours", async () => {
  const { status, answer } = await get("/", "evil.example");
  expect(status).toBe(421);
  expect(answer).not.toContain("Stafeta");
  expect((await raw(["GET / HTTP/1.1"])).status).toBe(400);
  const forwarded = await raw(["GET /sessions HTTP/1.1", `Host: ${ownHost()}`, "X-Forwarded-Host: evil.example"]);
  expect(forwarded.answer).not.toContain("evil.example");
});

test("a form that arrives broken is refused", async () => {
  const type = "Content-Type: multipart/form-data";
  const half = '--x\r\nContent-Disposition: form-data; name="email"\r\n\r\nanna';
  for (const [header, body] of [
    [`${type}`, "no boundary"],
    [`${type}; boundary=x`, half],
    [`${type}; boundary=x`, ""],
    [`${type}; boundary=x`, '--x\r\nContent-Disposition: form-data; name="$ACTION_1:0"\r\n\r\n{broken\r\n--x--\r\n'],
    [`${type}; boundary=x`, '--x\r\nContent-Disposition: form-data; name="$ACTION_ID_nothing"\r\n\r\n\r\n--x--\r\n'],
  ] as const) {
    for (const path of ["/sign-in", "/api/demo/sign-in", "/api/comments"]) {
      const { status } = await post(path, [header], body);
      expect(status, `${path} ${header} ${body}`).toBeGreaterThanOrEqual(400);
      expect(status, `${path} ${header} ${body}`).toBeLessThan(500);
    }
  }
});

test("an action that does not exist, or whose arguments are broken, is refused", async () => {
  const id = "40".padEnd(42, "0");
  const plain = "Content-Type: text/plain;charset=UTF-8";
  for (const [headers, body] of [
    [[`Next-Action: ${id}`, plain], "[]"],
    [[`Next-Action: ${id}`, plain], "{broken"],
    [["Next-Action: x", plain], "[]"],
    [["Next-Action: __proto__", plain], '["$1"]'],
  ] as const) {
    const { status } = await post("/sign-in", [...headers], body);
    expect(status, `${headers[0]} ${body}`).toBeGreaterThanOrEqual(400);
    expect(status, `${headers[0]} ${body}`).toBeLessThan(500);
  }
});

test("a form of another site is refused, whoever is signed in", async ({ page, context }) => {
  await signInAs(context, "official-turin");
  const form = "Content-Type: application/x-www-form-urlencoded";
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  for (const origin of ["https://evil.example", "null", `http://${ownHost()}.evil.example`]) {
    for (const path of ["/sign-in", "/settings", "/api/demo/sign-in", "/api/comments"]) {
      const { status } = await post(path, [form, `Origin: ${origin}`, `Cookie: ${cookie}`], "as=admin");
      expect(status, `${path} from ${origin}`).toBe(403);
    }
  }
  await page.goto("/library");
  await expect(page.getByRole("banner").getByRole("link", { name: "Paola R." })).toBeVisible();
});

test("an id that is not an id is a calm 404", async ({ context, page }) => {
  await signInAs(context, "lead-dublin");
  const notIds = [
    "1",
    "undefined",
    "ZZZZZZZZZZZZZZZZ",
    "0000000000000000",
    "%27%20or%201=1--",
    "%F0%9F%98%80",
    "a".repeat(500),
  ];
  for (const id of notIds) {
    for (const place of ["write-ups", "sessions", "cities", "series", "commitments"]) {
      const answer = await context.request.get(`/${place}/${id}`);
      expect(answer.status(), `/${place}/${id.slice(0, 30)}`).toBe(404);
    }
  }
  for (const address of ["/api/live?topic=session:%00", "/api/live?topic=notes:x", "/api/notes?session=%00"])
    expect((await context.request.get(address)).status(), address).toBe(404);
  await page.goto("/write-ups/0000000000000000");
  await expect(page.getByRole("heading", { level: 1, name: "This page is not here" })).toBeVisible();
});

test("strange search words and filters find nothing and break nothing", async ({ context }) => {
  await signInAs(context, "member-dublin");
  for (const query of [
    "q=%00",
    "q=%ED%A0%80",
    "q='%20or%201=1--",
    `q=${"x".repeat(5_000)}`,
    "q=a&q=b",
    "q[]=a",
    "q=%26%7C!():*",
    "theme=nothing&phase=../..&page=-1",
    "page=99999999999999999999&after=%00",
    "city=__proto__&language=%F0%9F%98%80",
  ]) {
    for (const path of ["/library", "/", "/sign-in", "/sign-in/code", "/people", "/sessions/new"]) {
      const answer = await context.request.get(`${path}?${query}`);
      expect(answer.status(), `${path}?${query.slice(0, 60)}`).toBeLessThan(500);
    }
  }
});

test("NUL and half characters in a form are the sender's mistake", async ({ context }) => {
  await signInAs(context, "member-dublin");
  const { practiceId } = await demoIds();
  for (const value of ["\0", "a\0b", "\ud800", "x".repeat(200_000)]) {
    for (const [path, fields] of [
      ["/api/demo/sign-in", { as: value }],
      ["/api/demo/sign-in", { as: "member-dublin", to: value }],
    ] as const) {
      const answer = await context.request.post(path, { form: fields, maxRedirects: 0 });
      expect(answer.status(), path).toBeLessThan(500);
    }
    const comments = await context.request.get("/api/comments", {
      params: { writeUp: practiceId, after: value.slice(0, 99) },
    });
    expect(comments.status()).toBeLessThan(500);
  }
});

test("more than six megabytes are not taken", async () => {
  const { status } = await raw(
    [`POST /sign-in HTTP/1.1`, `Host: ${ownHost()}`, "Content-Type: text/plain", "Content-Length: 7000000"],
    "x",
  );
  expect(status).toBe(413);
});

test("headers that lie about who asks change nothing", async () => {
  const { status, answer } = await raw([
    "GET /sessions HTTP/1.1",
    `Host: ${ownHost()}`,
    "x-middleware-subrequest: middleware:middleware:middleware:middleware:middleware",
    "Cookie: stafeta=%00; language=%00; stafeta=x",
    "Accept-Language: ;;;q=x,\t*",
  ]);
  expect(status).toBe(307);
  expect(answer).toMatch(/location: \/sign-in/i);
});
