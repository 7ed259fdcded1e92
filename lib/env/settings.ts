import path from "node:path";

/** The settings of a running server. `scripts/settings.mjs` checks them before anything starts; here they are read. */
export const settings = {
  get url() {
    return new URL(process.env.STAFETA_URL ?? `http://localhost:${process.env.PORT ?? 3000}`);
  },
  get secure() {
    return settings.url.protocol === "https:";
  },
  get secret() {
    const secret = process.env.AUTH_SECRET;
    if (!secret) throw new Error("AUTH_SECRET is missing");
    return secret;
  },
  get demo() {
    return process.env.STAFETA_DEMO === "1";
  },
  get smtpUrl() {
    return process.env.SMTP_URL || null;
  },
  get mailFrom() {
    return process.env.MAIL_FROM || `Stafeta <no-reply@${settings.url.hostname}>`;
  },
  /** Where messages are kept while no mail server is named. */
  get mailFolder() {
    return path.join(process.env.STAFETA_DATA ?? ".data", "mail");
  },
  get oidc() {
    const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret, OIDC_NAME: name } = process.env;
    return issuer && id && secret ? { issuer, id, secret, name: name || new URL(issuer).hostname } : null;
  },
};
