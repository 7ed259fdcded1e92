import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { answerMissing } from "./missing.mjs";

const open: { close: () => void }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

/** A server whose pages are `pages`; whatever else is asked for it does not find. */
async function serve(pages: Record<string, string>, asked: string[] = []) {
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url?.split("?", 1)[0] ?? "";
    asked.push(path);
    const page = pages[path];
    response.statusCode = page === undefined ? 404 : 200;
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("x-asked", path);
    response.write("<!doctype html>");
    response.end(page ?? (path === "/not-here" ? "not here" : "left to the browser"));
  };
  const server = createServer((request, response) => {
    answerMissing(request, response, handle);
    void handle(request, response);
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return async (path: string, init?: RequestInit) => {
    const answer = await fetch(`http://localhost:${port}${path}`, init);
    return { status: answer.status, text: await answer.text(), asked: answer.headers.get("x-asked") };
  };
}

const GONE = { "/write-ups/abc/withdrawn": "taken back" };

describe("an address without a page", () => {
  it("gets the whole page of an address that does not exist", async () => {
    const get = await serve({});
    expect(await get("/cities/nowhere")).toEqual({ status: 404, text: "<!doctype html>not here", asked: "/not-here" });
  });

  it("leaves what is found as it is", async () => {
    const get = await serve({ "/library": "books" });
    expect(await get("/library")).toMatchObject({ status: 200, text: "<!doctype html>books" });
  });

  it("leaves what the browser's own code asks for to it", async () => {
    const get = await serve({});
    expect((await get("/cities/nowhere", { headers: { rsc: "1" } })).text).toContain("left to the browser");
  });
});

describe("a write-up that was taken back", () => {
  it.each(["/write-ups/abc", "/write-ups/abc?in=pl", "/write-ups/abc/revisions/3", "/write-ups/abc/withdrawn"])(
    "says so at %s",
    async (path) => {
      const get = await serve(GONE);
      expect(await get(path)).toMatchObject({ status: 410, text: "<!doctype html>taken back" });
    },
  );

  it("is as missing as a made-up one for those who never could read it", async () => {
    const get = await serve({});
    const hidden = await get("/write-ups/abc");
    expect(hidden).toMatchObject({ status: 404, text: "<!doctype html>not here" });
    for (const path of ["/write-ups/abc/revisions/3", "/write-ups/abc/withdrawn", "/write-ups/made-up"])
      expect(await get(path)).toEqual(hidden);
  });

  it("says nothing about another, whatever the address holds", async () => {
    const get = await serve(GONE);
    for (const path of ["/write-ups/abd?id=abc", "/cities/abc", "/write-ups/", "/write-ups?x=/write-ups/abc"])
      expect(await get(path)).toMatchObject({ status: 404 });
  });

  it("does not change what can be read", async () => {
    const asked: string[] = [];
    const get = await serve({ ...GONE, "/write-ups/abc": "the text" }, asked);
    expect(await get("/write-ups/abc")).toMatchObject({ status: 200, text: "<!doctype html>the text" });
    expect(asked).toEqual(["/write-ups/abc"]);
  });

  it("cannot be claimed by what a request carries", async () => {
    const get = await serve({ "/library": "books" });
    const headers = { "x-status": "410", "x-withdrawn": "1", "x-matched-path": "/write-ups/abc/withdrawn" };
    expect(await get("/library?withdrawn=1", { headers })).toMatchObject({ status: 200 });
  });
});
