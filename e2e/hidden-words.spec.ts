import { makeCity, makeMember } from "@/db/factories";
import { FROM_ALL, FROM_CITY, FROM_COHORT, FROM_LEADERS, hideEverywhere } from "./support/hidden-words";
import { signInPerson } from "./support/people";
import { expect, test, type World } from "./support/test";
import { wordsOf } from "./support/words";

// A trace of four hundred answers would take longer than asking for them.
test.use({ trace: "off" });

interface Reader {
  hidden: string[];
  /** Null: nobody is signed in. */
  person: (world: World, former: { id: string }) => Promise<{ id: string } | null>;
}

const READERS: Record<string, Reader> = {
  "whoever is not signed in": { hidden: FROM_ALL, person: async () => null },
  "somebody who belongs to no city": { hidden: FROM_ALL, person: (world) => world.outsider() },
  "an author who has left the city": { hidden: FROM_ALL, person: async (_, former) => former },
  "the lead of another city": {
    hidden: FROM_COHORT,
    person: async ({ cohort }) => makeMember(cohort.id, "lead", (await makeCity(cohort.id)).id),
  },
  "an observer": { hidden: FROM_COHORT, person: (world) => world.person("observer") },
  "a facilitator": { hidden: FROM_LEADERS, person: (world) => world.person("facilitator") },
  "an admin": { hidden: FROM_LEADERS, person: (world) => world.person("admin") },
  "a member of the city": { hidden: FROM_CITY, person: (world) => world.person("member") },
};

for (const [name, reader] of Object.entries(READERS)) {
  test(`a word that is hidden from ${name} is in nothing that they are sent`, async ({ world, browser }) => {
    test.setTimeout(120_000);
    const { former, canary, addresses } = await hideEverywhere(world, browser);
    const person = await reader.person(world, former);
    const words = reader.hidden.map(canary);
    const context = await browser.newContext();
    if (person) await signInPerson(context, person.id);
    const findings: string[] = [];
    const ask = async (address: string) => {
      const answer = await context.request.get(address);
      // What somebody typed themselves stands in their search field; it is not found.
      const sent = (await wordsOf(answer)).replaceAll(new URL(answer.url()).searchParams.get("q") ?? "\0", "");
      const told = words.filter((word) => sent.includes(word));
      if (told.length > 0) findings.push(`${address} tells ${told.join(", ")}`);
      if (answer.status() >= 500) findings.push(`${address} answers ${answer.status()}`);
    };
    // Some at a time: one after the other the server would wait for us.
    const left = [...(await addresses(person, words))];
    while (left.length > 0) await Promise.all(left.splice(0, 8).map(ask));
    expect(findings).toEqual([]);
    await context.close();
  });
}
