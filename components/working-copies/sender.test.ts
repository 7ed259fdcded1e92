import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { DeviceCopy } from "./device";
import { Sender } from "./sender";
import { sendCopy } from "./server";

vi.mock("./server");

const post = vi.mocked(sendCopy);
const copyOf = (words: string): DeviceCopy => ({
  writeUp: "w",
  task: "lessons",
  language: "en",
  fields: [["markdown", words]],
  version: 1,
  seen: "",
  serial: 1,
  person: "p",
  form: "f",
  at: 0,
  confirmed: false,
  sent: false,
});

/** A server that keeps one copy as ours does, and a form that somebody types into. */
function world() {
  const server = { words: "", serial: 0 };
  let unsent: DeviceCopy | null = null;
  const take = async ({ fields, serial }: Pick<DeviceCopy, "fields" | "serial">) => {
    const kept = serial > server.serial;
    if (kept) Object.assign(server, { words: fields[0]?.[1] ?? "", serial });
    return { kept, serial: server.serial, others: [] };
  };
  post.mockImplementation(take);
  const open = vi.fn(async () => true);
  const onTrouble = vi.fn();
  const sender = new Sender({
    open,
    unsent: () => unsent,
    onAnswer: () => {},
    onTrouble,
    onKept: ({ fields }) => {
      if (unsent?.fields === fields) unsent = null;
    },
  });
  const type = (words: string) => {
    unsent = copyOf(words);
  };
  return { server, sender, type, take, open, onTrouble, isSaved: () => unsent === null };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.resetAllMocks();
});

describe("what somebody types goes to the server", () => {
  test("one save after the other: two callers at once send the newest words once", async () => {
    const { server, sender, type, isSaved } = world();
    type("One");
    const first = sender.send();
    type("One two");
    await Promise.all([first, sender.send(), sender.send()]);
    expect(server.words).toBe("One two");
    expect(isSaved()).toBe(true);
    expect(post.mock.calls.length).toBeLessThanOrEqual(2);
  });

  test("words that were typed while an older save was refused are never overwritten by the older ones", async () => {
    const { server, sender, type, take } = world();
    server.serial = 7;
    type("Old");
    post.mockImplementationOnce(async (copy) => {
      const answer = await take(copy);
      type("Old and new");
      return answer;
    });
    await sender.send();
    expect(server.words).toBe("Old and new");
    expect(server.serial).toBe(8);
  });

  test("nothing is sent before the server said what it has", async () => {
    const { server, sender, type, open, onTrouble } = world();
    server.words = "From the phone";
    open.mockResolvedValueOnce(false);
    type("From the laptop");
    await sender.send();
    expect(server.words).toBe("From the phone");
    expect(onTrouble).toHaveBeenCalledWith("away");
    await vi.advanceTimersByTimeAsync(2000);
    expect(server.words).toBe("From the laptop");
  });

  test("it is tried again while the server is away, and not when it was refused", async () => {
    const { server, sender, type, onTrouble } = world();
    post.mockRejectedValueOnce("away").mockRejectedValueOnce("away");
    type("Words");
    await sender.send();
    await vi.advanceTimersByTimeAsync(7000);
    expect(server.words).toBe("Words");
    post.mockRejectedValueOnce("refused");
    type("More words");
    await sender.send();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(onTrouble).toHaveBeenLastCalledWith("refused");
    expect(server.words).toBe("Words");
  });

  test("a save that Continue overtook is not sent anew", async () => {
    const { server, sender, type, take } = world();
    let quiet = false;
    const told = {
      open: async () => true,
      unsent: () => (quiet ? null : copyOf("Words")),
      onAnswer: () => {},
      onTrouble: () => {},
      onKept: () => {},
    };
    const late = new Sender(told);
    type("Words");
    await sender.send();
    Object.assign(server, { words: "", serial: server.serial + 1000 });
    post.mockImplementationOnce((copy) => {
      quiet = true;
      return take(copy);
    });
    await late.send();
    expect(server.words).toBe("");
  });
});
