import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import {
  makeAsk,
  makeCity,
  makeCohort,
  makeComment,
  makeMember,
  makeMembership,
  makeSession,
  makeWriteUp,
} from "@/db/factories";
import {
  auditLog,
  comments,
  mails,
  memberships,
  notifications,
  signedLinks,
  signInRequests,
  writeUps,
} from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import type { About } from "@/lib/comments/types";
import { AppError } from "@/lib/errors/errors";
import { newId } from "@/lib/ids";
import { clock } from "@/lib/time/now";
import { commentLinkFor } from "./link-for";
import { answerByLink, commentByLink, renewLink, revokeLink, revokeLinks, voteByLink } from "./mutations";
import { listOwnLinks } from "./own";
import { getLinkPage, straightPath } from "./queries";
import { readLink } from "./read";
import { LinkCommentInput } from "./schema";

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const warsaw = await makeCity(cohort.id);
  const ana = await makeMember(cohort.id, "official", turin.id);
  const joost = await makeMember(cohort.id, "official", warsaw.id);
  const document = { title: "Secret title", card: "x" };
  const writeUp = await makeWriteUp(turin, ana.id, { audience: "cohort", document });
  const about = { writeUpId: writeUp.id };
  const root = await makeComment(about, cohort.id, ana.id, { html: "<p>the root</p>" });
  const reply = await makeComment(about, cohort.id, ana.id, { parentId: root.id, html: "<p>the reply</p>" });
  const apart = await makeComment(about, cohort.id, ana.id, { html: "<p>something else</p>" });
  const other = await makeWriteUp(turin, ana.id, { audience: "cohort" });
  const elsewhere = await makeComment({ writeUpId: other.id }, cohort.id, ana.id);
  return { cohort, turin, warsaw, ana, joost, writeUp, about, root, reply, apart, other, elsewhere };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  w = await world();
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function tokenOf(about: About = w.about, person = w.joost) {
  const path = await commentLinkFor(db, person.id, about);
  return path.replace("/links/", "");
}

const words = (given: object = {}) =>
  LinkCommentInput.parse({ parentId: "", markdown: "Said by link.", formKey: newId(), token: "x", ...given });
const post = async (given: { token: string; parentId?: string }) => commentByLink(words(given));
const end = () => db.update(memberships).set({ untilAt: new Date() }).where(eq(memberships.personId, w.joost.id));
const said = () => db.select().from(comments).where(eq(comments.authorId, w.joost.id));

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw new Error(`expected a refusal, got ${error}`);
}

describe("the link in a mail about a comment", () => {
  it("shows that conversation and no more of what is said, and lets its person go on with it", async () => {
    const token = await tokenOf();
    const page = await getLinkPage(token, w.reply.id);
    expect(page).toMatchObject({
      kind: "comment",
      name: w.joost.name,
      title: "Secret title",
      root: { id: w.root.id, replies: [{ id: w.reply.id }] },
      answered: { id: w.reply.id },
      lost: false,
    });
    expect(JSON.stringify(page)).not.toContain("something else");
    await post({ token, parentId: w.reply.id });
    const [comment] = await said();
    expect(comment).toMatchObject({ parentId: w.root.id, writeUpId: w.writeUp.id, audience: "cohort" });
    const [trace] = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subjectId, comment?.id ?? ""));
    expect(trace).toMatchObject({ action: "comment.post", actorId: w.joost.id, detail: { by: "link" } });
  });

  it("leaves as new only what its person did not answer", async () => {
    const ask = await makeAsk(w.cohort.id, w.ana.id, w.warsaw);
    const news = { personId: w.joost.id, actorId: w.ana.id };
    const asked = { ...news, kind: "ask", askId: ask.id } as const;
    const replied = { ...news, kind: "reply", ...w.about } as const;
    const other = { ...news, kind: "approval-asked", ...w.about } as const;
    await db
      .insert(notifications)
      .values([asked, { ...replied, commentId: w.reply.id }, { ...replied, commentId: w.apart.id }, other]);
    const unseen = async () =>
      (await db.select().from(notifications).where(eq(notifications.personId, w.joost.id)))
        .filter(({ seenAt }) => seenAt === null)
        .map(({ kind, commentId }) => commentId ?? kind);
    await post({ token: await tokenOf() });
    expect(await unseen()).toHaveLength(4);
    await post({ token: await tokenOf(), parentId: w.reply.id });
    expect((await unseen()).sort()).toEqual([w.apart.id, "approval-asked", "ask"].sort());
    await post({ token: await tokenOf({ askId: ask.id }) });
    expect((await unseen()).sort()).toEqual([w.apart.id, "approval-asked"].sort());
  });

  it("is about a session or a question as well, and about the whole of a thing", async () => {
    const session = await makeSession(w.cohort.id, w.ana.id, [w.turin], { title: "A session of ours" });
    const token = await tokenOf({ sessionId: session.id });
    expect(await getLinkPage(token)).toMatchObject({ title: "A session of ours", root: null, lost: false });
    await post({ token });
    expect(await said()).toMatchObject([{ sessionId: session.id, parentId: null }]);
  });

  it("makes one comment of one form, however often it is sent", async () => {
    const input = words({ token: await tokenOf() });
    await Promise.all([commentByLink(input), commentByLink(input), commentByLink(input)]);
    expect(await said()).toHaveLength(1);
  });

  it("shows a long conversation with the answer that the mail told of", async () => {
    const many: string[] = [];
    for (let n = 0; n < 30; n++)
      many.push((await makeComment(w.about, w.cohort.id, w.ana.id, { parentId: w.root.id })).id);
    const page = await getLinkPage(await tokenOf(), many[14] ?? "");
    expect(page).toMatchObject({ answered: { id: many[14] } });
  });

  it("cannot say anything elsewhere, or do anything else", async () => {
    const token = await tokenOf();
    expect((await refusal(post({ token, parentId: w.elsewhere.id }))).code).toBe("not_found");
    expect(LinkCommentInput.safeParse({ ...words({ token }), writeUpId: w.other.id }).success).toBe(false);
    expect((await refusal(answerByLink({ token, answer: "going" }))).fields.form?.key).toBe("links.error.gone");
    const vote = { optionId: newId(), vote: "yes" as const };
    expect((await refusal(voteByLink({ token, vote }))).fields.form?.key).toBe("links.error.gone");
    expect(await getLinkPage(token, w.elsewhere.id)).toMatchObject({ root: null, lost: true });
    expect(await said()).toEqual([]);
  });

  it("cannot be made from another's, or from nothing", async () => {
    const [mine] = (await tokenOf()).split(".");
    const [, signature] = (await tokenOf(w.about, w.ana)).split(".");
    for (const token of [`${mine}.${signature}`, `${mine}`, "", `${await tokenOf()}x`]) {
      expect((await refusal(post({ token }))).fields.form?.key).toBe("links.error.gone");
      expect(await getLinkPage(token, w.reply.id)).toEqual({ kind: "gone", why: "forged", session: null });
    }
  });

  it("is for thirty days", async () => {
    const token = await tokenOf();
    const now = Date.now();
    vi.spyOn(clock, "now").mockReturnValue(new Date(now + 29.9 * 86_400_000));
    expect((await readLink(token)).state).toBe("good");
    vi.spyOn(clock, "now").mockReturnValue(new Date(now + 30.1 * 86_400_000));
    expect(await getLinkPage(token, w.reply.id)).toEqual({ kind: "gone", why: "expired", session: null });
    expect((await refusal(post({ token }))).fields.form?.key).toBe("links.error.gone");
  });

  it("never shows or takes more than its person may know at this moment", async () => {
    const token = await tokenOf();
    const nothing = { kind: "gone", why: "ended", session: null };
    const closed = async () => {
      expect(await getLinkPage(token, w.reply.id)).toEqual(nothing);
      expect((await refusal(post({ token, parentId: w.reply.id }))).code).toBe("not_found");
    };
    await db.update(writeUps).set({ audience: "city" }).where(eq(writeUps.id, w.writeUp.id));
    await closed();
    await db.update(writeUps).set({ audience: "cohort" }).where(eq(writeUps.id, w.writeUp.id));
    await end();
    await closed();
    const another = await makeCohort();
    await makeMembership(w.joost.id, another.id, "lead", (await makeCity(another.id)).id);
    await closed();
    expect(await said()).toEqual([]);
  });

  it("does not show what was hidden, removed, or said inside the city", async () => {
    const token = await tokenOf();
    const hide = { hiddenAt: new Date(), hiddenBy: w.ana.id, hiddenReason: "x" };
    const own = await makeComment(w.about, w.cohort.id, w.ana.id, { audience: "city", html: "<p>inside</p>" });
    expect(await getLinkPage(token, own.id)).toMatchObject({ root: null, lost: true });
    await db.update(comments).set(hide).where(eq(comments.id, w.reply.id));
    const hidden = await getLinkPage(token, w.reply.id);
    expect(hidden).toMatchObject({ root: null, lost: true });
    expect(JSON.stringify(hidden)).not.toContain("the reply");
    expect(JSON.stringify(await getLinkPage(token, w.root.id))).not.toContain("the reply");
    await db.update(comments).set(hide).where(eq(comments.id, w.root.id));
    expect(JSON.stringify(await getLinkPage(token, w.root.id))).not.toContain("the root");
    expect((await refusal(post({ token, parentId: w.root.id }))).code).toMatch(/conflict|not_found/);
  });

  it("leads whoever is signed in as its person straight to the field, and nobody else", async () => {
    const token = await tokenOf();
    const [joost, ana] = [await actorOf(w.joost.id), await actorOf(w.ana.id)];
    const path = `/write-ups/${w.writeUp.id}?reply=${w.reply.id}#reply`;
    expect(await straightPath(joost, token, w.reply.id)).toBe(path);
    expect(await straightPath(ana, token, w.reply.id)).toBeNull();
    expect(await straightPath(null, token, w.reply.id)).toBeNull();
    expect(await straightPath(joost, "forged", w.reply.id)).toBeNull();
  });
});

describe("somebody whose link does nothing any more", () => {
  const letters = () =>
    db
      .select()
      .from(mails)
      .where(and(eq(mails.personId, w.joost.id), eq(mails.kind, "sign-in")));

  it("gets a mail that signs them in where they want to write, at their own address", async () => {
    const token = await tokenOf();
    await revokeLinks(await actorOf(w.joost.id));
    expect(await getLinkPage(token, w.reply.id)).toEqual({ kind: "gone", why: "revoked", session: null });
    await renewLink({ token, comment: w.reply.id });
    const [mail] = await letters();
    expect(mail?.toEmail).toBe(w.joost.email);
    const [request] = await db.select().from(signInRequests).where(eq(signInRequests.email, w.joost.email));
    expect(request?.returnTo).toBe(`/write-ups/${w.writeUp.id}?reply=${w.reply.id}#reply`);
  });

  it("gets none when it was forged or they may not know of it any more", async () => {
    const token = await tokenOf();
    await renewLink({ token: `${token}x` });
    await end();
    await renewLink({ token });
    expect(await letters()).toEqual([]);
  });
});

describe("somebody in their settings", () => {
  it("sees the links that work, and takes back one or all; the next mail makes another", async () => {
    const joost = await actorOf(w.joost.id);
    const first = await tokenOf();
    const second = await tokenOf({ writeUpId: w.other.id });
    const listed = await listOwnLinks(joost);
    expect(listed).toHaveLength(2);
    expect(listed.map(({ title }) => title)).toContain("Secret title");
    const id = first.split(".")[0] ?? "";
    await revokeLink(joost, { id });
    expect((await readLink(first)).state).toBe("revoked");
    expect((await refusal(post({ token: first }))).fields.form?.key).toBe("links.error.gone");
    expect((await refusal(revokeLink(joost, { id }))).code).toBe("not_found");
    expect(await revokeLinks(joost)).toBe(1);
    expect((await readLink(second)).state).toBe("revoked");
    expect(await listOwnLinks(joost)).toEqual([]);
    const fresh = await tokenOf();
    expect(fresh).not.toBe(first);
    expect((await readLink(fresh)).state).toBe("good");
    const traces = await db.select().from(auditLog).where(eq(auditLog.action, "link.revoke"));
    expect(traces.filter(({ actorId }) => actorId === w.joost.id)).toHaveLength(2);
  });

  it("cannot take back another's, nor reads the title of what is not for them any more", async () => {
    const id = (await tokenOf()).split(".")[0] ?? "";
    expect((await refusal(revokeLink(await actorOf(w.ana.id), { id }))).code).toBe("not_found");
    await db.update(writeUps).set({ audience: "city" }).where(eq(writeUps.id, w.writeUp.id));
    expect(await listOwnLinks(await actorOf(w.joost.id))).toMatchObject([{ title: null }]);
    const [row] = await db.select().from(signedLinks).where(eq(signedLinks.id, id));
    expect(row?.revokedAt).toBeNull();
  });
});
