export * from "./schema/cohorts";
export * from "./schema/comments";
export * from "./schema/outbox";
export * from "./schema/people";
export * from "./schema/sessions";
export * from "./schema/sign-ins";
export * from "./schema/write-ups";
