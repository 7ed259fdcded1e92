import { test as base } from "@playwright/test";
import { closeDb } from "@/db/client";
import { makeCity, makeCohort, makeMember, makePerson } from "@/db/factories";
import type { Role } from "@/lib/cohorts/limits";

export { expect } from "@playwright/test";

/** A cohort with one city of a test's own, beside the demo's. */
export interface World {
  cohort: Awaited<ReturnType<typeof makeCohort>>;
  city: Awaited<ReturnType<typeof makeCity>>;
  /** Somebody new with a role in the city, or in the cohort. */
  person: (role: Role) => ReturnType<typeof makePerson>;
  /** Somebody new without any membership. */
  outsider: () => ReturnType<typeof makePerson>;
}

const IN_COHORT: readonly Role[] = ["facilitator", "admin", "observer"];

export const test = base.extend<{ world: World }, { database: undefined }>({
  database: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern
    async ({}, use) => {
      await use(undefined);
      await closeDb();
    },
    { scope: "worker" },
  ],
  world: async ({ database: _ }, use) => {
    const cohort = await makeCohort();
    const city = await makeCity(cohort.id, { name: "Testville", localName: "Testville" });
    await use({
      cohort,
      city,
      person: (role) => makeMember(cohort.id, role, IN_COHORT.includes(role) ? null : city.id),
      outsider: () => makePerson(),
    });
  },
});
