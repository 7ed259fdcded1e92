import { PLACE_RULES, RELATIONS, type Rule, SESSION_RULES, WRITE_UP_RULES } from "./can";

const COLUMNS = RELATIONS.filter((relation) => relation !== "anyone");

function cell(rule: Rule, relation: (typeof RELATIONS)[number]): string {
  if (rule.includes("anyone") || rule.includes(relation)) return "yes";
  const together = rule.filter((entry) => entry.split("+").includes(relation));
  const others = together.map((entry) =>
    entry
      .split("+")
      .filter((one) => one !== relation)
      .join(" and "),
  );
  return others.length > 0 ? `with ${others.join(", or ")}` : "–";
}

function table(first: string, rows: [string, Rule][]): string {
  return [
    `| ${first} | the public | ${COLUMNS.join(" | ")} |`,
    `|---|---|${COLUMNS.map(() => "---|").join("")}`,
    ...rows.map(
      ([name, rule]) =>
        `| ${name} | ${rule.includes("anyone") ? "yes" : "–"} | ${COLUMNS.map((relation) => cell(rule, relation)).join(" | ")} |`,
    ),
  ].join("\n");
}

function rowsOf(rules: Record<string, Partial<Record<string, Rule>>>): [string, Rule][] {
  return Object.entries(rules).flatMap(([action, states]) =>
    Object.entries(states).map(([state, rule]): [string, Rule] => [`${action}, ${state}`, rule ?? []]),
  );
}

/** The permission table as a page of the docs. */
export function permissionsPage(): string {
  return `# Who may do what

Printed from \`lib/auth/can.ts\` by \`npm run docs:permissions\`; a test fails when it is out of date. What has no row here,
nobody may do. What somebody may not read does not exist for them: the answer is the same 404 as for a made-up address.

A column is how a person stands to a thing at this moment. *author*: wrote it or was invited to it, and still belongs to
its city. *member, official, lead*: has that role in its city. *peer*: belongs to another city of the cohort. *observer,
facilitator, admin*: has that role in its cohort. *self*: it is theirs. *invited*: belongs to a city that the session
invites. *entrusted*: was asked to run the session or to take its notes. "with" means both at once.

## Write-ups and what is said about them, by audience

${table("may", rowsOf(WRITE_UP_RULES))}

## Sessions, by state

${table("may", rowsOf(SESSION_RULES))}

## In a city's workspace or in the cohort

${table("may", Object.entries(PLACE_RULES) as [string, Rule][])}
`;
}
