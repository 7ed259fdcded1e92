import { connect } from "node:net";

/** Sends bytes as they are, which fetch would put right, and gives the answer's status and text. */
export function raw(lines: string[], body = ""): Promise<{ status: number; answer: string }> {
  const { port, hostname } = new URL(process.env.JOURNEYS_URL ?? "");
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let answer = "";
    socket.setTimeout(10_000, () => socket.destroy(new Error("no answer within ten seconds")));
    socket.on("data", (chunk) => {
      answer += chunk.toString("latin1");
    });
    socket.on("error", reject);
    socket.on("close", () => resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0), answer }));
    socket.write(`${[...lines, "Connection: close"].join("\r\n")}\r\n\r\n${body}`);
  });
}

/** The Host that the server answers for. */
export const ownHost = () => new URL(process.env.JOURNEYS_URL ?? "").host;
