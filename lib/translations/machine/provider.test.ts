import { afterEach, describe, expect, test, vi } from "vitest";
import { deepL } from "./deepl";
import { libreTranslate } from "./libretranslate";
import { likeDeepL, likeLibreTranslate, startService } from "./local-service";
import { machineFor } from "./provider";
import { batches } from "./request";

const running: { stop(): Promise<void> }[] = [];
async function service(answer: Parameters<typeof startService>[0]) {
  const started = await startService(answer);
  running.push(started);
  return started;
}
const libre = (url: string, key: string | null = null, timeout = 2000) =>
  libreTranslate({ url: new URL(url), key, timeout });

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(running.splice(0).map((one) => one.stop()));
});

describe("LibreTranslate", () => {
  test("is asked in its protocol, and answers in the same order", async () => {
    const { url, asked } = await service(likeLibreTranslate);
    const found = await libre(`${url}/libre`, "secret").translate(["Ciao", '<b id="1">Rete</b>'], "it", "fil");
    expect(found).toEqual(["tl: Ciao", 'tl: <b id="1">Rete</b>']);
    expect(asked.map(({ path, body }) => [path, body])).toEqual([
      [
        "POST /libre/translate",
        { q: ["Ciao", '<b id="1">Rete</b>'], source: "it", target: "tl", format: "html", api_key: "secret" },
      ],
    ]);
  });

  test("gets many texts in several requests", async () => {
    const { url, asked } = await service(likeLibreTranslate);
    const texts = Array.from({ length: 90 }, (_, n) => `Testo ${n}`);
    expect(await libre(url).translate(texts, "it", "en")).toEqual(texts.map((text) => `en: ${text}`));
    expect(asked.map(({ body }) => (body.q as string[]).length)).toEqual([40, 40, 10]);
    expect(asked[0]?.body).not.toHaveProperty("api_key");
  });

  test.each([
    ["is down", 500, "unreachable"],
    ["has too much to do", 429, "busy"],
    ["does not know the language", 400, "unexpected"],
    ["sends us somewhere else", 302, "unreachable"],
  ])("that %s is told as such", async (_, status, problem) => {
    const { url } = await service((_asked, response) =>
      response.writeHead(status, { location: "http://example.org" }).end("{}"),
    );
    await expect(libre(url).translate(["Ciao"], "it", "en")).rejects.toMatchObject({ problem });
  });

  test.each([
    ["no JSON", "<html>"],
    ["too few texts", '{"translatedText":[]}'],
    ["something else than texts", '{"translatedText":[1]}'],
    ["nothing", "null"],
    ["far too much", `{"translatedText":["${"a".repeat(2_100_000)}"]}`],
  ])("that answers with %s is not believed", async (_, body) => {
    const { url } = await service((_asked, response) => response.end(body));
    await expect(libre(url).translate(["Ciao"], "it", "en")).rejects.toMatchObject({ problem: "unexpected" });
  });

  test("that is slow, or not there, is given up", async () => {
    const slow = await service(() => {});
    await expect(libre(slow.url, null, 100).translate(["Ciao"], "it", "en")).rejects.toMatchObject({
      problem: "unreachable",
    });
    await slow.stop();
    await expect(libre(slow.url).translate(["Ciao"], "it", "en")).rejects.toMatchObject({ problem: "unreachable" });
  });
});

test("DeepL is asked in its protocol", async () => {
  const { url, asked } = await service(likeDeepL);
  const machine = deepL({ url: new URL(url), key: "k:fx", timeout: 2000 });
  expect(await machine.translate(["Ciao"], "pt-BR", "en")).toEqual(["EN-GB: Ciao"]);
  expect(asked[0]).toMatchObject({
    path: "POST /v2/translate",
    headers: { authorization: "DeepL-Auth-Key k:fx" },
    body: { text: ["Ciao"], source_lang: "PT", target_lang: "EN-GB", tag_handling: "html" },
  });
});

test("no text gets lost between the requests", () => {
  const texts = ["a".repeat(9000), "b", "c".repeat(7999), "d", "e"];
  expect(batches(texts).flat()).toEqual(texts);
  expect(batches(texts).map((one) => one.length)).toEqual([1, 2, 2]);
});

test("without a setting there is no service, and a draft has none at all", () => {
  expect(machineFor("cohort")).toBeNull();
  vi.stubEnv("TRANSLATE_PROVIDER", "libretranslate");
  expect(machineFor("cohort")).toBeNull();
  vi.stubEnv("TRANSLATE_URL", "http://localhost:5000");
  expect(machineFor("cohort")?.name).toBe("LibreTranslate");
  expect(machineFor("draft")).toBeNull();
  vi.stubEnv("TRANSLATE_PROVIDER", "deepl");
  expect(machineFor("public")).toBeNull();
  vi.stubEnv("TRANSLATE_KEY", "k");
  expect(machineFor("public")?.name).toBe("DeepL");
});
