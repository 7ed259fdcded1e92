import { expect, it } from "vitest";
import { rangeIn } from "./range";

it.each([
  [null, null],
  ["bytes=0-9", { from: 0, to: 9 }],
  ["bytes=90-", { from: 90, to: 99 }],
  ["bytes=90-500", { from: 90, to: 99 }],
  ["bytes=-10", { from: 90, to: 99 }],
  ["bytes=-500", { from: 0, to: 99 }],
  ["bytes=100-", "none"],
  ["bytes=-0", "none"],
  ["bytes=5-2", null],
  ["bytes=-", null],
  ["bytes=0-1,5-6", null],
  ["pages=1-2", null],
])("of 100 bytes, somebody who asks for %j gets %o", (header, expected) => {
  expect(rangeIn(header, 100)).toEqual(expected);
});
