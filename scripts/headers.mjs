import { randomBytes } from "node:crypto";

/** @returns {string} */
export const newNonce = () => randomBytes(16).toString("base64");

/**
 * What every response says, unless a route says it more strictly itself.
 * @param {{ origin: string }} site
 * @returns {[name: string, value: string][]}
 */
export function headersFor({ origin }) {
  /** @type {[string, string][]} */
  const headers = [
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", "same-origin"],
    ["X-Frame-Options", "DENY"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"],
  ];
  if (origin.startsWith("https:")) headers.push(["Strict-Transport-Security", "max-age=31536000; includeSubDomains"]);
  return headers;
}

/**
 * The Content-Security-Policy of one response.
 * @param {{ dev?: boolean, issuer?: string | null }} site
 * @returns {(nonce: string) => string}
 */
export function policyFor({ dev = false, issuer = null }) {
  // A form that signs in with OIDC is answered with a redirect to the issuer, which form-action covers too.
  const forms = issuer ? `'self' ${new URL(issuer).origin}` : "'self'";
  const rest = [
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${forms}`,
    "frame-ancestors 'none'",
  ].join("; ");
  const start = `default-src 'self'; script-src 'self' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`;
  return (nonce) => `${start} 'nonce-${nonce}'; ${rest}`;
}
