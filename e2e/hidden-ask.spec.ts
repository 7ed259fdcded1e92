import { makeAsk, makeCity, makeComment, makeMember } from "@/db/factories";
import { signInPerson } from "./support/people";
import { expect, test } from "./support/test";

test("a question is reported and hidden without JavaScript, is there for nobody else any more, and comes back after another look", async ({
  browser,
  world,
}) => {
  const [lead, official, facilitator] = await Promise.all([
    world.person("lead"),
    world.person("official"),
    world.person("facilitator"),
  ]);
  const asker = await makeMember(world.cohort.id, "member", (await makeCity(world.cohort.id)).id);
  const title = "Who wants to buy our phone lines?";
  const ask = await makeAsk(world.cohort.id, asker.id, world.city);
  const taken = await makeAsk(world.cohort.id, asker.id, world.city, { title, html: "<p>A good price.</p>" });
  await makeComment({ askId: taken.id }, world.cohort.id, official.id, { html: "<p>Not we.</p>" });
  const someone = async (id: string, javaScriptEnabled = false) => {
    const context = await browser.newContext({ javaScriptEnabled });
    await signInPerson(context, id);
    return context.newPage();
  };

  const peer = await someone(official.id);
  await peer.goto(`/asks/${taken.id}`);
  await peer.getByRole("link", { name: "Report this question" }).click();
  await peer.getByLabel("It advertises something").check();
  await peer.getByRole("button", { name: "Report question" }).click();
  await expect(peer.getByText("Nobody has decided yet.")).toBeVisible();
  const open = await someone(official.id, true);
  await open.goto(`/asks/${taken.id}`, { waitUntil: "networkidle" });

  const judging = await someone(lead.id);
  await judging.goto("/reports");
  await judging.getByRole("link", { name: new RegExp(`^Hide it\\s*: question of ${asker.name}$`) }).click();
  await judging.getByLabel("It advertises something and does not help the other cities.").check();
  await judging.getByRole("button", { name: "Hide question" }).click();
  await expect(judging.getByRole("status").filter({ hasText: "The question is hidden" })).toBeVisible();

  await expect(open.getByRole("heading", { name: "This page is not here" })).toBeVisible();
  for (const path of [
    `/asks/${taken.id}`,
    ...["new", "hide", "appeal"].map((page) => `/reports/${page}?ask=${taken.id}`),
  ])
    expect((await peer.request.get(path)).status(), path).toBe(404);
  for (const path of ["/asks?show=all", "/asks?show=all&q=phone", `/cities/${world.city.slug}`, "/inbox"])
    expect(await (await peer.request.get(path)).text(), path).not.toContain(title);
  expect(await (await peer.request.get("/asks?show=all")).text()).toContain(ask.title);

  const asking = await someone(asker.id);
  await asking.goto(`/asks/${taken.id}`);
  await expect(asking.getByText("It advertises something and does not help the other cities.")).toBeVisible();
  await expect(asking.getByText("Only you and the moderators can read this page.")).toBeVisible();
  await expect(asking.getByRole("textbox", { name: "Your comment" })).toHaveCount(0);
  await asking.getByRole("link", { name: "Ask for another look" }).click();
  await asking.getByLabel("Why should it be shown?").fill("We give them away.");
  await asking.getByRole("button", { name: "Ask for another look" }).click();
  await expect(asking.getByText("Nobody has decided yet.")).toBeVisible();

  const deciding = await someone(facilitator.id);
  await deciding.goto("/reports");
  await deciding.getByRole("link", { name: new RegExp(`^Decide\\s*: question of ${asker.name}$`) }).click();
  await deciding.getByLabel("It is shown again").check();
  await deciding.getByLabel(`Your answer to ${asker.name}`).fill("Say that they cost nothing.");
  await deciding.getByRole("button", { name: "Decide and answer" }).click();
  await expect(deciding.getByRole("status").filter({ hasText: "The question is shown again." })).toBeVisible();
  await asking.goto(`/asks/${taken.id}`);
  await expect(asking.getByText("Say that they cost nothing.")).toBeVisible();
  await peer.goto(`/asks/${taken.id}`);
  await expect(peer.getByRole("heading", { name: title })).toBeVisible();
  await expect(peer.getByText("Say that they cost nothing.")).toHaveCount(0);
  await Promise.all([peer, open, judging, asking, deciding].map((page) => page.context().close()));
});
