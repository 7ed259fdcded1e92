import { connect, createServer, type Socket } from "node:net";

/** A line to a server that can be cut: what goes through it stops at once, and nothing new comes through until it is mended. */
export async function startLine(port: number) {
  const open = new Set<Socket>();
  let isCut = false;
  const line = createServer((near) => {
    if (isCut) return near.destroy();
    const far = connect(port, "localhost");
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on("error", () => {});
      one.once("close", () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => line.listen(0, "localhost", resolve));
  const address = line.address();
  if (!address || typeof address === "string") throw new Error("the line has no port");
  const cut = () => {
    isCut = true;
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://localhost:${address.port}`,
    cut,
    mend: () => {
      isCut = false;
    },
    stop: () => {
      cut();
      return new Promise((resolve) => line.close(resolve));
    },
  };
}
