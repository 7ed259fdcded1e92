/**
 * @typedef {object} Settings
 * @property {string | null} databaseUrl null: the embedded PostgreSQL
 * @property {number} port
 * @property {string} url the public address, without a slash at the end
 * @property {string | null} authSecret null: made once and kept in .data/secret
 * @property {boolean} demo
 * @property {string | null} smtpUrl
 * @property {string} mailFrom
 * @property {{ address: string, imapUrl: string | null, smtp: { port: number, host: string, cert: string | null, key: string | null } | null } | null} inbound null: no answers by mail
 * @property {{ issuer: string, id: string, secret: string, name: string } | null} oidc
 * @property {{ provider: "libretranslate" | "deepl", url: string | null, key: string | null } | null} translate
 * @property {{ endpoint: string, bucket: string, region: string, id: string, secret: string } | null} s3 null: .data/files
 * @property {number} filesQuota megabytes for the files of each city
 */

/**
 * Reads what the environment says. The first thing that is wrong comes back as one sentence that names it.
 * @param {Record<string, string | undefined>} env
 * @returns {{ settings: Settings, problem?: undefined } | { problem: string, settings?: undefined }}
 */
export function settingsFrom(env) {
  try {
    return { settings: read((name) => env[name]?.trim() || null) };
  } catch (error) {
    if (error instanceof Problem) return { problem: error.message };
    throw error;
  }
}

/**
 * What the processes that we start are told.
 * @param {Settings} settings
 * @returns {Record<string, string>}
 */
export function environmentOf(settings) {
  const given = {
    PORT: String(settings.port),
    STAFETA_URL: settings.url,
    STAFETA_DEMO: settings.demo ? "1" : "0",
    DATABASE_URL: settings.databaseUrl,
    AUTH_SECRET: settings.authSecret,
    SMTP_URL: settings.smtpUrl,
    MAIL_FROM: settings.mailFrom,
    INBOUND_ADDRESS: settings.inbound?.address,
    IMAP_URL: settings.inbound?.imapUrl,
    INBOUND_SMTP_PORT: settings.inbound?.smtp && String(settings.inbound.smtp.port),
    INBOUND_SMTP_HOST: settings.inbound?.smtp?.host,
    INBOUND_SMTP_CERT: settings.inbound?.smtp?.cert,
    INBOUND_SMTP_KEY: settings.inbound?.smtp?.key,
    OIDC_ISSUER: settings.oidc?.issuer,
    OIDC_CLIENT_ID: settings.oidc?.id,
    OIDC_CLIENT_SECRET: settings.oidc?.secret,
    OIDC_NAME: settings.oidc?.name,
    TRANSLATE_PROVIDER: settings.translate?.provider,
    TRANSLATE_URL: settings.translate?.url,
    TRANSLATE_KEY: settings.translate?.key,
    S3_ENDPOINT: settings.s3?.endpoint,
    S3_BUCKET: settings.s3?.bucket,
    S3_REGION: settings.s3?.region,
    S3_ACCESS_KEY_ID: settings.s3?.id,
    S3_SECRET_ACCESS_KEY: settings.s3?.secret,
    FILES_QUOTA_MB: String(settings.filesQuota),
  };
  return Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

class Problem extends Error {}

/** @param {(name: string) => string | null} get */
function read(get) {
  const databaseUrl = databaseFrom(get("DATABASE_URL"));
  const port = portFrom(get("PORT"));
  const url = addressFrom(get("STAFETA_URL"), port);
  const demo = flagFrom("STAFETA_DEMO", get("STAFETA_DEMO")) ?? databaseUrl === null;
  return {
    databaseUrl,
    port,
    url,
    demo,
    authSecret: secretFrom(get("AUTH_SECRET"), databaseUrl !== null && !demo),
    smtpUrl: smtpFrom(get("SMTP_URL")),
    mailFrom: senderFrom(get("MAIL_FROM"), url),
    inbound: inboundFrom(get),
    oidc: oidcFrom(get),
    translate: translateFrom(get),
    s3: s3From(get),
    filesQuota: quotaFrom(get("FILES_QUOTA_MB")),
  };
}

/** @param {string | null} value */
function databaseFrom(value) {
  if (value === null) return null;
  const url = parsed(value, ["postgres:", "postgresql:"]);
  // The address holds a password: never repeat it.
  if (!url || url.pathname.length < 2) {
    throw new Problem("DATABASE_URL must look like postgres://user:password@host:5432/database.");
  }
  return value;
}

/** @param {string | null} value */
function portFrom(value) {
  if (value === null) return 3000;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 65535) {
    throw new Problem(`PORT must be a number from 1 to 65535, not ${JSON.stringify(value)}.`);
  }
  return port;
}

/** @param {string | null} value @param {number} port */
function addressFrom(value, port) {
  if (value === null) return `http://localhost:${port}`;
  const url = parsed(value, ["http:", "https:"]);
  if (url?.pathname !== "/" || url.search || url.hash || url.username) {
    throw new Problem(
      `STAFETA_URL must be the public address alone, such as https://learn.example.eu, not ${JSON.stringify(value)}.`,
    );
  }
  return url.origin;
}

/** @param {string} name @param {string | null} value */
function flagFrom(name, value) {
  if (value === null) return null;
  if (value !== "0" && value !== "1") throw new Problem(`${name} must be 0 or 1, not ${JSON.stringify(value)}.`);
  return value === "1";
}

/** @param {string | null} value @param {boolean} required */
function secretFrom(value, required) {
  const advice = 'at least 32 random characters, such as those that "openssl rand -base64 33" prints.';
  if (value === null && required) throw new Problem(`AUTH_SECRET is missing: with DATABASE_URL it must hold ${advice}`);
  if (value !== null && value.length < 32) throw new Problem(`AUTH_SECRET is too short: it must hold ${advice}`);
  return value;
}

/** @param {string | null} value */
function smtpFrom(value) {
  if (value !== null && !parsed(value, ["smtp:", "smtps:"])) {
    throw new Problem("SMTP_URL must look like smtps://user:password@mail.example.eu:465.");
  }
  return value;
}

/** @param {string | null} value @param {string} url */
function senderFrom(value, url) {
  if (value === null) return `Stafeta <no-reply@${new URL(url).hostname}>`;
  if (!/^[^\r\n<>@]+@[^\s<>@]+$|^[^\r\n<>@]*<[^\s<>@]+@[^\s<>@]+>$/.test(value)) {
    throw new Problem(
      `MAIL_FROM must be one e-mail address, such as "Stafeta <hello@example.eu>", not ${JSON.stringify(value)}.`,
    );
  }
  return value;
}

/** @param {(name: string) => string | null} get @returns {Settings["inbound"]} */
function inboundFrom(get) {
  const [address, imapUrl, smtpPort] = ["INBOUND_ADDRESS", "IMAP_URL", "INBOUND_SMTP_PORT"].map(get);
  if (!address && !imapUrl && !smtpPort) return null;
  if (!address || (!imapUrl && !smtpPort)) {
    throw new Problem(
      address
        ? "IMAP_URL or INBOUND_SMTP_PORT is missing: INBOUND_ADDRESS needs one of them, or no answer would arrive."
        : "INBOUND_ADDRESS is missing: answers by mail need the address that they are sent to.",
    );
  }
  // 49 letters follow after a plus, and no more than 64 may stand before the @.
  if (!/^[a-z0-9._-]{1,14}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(address)) {
    throw new Problem(
      `INBOUND_ADDRESS must be an address with at most 14 letters before the @ and no +, such as answers@example.eu, not ${JSON.stringify(address)}.`,
    );
  }
  // The address of a mailbox holds a password: never repeat it.
  const mailbox = imapUrl ? parsed(imapUrl, ["imap:", "imaps:"]) : null;
  if (imapUrl && (!mailbox?.username || !mailbox.password)) {
    throw new Problem("IMAP_URL must look like imaps://user:password@mail.example.eu/INBOX.");
  }
  return {
    address: address.toLowerCase(),
    imapUrl: imapUrl ?? null,
    smtp: smtpPort ? listenerFrom(get, smtpPort) : null,
  };
}

/** @param {(name: string) => string | null} get @param {string} value */
function listenerFrom(get, value) {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 65535) {
    throw new Problem(`INBOUND_SMTP_PORT must be a number from 1 to 65535, not ${JSON.stringify(value)}.`);
  }
  const [host, cert, key] = ["INBOUND_SMTP_HOST", "INBOUND_SMTP_CERT", "INBOUND_SMTP_KEY"].map(get);
  if (!cert !== !key) {
    throw new Problem(
      `${cert ? "INBOUND_SMTP_KEY" : "INBOUND_SMTP_CERT"} is missing: TLS for incoming mail needs the files of a certificate and its key.`,
    );
  }
  return { port, host: host ?? "0.0.0.0", cert: cert ?? null, key: key ?? null };
}

/** @param {(name: string) => string | null} get */
function oidcFrom(get) {
  const names = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"];
  const [issuer, id, secret] = names.map(get);
  const missing = names.filter((name) => get(name) === null);
  if (missing.length === names.length) return null;
  if (!issuer || !id || !secret) {
    throw new Problem(
      `${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} missing: signing in with OIDC needs ${names.join(", ")} together.`,
    );
  }
  const url = parsed(issuer, ["https:", "http:"]);
  if (!url || (url.protocol === "http:" && !["localhost", "127.0.0.1"].includes(url.hostname))) {
    throw new Problem(
      `OIDC_ISSUER must be an https address, such as https://login.example.eu, not ${JSON.stringify(issuer)}.`,
    );
  }
  return { issuer, id, secret, name: get("OIDC_NAME") ?? url.hostname };
}

/** @param {(name: string) => string | null} get */
function s3From(get) {
  const names = ["S3_ENDPOINT", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"];
  const [endpoint, bucket, id, secret] = names.map(get);
  const missing = names.filter((name) => get(name) === null);
  if (missing.length === names.length) return null;
  if (!endpoint || !bucket || !id || !secret) {
    throw new Problem(
      `${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} missing: keeping files in an S3 store needs ${names.join(", ")} together.`,
    );
  }
  const url = parsed(endpoint, ["https:", "http:"]);
  if (!url || url.search || url.hash || url.username) {
    throw new Problem("S3_ENDPOINT must be the address of the store, such as https://s3.eu-central-1.example.eu.");
  }
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) {
    throw new Problem(`S3_BUCKET must be the name of a bucket, such as stafeta-files, not ${JSON.stringify(bucket)}.`);
  }
  const region = get("S3_REGION") ?? "us-east-1";
  if (!/^[a-z0-9-]{1,40}$/.test(region)) {
    throw new Problem(`S3_REGION must be a region, such as eu-central-1, not ${JSON.stringify(region)}.`);
  }
  return { endpoint: endpoint.replace(/\/+$/, ""), bucket, region, id, secret };
}

/** @param {string | null} value */
function quotaFrom(value) {
  if (value === null) return 2048;
  const megabytes = Number(value);
  if (!/^\d+$/.test(value) || megabytes < 1 || megabytes > 10_000_000) {
    throw new Problem(`FILES_QUOTA_MB must be a number of megabytes, such as 2048, not ${JSON.stringify(value)}.`);
  }
  return megabytes;
}

/** @param {(name: string) => string | null} get @returns {Settings["translate"]} */
function translateFrom(get) {
  const provider = get("TRANSLATE_PROVIDER") ?? "none";
  const [url, key] = [get("TRANSLATE_URL"), get("TRANSLATE_KEY")];
  if (provider === "none") return null;
  if (provider !== "libretranslate" && provider !== "deepl")
    throw new Problem(`TRANSLATE_PROVIDER must be none, libretranslate or deepl, not ${JSON.stringify(provider)}.`);
  if (url === null && provider === "libretranslate")
    throw new Problem("TRANSLATE_URL is missing: LibreTranslate needs it.");
  if (key === null && provider === "deepl") throw new Problem("TRANSLATE_KEY is missing: DeepL needs it.");
  if (url !== null && !parsed(url, ["http:", "https:"])) {
    throw new Problem("TRANSLATE_URL must be an address, such as https://translate.example.eu.");
  }
  return { provider, url, key };
}

/** @param {string} value @param {string[]} protocols */
function parsed(value, protocols) {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url?.hostname && protocols.includes(url.protocol) ? url : null;
}
