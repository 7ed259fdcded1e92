CREATE TABLE "asks" (
	"id" text PRIMARY KEY,
	"cohort_id" text NOT NULL,
	"asker_id" text NOT NULL,
	"from_workspace_id" text,
	"to_workspace_id" text,
	"theme" text,
	"write_up_id" text,
	"language" text NOT NULL,
	"title" text NOT NULL,
	"markdown" text DEFAULT '' NOT NULL,
	"html" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"answer_id" text,
	"attached_at" timestamp with time zone,
	"attached_by" text,
	"closed_at" timestamp with time zone,
	"closed_by" text,
	"form_key" text UNIQUE,
	CONSTRAINT "asks_to_one" CHECK (num_nonnulls("to_workspace_id", "theme") = 1),
	CONSTRAINT "asks_answered" CHECK (("answered_at" is null) = ("answer_id" is null)),
	CONSTRAINT "asks_attached" CHECK (("attached_at" is null) = ("attached_by" is null)),
	CONSTRAINT "asks_closed" CHECK (("closed_at" is null) = ("closed_by" is null))
);
--> statement-breakpoint
CREATE TABLE "comment_edits" (
	"id" text PRIMARY KEY,
	"comment_id" text NOT NULL,
	"markdown" text NOT NULL,
	"html" text NOT NULL,
	"until" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment_mentions" (
	"id" text PRIMARY KEY,
	"comment_id" text NOT NULL,
	"person_id" text,
	"workspace_id" text,
	CONSTRAINT "comment_mentions_once" UNIQUE NULLS NOT DISTINCT("comment_id","person_id","workspace_id"),
	CONSTRAINT "comment_mentions_one" CHECK (num_nonnulls("person_id", "workspace_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "comment_reactions" (
	"comment_id" text,
	"person_id" text,
	"reaction" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comment_reactions_pkey" PRIMARY KEY("comment_id","reaction","person_id"),
	CONSTRAINT "comment_reactions_reaction" CHECK ("reaction" in ('thanks', 'agree', 'same-here', 'tried-it'))
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"id" text PRIMARY KEY,
	"person_id" text NOT NULL,
	"write_up_id" text,
	"session_id" text,
	"ask_id" text,
	"new_since" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "visits_once" UNIQUE NULLS NOT DISTINCT("person_id","write_up_id","session_id","ask_id"),
	CONSTRAINT "visits_of_one" CHECK (num_nonnulls("write_up_id", "session_id", "ask_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "appeals" (
	"id" text PRIMARY KEY,
	"comment_id" text NOT NULL,
	"note" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" text,
	"decision" text,
	"answer" text,
	CONSTRAINT "appeals_decided" CHECK (num_nonnulls("decided_at", "decided_by", "decision") in (0, 3)),
	CONSTRAINT "appeals_decision" CHECK ("decision" in ('restored', 'kept'))
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" text PRIMARY KEY,
	"comment_id" text NOT NULL,
	"reporter_id" text NOT NULL,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" text,
	"decision" text,
	CONSTRAINT "reports_once" UNIQUE("comment_id","reporter_id"),
	CONSTRAINT "reports_decided" CHECK (num_nonnulls("decided_at", "decided_by", "decision") in (0, 3)),
	CONSTRAINT "reports_reason" CHECK ("reason" in ('hurtful', 'personal', 'false', 'advertising', 'other')),
	CONSTRAINT "reports_decision" CHECK ("decision" in ('hidden', 'kept'))
);
--> statement-breakpoint
CREATE TABLE "follows" (
	"id" text PRIMARY KEY,
	"person_id" text NOT NULL,
	"write_up_id" text,
	"session_id" text,
	"commitment_id" text,
	"ask_id" text,
	"follow" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "follows_once" UNIQUE NULLS NOT DISTINCT("person_id","write_up_id","session_id","commitment_id","ask_id"),
	CONSTRAINT "follows_one" CHECK (num_nonnulls("write_up_id", "session_id", "commitment_id", "ask_id") = 1),
	CONSTRAINT "follows_follow" CHECK ("follow" in ('follow', 'mute'))
);
--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD COLUMN "answers_comment_id" text;--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD COLUMN "comment_id" text;--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "signed_links" ADD COLUMN "ask_id" text;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "ask_id" text;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "passage" jsonb;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "resolved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "resolved_by" text;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "hidden_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "hidden_by" text;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "hidden_reason" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "inbound_mail_id" text;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "ask_id" text;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "done_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "mail_rhythm" text DEFAULT 'at-once' NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "gathered_on" date;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "away_until" date;--> statement-breakpoint
DROP INDEX "comments_replies";--> statement-breakpoint
CREATE INDEX "comments_replies" ON "comments" ("parent_id","created_at","id") WHERE "parent_id" is not null;--> statement-breakpoint
DROP INDEX "notifications_person";--> statement-breakpoint
CREATE INDEX "notifications_person" ON "notifications" ("person_id","created_at" DESC NULLS LAST) WHERE "done_at" is null;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_with_ask" UNIQUE("id","ask_id");--> statement-breakpoint
CREATE INDEX "asks_newest" ON "asks" ("cohort_id","created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "asks_of_city" ON "asks" ("to_workspace_id","created_at");--> statement-breakpoint
CREATE INDEX "asks_of_write_up" ON "asks" ("write_up_id") WHERE "attached_at" is not null;--> statement-breakpoint
CREATE INDEX "asks_waiting" ON "asks" ("due_at") WHERE "answered_at" is null and "closed_at" is null;--> statement-breakpoint
CREATE INDEX "comment_edits_comment" ON "comment_edits" ("comment_id","until");--> statement-breakpoint
CREATE INDEX "comment_mentions_person" ON "comment_mentions" ("person_id");--> statement-breakpoint
CREATE INDEX "comments_of_ask" ON "comments" ("ask_id","created_at","id") WHERE "parent_id" is null;--> statement-breakpoint
CREATE INDEX "comments_on_passages" ON "comments" ("write_up_id","created_at") WHERE "passage" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "appeals_open" ON "appeals" ("comment_id") WHERE "decided_at" is null;--> statement-breakpoint
CREATE INDEX "appeals_comment" ON "appeals" ("comment_id");--> statement-breakpoint
CREATE INDEX "reports_open" ON "reports" ("created_at") WHERE "decided_at" is null;--> statement-breakpoint
CREATE INDEX "follows_write_up" ON "follows" ("write_up_id") WHERE "write_up_id" is not null;--> statement-breakpoint
CREATE INDEX "follows_session" ON "follows" ("session_id") WHERE "session_id" is not null;--> statement-breakpoint
CREATE INDEX "follows_ask" ON "follows" ("ask_id") WHERE "ask_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "mails_why" ON "mails" ("inbound_mail_id") WHERE "inbound_mail_id" is not null;--> statement-breakpoint
CREATE INDEX "notifications_done" ON "notifications" ("person_id","created_at" DESC NULLS LAST) WHERE "done_at" is not null;--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_cohort_id_cohorts_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id");--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_asker_id_people_id_fkey" FOREIGN KEY ("asker_id") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_from_workspace_id_workspaces_id_fkey" FOREIGN KEY ("from_workspace_id") REFERENCES "workspaces"("id");--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_to_workspace_id_workspaces_id_fkey" FOREIGN KEY ("to_workspace_id") REFERENCES "workspaces"("id");--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_write_up_id_write_ups_id_fkey" FOREIGN KEY ("write_up_id") REFERENCES "write_ups"("id") ON DELETE SET NULL;--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_attached_by_people_id_fkey" FOREIGN KEY ("attached_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_closed_by_people_id_fkey" FOREIGN KEY ("closed_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "signed_links" ADD CONSTRAINT "signed_links_ask_id_asks_id_fkey" FOREIGN KEY ("ask_id") REFERENCES "asks"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "comment_edits" ADD CONSTRAINT "comment_edits_comment_id_comments_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comments"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_comment_id_comments_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comments"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_workspace_id_workspaces_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id");--> statement-breakpoint
ALTER TABLE "comment_reactions" ADD CONSTRAINT "comment_reactions_comment_id_comments_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comments"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "comment_reactions" ADD CONSTRAINT "comment_reactions_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_ask_id_asks_id_fkey" FOREIGN KEY ("ask_id") REFERENCES "asks"("id");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_resolved_by_people_id_fkey" FOREIGN KEY ("resolved_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_hidden_by_people_id_fkey" FOREIGN KEY ("hidden_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_parent_id_ask_id_comments_id_ask_id_fkey" FOREIGN KEY ("parent_id","ask_id") REFERENCES "comments"("id","ask_id");--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_write_up_id_write_ups_id_fkey" FOREIGN KEY ("write_up_id") REFERENCES "write_ups"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_session_id_sessions_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_ask_id_asks_id_fkey" FOREIGN KEY ("ask_id") REFERENCES "asks"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_comment_id_comments_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comments"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_decided_by_people_id_fkey" FOREIGN KEY ("decided_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_comment_id_comments_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comments"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_reporter_id_people_id_fkey" FOREIGN KEY ("reporter_id") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_decided_by_people_id_fkey" FOREIGN KEY ("decided_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_write_up_id_write_ups_id_fkey" FOREIGN KEY ("write_up_id") REFERENCES "write_ups"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_session_id_sessions_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_commitment_id_commitments_id_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitments"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_ask_id_asks_id_fkey" FOREIGN KEY ("ask_id") REFERENCES "asks"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_inbound_mail_id_inbound_mails_id_fkey" FOREIGN KEY ("inbound_mail_id") REFERENCES "inbound_mails"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_ask_id_asks_id_fkey" FOREIGN KEY ("ask_id") REFERENCES "asks"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_resolved" CHECK (("resolved_at" is null) = ("resolved_by" is null));--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_hidden" CHECK (num_nonnulls("hidden_at", "hidden_by", "hidden_reason") in (0, 3));--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_passage" CHECK ("passage" is null or ("write_up_id" is not null and "parent_id" is null));--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_mail_rhythm" CHECK ("mail_rhythm" in ('at-once', 'daily', 'weekly', 'never'));--> statement-breakpoint
ALTER TABLE "comments" DROP CONSTRAINT "comments_about_one", ADD CONSTRAINT "comments_about_one" CHECK (num_nonnulls("write_up_id", "session_id", "ask_id") = 1);--> statement-breakpoint
ALTER TABLE "mails" DROP CONSTRAINT "mails_kind", ADD CONSTRAINT "mails_kind" CHECK ("kind" in ('sign-in', 'invitation', 'news', 'calendar-request', 'calendar-cancel', 'poll', 'reminder', 'minutes', 'digest', 'reply-refused'));--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_about_one", ADD CONSTRAINT "notifications_about_one" CHECK (num_nonnulls("write_up_id", "session_id", "commitment_id", "ask_id") = 1);--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind", ADD CONSTRAINT "notifications_kind" CHECK ("kind" in ('comment', 'reply', 'mention', 'ask', 'ask-due', 'ask-answered', 'reported', 'hidden', 'appealed', 'appeal-decided', 'session-scheduled', 'session-moved', 'session-cancelled', 'session-reminder', 'seat-free', 'poll-opened', 'poll-reminder', 'minutes', 'commitment-made', 'commitment-due', 'approval-asked', 'returned', 'released', 'found'));--> statement-breakpoint
ALTER TABLE "inbound_mails" DROP CONSTRAINT "inbound_mails_outcome", ADD CONSTRAINT "inbound_mails_outcome" CHECK ("outcome" in ('answered', 'posted', 'unchanged', 'stranger', 'unknown', 'refused', 'late'));--> statement-breakpoint
ALTER TABLE "signed_links" DROP CONSTRAINT "signed_links_about_one", ADD CONSTRAINT "signed_links_about_one" CHECK (num_nonnulls("session_id", "write_up_id", "ask_id") = 1);--> statement-breakpoint
ALTER TABLE "signed_links" DROP CONSTRAINT "signed_links_purpose", ADD CONSTRAINT "signed_links_purpose" CHECK ("purpose" in ('vote', 'answer', 'comment'));