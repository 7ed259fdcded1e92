/** The four stages of a cohort. Respond, rebuild, reinvent are not among them: those tag what a city did. */
export const STAGES = ["deepen", "define", "explore", "experiment"] as const;
export const WORKSPACE_KINDS = ["city", "partner"] as const;

/** Roles in a workspace. */
export const WORKSPACE_ROLES = ["member", "official", "lead"] as const;
/** Roles in the cohort itself. */
export const COHORT_ROLES = ["observer", "facilitator", "admin"] as const;
export const ROLES = [...WORKSPACE_ROLES, ...COHORT_ROLES] as const;

export type WorkspaceRole = (typeof WORKSPACE_ROLES)[number];
export type CohortRole = (typeof COHORT_ROLES)[number];
export type Role = (typeof ROLES)[number];

export const INVITATION_DAYS = 14;
/** How many invitations one person may send in an hour. */
export const INVITATIONS_AN_HOUR = 30;
/** Rows of the audit log on one page. */
export const LOG_PAGE = 50;

export function isWorkspaceRole(role: Role): role is WorkspaceRole {
  return WORKSPACE_ROLES.some((known) => known === role);
}
