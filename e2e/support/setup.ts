import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildIfNeeded } from "../../scripts/build.mjs";
import { findChromium } from "../../scripts/chromium.mjs";
import { freePort } from "../../scripts/ports.mjs";
import { createMissing } from "../../scripts/postgres.mjs";
import { mustRun } from "../../scripts/processes.mjs";
import { startServer } from "../../scripts/server.mjs";
import { startTemporaryDatabase } from "../../scripts/temporary-database.mjs";
import { startIdentityProvider } from "./identity-provider";
import { startMailServer } from "./mail-server";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Everything a journey meets is real: PostgreSQL, a mail server, an identity provider and the production server. */
export default async function setup() {
  const stops: (() => Promise<unknown>)[] = [];
  const end = async () => {
    for (const stop of stops.reverse()) await stop();
  };
  try {
    const database = await startTemporaryDatabase(root);
    stops.push(database.stop);
    await createMissing(database.url, "journeys");

    const letters = await mkdtemp(path.join(tmpdir(), "stafeta-letters-"));
    stops.push(() => rm(letters, { recursive: true, force: true }));
    const mail = await startMailServer(letters);
    stops.push(mail.stop);

    const port = await freePort();
    const inbound = String(await freePort());
    const url = `http://localhost:${port}`;
    const provider = await startIdentityProvider(`${url}/api/auth/callback/oidc`);
    stops.push(provider.stop);

    process.env.CHROMIUM_PATH ??= (await findChromium(root)).file;
    // The workers that run the journeys get these too, for what they make themselves.
    Object.assign(process.env, {
      JOURNEYS_URL: url,
      JOURNEYS_LETTERS: letters,
      JOURNEYS_INBOUND: inbound,
      DATABASE_URL: database.url("journeys"),
      AUTH_SECRET: "a-secret-for-journeys-only-0123456789",
      NEXT_TELEMETRY_DISABLED: "1",
    });
    const environment = {
      ...process.env,
      PORT: String(port),
      STAFETA_URL: url,
      STAFETA_DEMO: "1",
      SMTP_URL: mail.url,
      MAIL_FROM: "Stafeta <no-reply@stafeta.example>",
      INBOUND_ADDRESS: "answers@in.stafeta.example",
      INBOUND_SMTP_PORT: inbound,
      INBOUND_SMTP_HOST: "127.0.0.1",
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      OIDC_NAME: "City login",
    };
    const prepare = ["--conditions=react-server", "--import", "tsx", "db/prepare.ts"];
    await mustRun("Preparing the database", process.execPath, prepare, { cwd: root, env: environment });

    const NEXT_DIST_DIR = process.env.NEXT_DIST_DIR ?? (await buildIfNeeded(root)).folder;
    process.env.JOURNEYS_BUILD = path.join(root, NEXT_DIST_DIR);
    const server = await startServer(root, {
      dev: false,
      port,
      environment: { ...environment, NEXT_DIST_DIR },
      onLost: (why) => {
        throw new Error(why);
      },
    });
    stops.push(server.stop);
    return end;
  } catch (error) {
    await end();
    throw error;
  }
}
