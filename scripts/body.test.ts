import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { readBody, refuseBody, withBody } from "./body.mjs";

const form = { "content-type": "multipart/form-data; boundary=abc" };
const action = { "next-action": "00ff", "content-type": "text/plain;charset=UTF-8" };
const formAction = { "next-action": "00ff", ...form };

const statusOf = (headers: Record<string, string>, body: string) =>
  refuseBody(headers, Buffer.from(body))?.status ?? null;

function formOf(fields: Record<string, string>) {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--abc\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join("")}--abc--\r\n`;
}

describe("what is sent", () => {
  it("may be a whole form, with empty fields and several lines", () => {
    expect(statusOf(form, formOf({ title: "", text: 'He said: ,"$5"\r\n\r\n--ab' }))).toBeNull();
  });

  it.each([
    "garbage",
    "",
    "--abc",
    '--abc\r\nContent-Disposition: form-data; name="t"\r\n\r\nx',
    "--abc\r\n\r\nx\r\n--abc--",
  ])("is refused as a form when it is broken: %j", (body) => {
    expect(statusOf(form, body)).toBe(400);
  });

  it("is not looked into when it is neither a form nor an action", () => {
    expect(statusOf({ "content-type": "application/json" }, "garbage")).toBeNull();
  });

  it.each(["[]", '[{"id":"x","text":"$$5 and \\"$F1\\""}]', '["$undefined","$D2026-01-01T00:00:00.000Z","$0:0"]'])(
    "may be the arguments of an action: %s",
    (body) => {
      expect(statusOf(action, body)).toBeNull();
    },
  );

  it.each(["", "garbage", "null", "5", "{}", '["$F1"]', '[ "$h1"]', '["$Q1"]', '["$nx"]', '["$1:a"]'])(
    "is refused as the arguments of an action when React would fail on it: %j",
    (body) => {
      expect(statusOf(action, body)).toBe(400);
    },
  );

  it("may be an action with a form in it", () => {
    expect(statusOf(formAction, formOf({ "1_text": "hello", "0": '["$K1"]' }))).toBeNull();
    expect(statusOf(formAction, formOf({ "1": "[]", "0": '["$Q1"]' }))).toBeNull();
    expect(statusOf(formAction, formOf({ "1_text": "hello" }))).toBe(400);
  });

  it("may be a form sent before the page's code has arrived", () => {
    const bound = { $ACTION_REF_1: "", "$ACTION_1:0": '{"id":"00ff","bound":"$@1"}' };
    expect(statusOf(form, formOf({ ...bound, "$ACTION_1:1": "[null]" }))).toBeNull();
    expect(statusOf(form, formOf({ ...bound, "$ACTION_1:1": "garbage" }))).toBe(400);
    expect(statusOf(form, formOf(bound))).toBe(400);
  });

  it("is refused when it is too large", () => {
    expect(refuseBody(form, null)?.status).toBe(413);
  });

  it("is read whole, unless it is a file, which its route reads as it comes", async () => {
    const request = (url: string) => {
      const made = Object.assign(new IncomingMessage(new Socket()), { url });
      made.push("a=b");
      made.push(null);
      return made;
    };
    expect(String(await readBody(request("/people")))).toBe("a=b");
    const file = request("/api/files?writeUp=x");
    const body = await readBody(file);
    expect(body).toBe(file);
    expect(refuseBody({}, body)).toBeNull();
    expect(body && withBody(file, body)).toBe(file);
    expect(file.readableLength).toBe(3);
  });
});
