import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askToWait } from "@/lib/action/ask-to-wait";
import { handleForm } from "./wait.mjs";

let server: Server;
let address: string;

beforeAll(async () => {
  server = createServer((request, response) =>
    handleForm(response, async () => {
      await new Promise(setImmediate);
      if (request.url?.includes("later")) askToWait(40);
      response.statusCode = request.url?.includes("elsewhere") ? 303 : 200;
      response.setHeader("Content-Type", "text/plain");
      response.end("said");
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

async function send(path: string) {
  const answer = await fetch(address + path, { method: "POST", redirect: "manual" });
  return [answer.status, answer.headers.get("retry-after"), await answer.text()];
}

test("a form whose sender has to wait is answered 429 with the seconds, each sender for themselves", async () => {
  const paths = Array.from({ length: 20 }, (_, n) => (n % 2 ? "/later" : "/"));
  const answers = await Promise.all(paths.map(send));
  expect(answers).toEqual(paths.map((path) => (path === "/later" ? [429, "40", "said"] : [200, null, "said"])));
});

test("whoever is led elsewhere goes there", async () => {
  expect(await send("/later/elsewhere")).toEqual([303, null, "said"]);
});
