import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

export interface Asked {
  path: string;
  headers: IncomingMessage["headers"];
  body: Record<string, unknown>;
}
type Answer = (asked: Asked, response: ServerResponse) => void;

/** For tests: a server on this machine that answers like a translation service, over a real socket. */
export async function startService(answer: Answer) {
  const asked: Asked[] = [];
  const service = { answer, asked, url: "", stop };
  const server = createServer(async (request, response) => {
    const body = (await json(request)) as Record<string, unknown>;
    const one = { path: `${request.method} ${request.url}`, headers: request.headers, body };
    asked.push(one);
    service.answer(one, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  service.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return service;

  function stop(): Promise<void> {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  }
}

/** LibreTranslate's answer: each text, marked with the language that was asked for. */
export const likeLibreTranslate: Answer = ({ body }, response) => {
  const q = body.q as string[];
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ translatedText: q.map((text) => `${body.target}: ${text}`) }));
};

export const likeDeepL: Answer = ({ body }, response) => {
  const texts = body.text as string[];
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ translations: texts.map((text) => ({ text: `${body.target_lang}: ${text}` })) }));
};
