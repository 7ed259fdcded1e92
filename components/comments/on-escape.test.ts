import { expect, test, vi } from "vitest";
import { onEscape } from "./on-escape";

function press(key: string, fields: { value: string; defaultValue: string }[], isComposing = false) {
  const close = vi.fn();
  const currentTarget = { querySelectorAll: () => fields };
  onEscape(close)({ key, currentTarget, nativeEvent: { isComposing } } as unknown as React.KeyboardEvent);
  return close.mock.calls.length === 1;
}

test("Escape closes a question, an empty field and one that holds what it held before", () => {
  expect(press("Escape", [])).toBe(true);
  expect(press("Escape", [{ value: "", defaultValue: "" }])).toBe(true);
  expect(press("Escape", [{ value: "Said before.", defaultValue: "Said before." }])).toBe(true);
});

test("Escape takes away nothing that somebody has typed, nor the word that a keyboard still puts together", () => {
  expect(press("Escape", [{ value: "Half a sen", defaultValue: "" }])).toBe(false);
  expect(press("Escape", [], true)).toBe(false);
  expect(press("Enter", [])).toBe(false);
});
