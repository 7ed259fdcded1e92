import { createTransport } from "nodemailer";
import { makeCity, makeMember, makeWriteUp } from "@/db/factories";
import { saidTo } from "./support/conversation";
import { mailTo } from "./support/mail";
import { signInPerson } from "./support/people";
import { expect, test } from "./support/test";

const transport = () =>
  createTransport({ host: "127.0.0.1", port: Number(process.env.JOURNEYS_INBOUND), secure: false });

test("an official answers the mail itself, and what they wrote stands on the page, once", async ({
  browser,
  world,
}) => {
  const author = await world.person("official");
  const elsewhere = await makeCity(world.cohort.id, { name: "Elsewhere" });
  const member = await makeMember(world.cohort.id, "member", elsewhere.id);
  const writeUp = await makeWriteUp(world.city, author.id, { document: { title: "Rooms open to all" } });
  const letter = await saidTo(browser, member, author, writeUp.id, "Who holds the keys to the rooms?");
  const to = letter.replyTo?.value[0]?.address ?? "";
  expect(to).toMatch(/^answers\+m\w{48}@/);
  expect(letter.text).toMatch(/^— Write your answer above this line —/);

  const beneath = (letter.text ?? "").replace(/^/gm, "> ");
  const answer = {
    from: { name: author.name, address: author.email },
    to,
    messageId: `<${writeUp.id}@mail.example.org>`,
    subject: `Re: ${letter.subject}`,
    text: `The neighbours do.\n\nSent from my iPhone\n\nOn 23 Nov 2026, at 10:12, Stafeta <no-reply@stafeta.example> wrote:\n\n${beneath}`,
  };
  await transport().sendMail(answer);
  await transport().sendMail(answer);
  await transport().sendMail({ ...answer, messageId: undefined, from: member.email, text: "As if I were them." });

  // Two letters to the member, in whichever order: of the answer, and of why theirs was not posted.
  const letters = [await mailTo(member.email), await mailTo(member.email)];
  const refused = letters.find(({ subject }) => subject === "Your answer by mail was not posted");
  expect(refused?.text).toContain("belongs to another person");
  expect(refused?.text).not.toContain("Rooms open to all");

  const context = await browser.newContext();
  await signInPerson(context, member.id);
  const page = await context.newPage();
  await page.goto(`/write-ups/${writeUp.id}`);
  const said = page.getByRole("article").filter({ hasText: "The neighbours do." });
  await expect(said).toHaveCount(1);
  await expect(said).toContainText(author.name);
  await expect(said).not.toContainText("iPhone");
  await expect(page.getByText("As if I were them.")).toHaveCount(0);
  await context.close();
});
