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
  /** Where answers by mail come to, in small letters; null where none are received. */
  get inboundAddress() {
    return process.env.INBOUND_ADDRESS?.toLowerCase() || null;
  },
  /** The mailbox in which they arrive, */
  get imapUrl() {
    return process.env.IMAP_URL || null;
  },
  /** or the port at which we take them ourselves. */
  get inboundSmtp() {
    const {
      INBOUND_SMTP_PORT: port,
      INBOUND_SMTP_HOST: host,
      INBOUND_SMTP_CERT: cert,
      INBOUND_SMTP_KEY: key,
    } = process.env;
    if (!port) return null;
    return { port: Number(port), host: host || "0.0.0.0", tls: cert && key ? { cert, key } : null };
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
