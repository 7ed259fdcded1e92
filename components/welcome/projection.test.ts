import { expect, it } from "vitest";
import { ATLANTIC, EUROPE, project } from "./projection";

it("puts a city on the land it stands on", () => {
  expect(project(ATLANTIC, -122.46, 37.74)).toEqual({ x: 108, y: 152 });
  expect(project(ATLANTIC, -43.915, -19.915)).toEqual({ x: 401, y: 500 });
  expect(project(EUROPE, 7.67, 45.07)).toEqual({ x: 217, y: 368 });
  expect(project(EUROPE, 21, 52.25)).toEqual({ x: 370, y: 218 });
});
