import { expect, it } from "vitest";
import { browserOf } from "./browser";

it("a person recognises their browser and device", () => {
  const seen = (agent: string) => Object.values(browserOf(agent));
  const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";
  expect(seen(`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/142.0 Safari/537.36 Edg/142.0`)).toEqual([
    "Edge",
    "Windows",
  ]);
  expect(seen(`Mozilla/5.0 (Linux; Android 15) ${webkit} Chrome/142.0 Mobile Safari/537.36`)).toEqual([
    "Chrome",
    "Android",
  ]);
  expect(seen("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")).toEqual(["Firefox", "Linux"]);
  expect(
    seen("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1"),
  ).toEqual(["Safari", "iPhone"]);
});

it("a program that says nothing is not guessed at", () => {
  expect(browserOf("curl/8.5")).toEqual({ browser: null, system: null });
});
