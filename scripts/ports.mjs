import { createServer } from "node:net";
import { Refusal } from "./steps.mjs";

/** @param {number} port @returns {Promise<void>} */
export function refuseTakenPort(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", (/** @type {NodeJS.ErrnoException} */ { code }) => {
      const why = code === "EADDRINUSE" ? "is taken by another program" : `cannot be used (${code})`;
      reject(new Refusal(`PORT ${port} ${why}: end that one, or choose another, such as PORT=${port + 1} npm start.`));
    });
    probe.listen(port, () => probe.close(() => resolve()));
  });
}

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}
