/** What a link in a mail lets one known person do without signing in. */
export const SIGNED_LINK_PURPOSES = ["vote", "answer"] as const;
export type SignedLinkPurpose = (typeof SIGNED_LINK_PURPOSES)[number];
