import type { Reader } from "@/lib/auth/actor";
import { canPlace, type PlaceAction, type PlaceSubject } from "@/lib/auth/can";
import { isWorkspaceRole, ROLES, type Role } from "./limits";

/** The row of the permission table that a role's invitation stands in. */
export function inviteAction(role: Role): PlaceAction & `invite.${string}` {
  if (isWorkspaceRole(role)) return "invite.city-role";
  return role === "observer" ? "invite.observer" : "invite.cohort-role";
}

/** The row of the permission table for ending a membership with this role. */
export function endAction(role: Role): PlaceAction & `membership.end.${string}` {
  if (isWorkspaceRole(role)) return "membership.end.city-role";
  return role === "observer" ? "membership.end.observer" : "membership.end.cohort-role";
}

/** The roles that the reader may invite to a place: a city's in a city, the cohort's own in the cohort. */
export function rolesToInvite(reader: Reader, place: PlaceSubject): Role[] {
  return ROLES.filter(
    (role) => isWorkspaceRole(role) === (place.workspaceId !== null) && canPlace(reader, inviteAction(role), place),
  );
}
