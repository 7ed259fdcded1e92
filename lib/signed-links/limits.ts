/** What a link in a mail lets one known person do without signing in. */
export const SIGNED_LINK_PURPOSES = ["vote", "answer", "comment"] as const;
export type SignedLinkPurpose = (typeof SIGNED_LINK_PURPOSES)[number];

/** The cookie that keeps the link's secret while its page is open, so that no address holds it. */
export const LINK_COOKIE = "stafeta-link";
export const LINK_COOKIE_SECONDS = 2 * 3600;
export const LINK_TOKEN_MAX = 200;
