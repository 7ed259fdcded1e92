/**
 * @typedef {object} Settings
 * @property {string | null} databaseUrl null: the embedded PostgreSQL
 * @property {number} port
 * @property {string} url the public address, without a slash at the end
 * @property {string | null} authSecret null: made once and kept in .data/secret
 * @property {boolean} demo
 * @property {string | null} smtpUrl
 * @property {string} mailFrom
 * @property {{ issuer: string, id: string, secret: string, name: string } | null} oidc
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
    OIDC_ISSUER: settings.oidc?.issuer,
    OIDC_CLIENT_ID: settings.oidc?.id,
    OIDC_CLIENT_SECRET: settings.oidc?.secret,
    OIDC_NAME: settings.oidc?.name,
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
    oidc: oidcFrom(get),
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

/** @param {string} value @param {string[]} protocols */
function parsed(value, protocols) {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url?.hostname && protocols.includes(url.protocol) ? url : null;
}
