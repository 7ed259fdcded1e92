import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import Provider from "oidc-provider";
import { freePort } from "../../scripts/ports.mjs";

const CLIENT = { clientId: "stafeta", clientSecret: randomBytes(24).toString("hex") };

/** Whom the provider knows by what they type, and the address it vouches for. */
const ACCOUNTS: Record<string, { email: string; email_verified: boolean; name: string }> = {
  maeve: { email: "official-dublin@demo.stafeta.example", email_verified: true, name: "Maeve C." },
  // The address of somebody here, but the provider has not made sure of it.
  unverified: { email: "lead-dublin@demo.stafeta.example", email_verified: false, name: "Conor B." },
  stranger: { email: "stranger@elsewhere.example", email_verified: true, name: "A stranger" },
};

/** A city's identity provider with the package's strict defaults and one client: Stafeta. */
export async function startIdentityProvider(redirectUri: string) {
  const port = await freePort();
  const issuer = `http://localhost:${port}`;
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [redirectUri] }],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), alg: "RS256", use: "sig" }] },
    cookies: { keys: [randomBytes(16).toString("hex")] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) => {
      const account = ACCOUNTS[id];
      return account && { accountId: id, claims: () => ({ sub: id, ...account }) };
    },
    // The city has agreed for its people.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: CLIENT.clientId, accountId: oidc.session?.accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  });

  const oidc = provider.callback();
  const server = createServer((request, response) => {
    if (!request.url?.startsWith("/interaction/")) return oidc(request, response);
    interact(provider, request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(port, "localhost", resolve));
  return {
    issuer,
    ...CLIENT,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The provider's own page: who are you? */
async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  if (request.method === "POST") {
    const account = new URLSearchParams(await text(request)).get("account") ?? "";
    return provider.interactionFinished(request, response, { login: { accountId: account } });
  }
  await provider.interactionDetails(request, response);
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(`<!doctype html>
    <html lang="en"><title>City login</title><form method="post">
    <label>Account <input name="account"></label> <button>Log in</button></form></html>`);
}
