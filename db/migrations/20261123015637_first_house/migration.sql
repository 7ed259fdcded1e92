CREATE TABLE "cohorts" (
	"id" text PRIMARY KEY,
	"name" text NOT NULL,
	"stage" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cohorts_stage" CHECK ("stage" in ('deepen', 'define', 'explore', 'experiment'))
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY,
	"cohort_id" text NOT NULL,
	"workspace_id" text,
	"role" text NOT NULL,
	"email" text NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"invited_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by" text,
	"revoked_at" timestamp with time zone,
	"revoked_by" text,
	CONSTRAINT "invitations_role" CHECK ("role" in ('member', 'official', 'lead', 'observer', 'facilitator', 'admin')),
	CONSTRAINT "invitations_one_end" CHECK (num_nonnulls("accepted_at", "revoked_at") <= 1),
	CONSTRAINT "invitations_email_lower" CHECK ("email" = lower("email")),
	CONSTRAINT "invitations_role_place" CHECK (("workspace_id" is null) = ("role" in ('observer', 'facilitator', 'admin')))
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" text PRIMARY KEY,
	"person_id" text NOT NULL,
	"cohort_id" text NOT NULL,
	"workspace_id" text,
	"role" text NOT NULL,
	"from_at" timestamp with time zone DEFAULT now() NOT NULL,
	"until_at" timestamp with time zone,
	"ended_by" text,
	CONSTRAINT "memberships_role" CHECK ("role" in ('member', 'official', 'lead', 'observer', 'facilitator', 'admin')),
	CONSTRAINT "memberships_role_place" CHECK (("workspace_id" is null) = ("role" in ('observer', 'facilitator', 'admin'))),
	CONSTRAINT "memberships_dates" CHECK ("until_at" is null or "until_at" >= "from_at")
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" text PRIMARY KEY,
	"cohort_id" text NOT NULL,
	"kind" text DEFAULT 'city' NOT NULL,
	"slug" text NOT NULL UNIQUE,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"local_name" text NOT NULL,
	"country" text NOT NULL,
	"zone" text NOT NULL,
	"languages" text[] NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"currency" text NOT NULL,
	"accent" text NOT NULL,
	"contact" text,
	"work_start" integer DEFAULT 540 NOT NULL,
	"work_end" integer DEFAULT 1020 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workspaces_in_cohort" UNIQUE("id","cohort_id"),
	CONSTRAINT "workspaces_code" UNIQUE("cohort_id","code"),
	CONSTRAINT "workspaces_kind" CHECK ("kind" in ('city', 'partner')),
	CONSTRAINT "workspaces_code_letters" CHECK ("code" ~ '^[A-Z]{3}$')
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" text PRIMARY KEY,
	"cohort_id" text NOT NULL,
	"write_up_id" text,
	"session_id" text,
	"parent_id" text,
	"author_id" text NOT NULL,
	"workspace_id" text,
	"audience" text NOT NULL,
	"language" text NOT NULL,
	"markdown" text NOT NULL,
	"html" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	"deleted_by" text,
	"form_key" text UNIQUE,
	CONSTRAINT "comments_with_write_up" UNIQUE("id","write_up_id"),
	CONSTRAINT "comments_with_session" UNIQUE("id","session_id"),
	CONSTRAINT "comments_about_one" CHECK (num_nonnulls("write_up_id", "session_id") = 1),
	CONSTRAINT "comments_deleted" CHECK (("deleted_at" is null) = ("deleted_by" is null)),
	CONSTRAINT "comments_deleted_empty" CHECK ("deleted_at" is null or "markdown" = ''),
	CONSTRAINT "comments_audience" CHECK ("audience" in ('city', 'cohort'))
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" text,
	"cohort_id" text,
	"workspace_id" text,
	"action" text NOT NULL,
	"subject_id" text,
	"detail" jsonb DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_notifications" (
	"notification_id" text PRIMARY KEY,
	"mail_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" text PRIMARY KEY,
	"kind" text NOT NULL,
	"to_email" text NOT NULL,
	"person_id" text,
	"sign_in_request_id" text,
	"invitation_id" text,
	"language" text DEFAULT 'en' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"dropped_reason" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "mails_kind" CHECK ("kind" in ('sign-in', 'invitation', 'news'))
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" text PRIMARY KEY,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"write_up_id" text,
	"session_id" text,
	"comment_id" text,
	"actor_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone,
	"mailed_at" timestamp with time zone,
	CONSTRAINT "notifications_about_one" CHECK (num_nonnulls("write_up_id", "session_id") = 1),
	CONSTRAINT "notifications_kind" CHECK ("kind" in ('comment', 'reply', 'session-scheduled', 'session-cancelled', 'approval-asked', 'returned', 'released'))
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"languages" text[] DEFAULT '{en}'::text[] NOT NULL,
	"zone" text DEFAULT 'Europe/Rome' NOT NULL,
	"work_start" integer DEFAULT 540 NOT NULL,
	"work_end" integer DEFAULT 1020 NOT NULL,
	"theme" text DEFAULT 'system' NOT NULL,
	"expertise" text DEFAULT '' NOT NULL,
	"demo_handle" text UNIQUE,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_email_lower" CHECK ("email" = lower("email")),
	CONSTRAINT "people_work_hours" CHECK ("work_start" >= 0 and "work_start" < "work_end" and "work_end" <= 1440),
	CONSTRAINT "people_theme" CHECK ("theme" in ('system', 'light', 'dark'))
);
--> statement-breakpoint
CREATE TABLE "agenda_items" (
	"id" text PRIMARY KEY,
	"session_id" text NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"minutes" integer NOT NULL,
	"lead" text DEFAULT '' NOT NULL,
	"output" text,
	CONSTRAINT "agenda_items_position" UNIQUE("session_id","position"),
	CONSTRAINT "agenda_items_minutes" CHECK ("minutes" between 1 and 600),
	CONSTRAINT "agenda_items_output" CHECK ("output" in ('idea', 'question', 'takeaway', 'commitment', 'commitment-update', 'failure', 'feedback'))
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"session_id" text,
	"person_id" text,
	"answer" text NOT NULL,
	"answered_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "answers_pkey" PRIMARY KEY("session_id","person_id"),
	CONSTRAINT "answers_answer" CHECK ("answer" in ('going', 'tentative', 'not'))
);
--> statement-breakpoint
CREATE TABLE "session_cities" (
	"session_id" text,
	"cohort_id" text NOT NULL,
	"workspace_id" text,
	"required" boolean DEFAULT true NOT NULL,
	CONSTRAINT "session_cities_pkey" PRIMARY KEY("session_id","workspace_id")
);
--> statement-breakpoint
CREATE TABLE "session_readings" (
	"session_id" text,
	"write_up_id" text,
	"position" integer NOT NULL,
	CONSTRAINT "session_readings_pkey" PRIMARY KEY("session_id","write_up_id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY,
	"cohort_id" text NOT NULL,
	"status" text DEFAULT 'scheduled' NOT NULL,
	"format" text NOT NULL,
	"title" text NOT NULL,
	"purpose" text NOT NULL,
	"language" text NOT NULL,
	"host_id" text,
	"wall_start" text NOT NULL,
	"zone" text NOT NULL,
	"minutes" integer NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"zone_rules" text NOT NULL,
	"mode" text DEFAULT 'online' NOT NULL,
	"join_url" text,
	"confidentiality" text DEFAULT 'cohort' NOT NULL,
	"capacity" integer,
	"uid" text NOT NULL UNIQUE,
	"sequence" integer DEFAULT 0 NOT NULL,
	"stamped_at" timestamp with time zone DEFAULT now() NOT NULL,
	"cancelled_reason" text,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"form_key" text UNIQUE,
	CONSTRAINT "sessions_in_cohort" UNIQUE("id","cohort_id"),
	CONSTRAINT "sessions_minutes" CHECK ("minutes" between 5 and 600),
	CONSTRAINT "sessions_capacity" CHECK ("capacity" > 0),
	CONSTRAINT "sessions_wall" CHECK ("wall_start" ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$'),
	CONSTRAINT "sessions_ends" CHECK ("ends_at" > "starts_at"),
	CONSTRAINT "sessions_status" CHECK ("status" in ('draft', 'proposed', 'polling', 'scheduled', 'live', 'held', 'cancelled')),
	CONSTRAINT "sessions_mode" CHECK ("mode" in ('online', 'in-person', 'hybrid')),
	CONSTRAINT "sessions_confidentiality" CHECK ("confidentiality" in ('open', 'cohort', 'use-not-name'))
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"provider" text,
	"subject" text,
	"person_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identities_pkey" PRIMARY KEY("provider","subject")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text,
	"window_start" timestamp with time zone,
	"count" integer NOT NULL,
	CONSTRAINT "rate_limits_pkey" PRIMARY KEY("key","window_start")
);
--> statement-breakpoint
CREATE TABLE "sign_in_requests" (
	"id" text PRIMARY KEY,
	"email" text NOT NULL,
	"token_hash" text NOT NULL UNIQUE,
	"code_hash" text NOT NULL,
	"return_to" text DEFAULT '/' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"tries_left" integer DEFAULT 5 NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "sign_in_requests_tries" CHECK ("tries_left" >= 0)
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"id" text PRIMARY KEY,
	"person_id" text NOT NULL,
	"token_hash" text NOT NULL UNIQUE,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"user_agent" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "crises" (
	"id" text PRIMARY KEY,
	"type" text NOT NULL,
	"hazard" text NOT NULL,
	"began_on" text
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"id" text PRIMARY KEY,
	"write_up_id" text NOT NULL,
	"number" integer NOT NULL,
	"audience" text NOT NULL,
	"documents" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "revisions_number" UNIQUE("write_up_id","number"),
	CONSTRAINT "revisions_audience" CHECK ("audience" in ('city', 'cohort', 'public'))
);
--> statement-breakpoint
CREATE TABLE "write_up_authors" (
	"write_up_id" text,
	"person_id" text,
	CONSTRAINT "write_up_authors_pkey" PRIMARY KEY("write_up_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "write_up_texts" (
	"write_up_id" text,
	"audience" text,
	"language" text,
	"title" text NOT NULL,
	"card" text NOT NULL,
	"document" jsonb NOT NULL,
	"body" text NOT NULL,
	"phases" text[] NOT NULL,
	"themes" text[] NOT NULL,
	"translated_by" text,
	"follows_version" integer,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"search" tsvector GENERATED ALWAYS AS (public.search_vector(language, title, card, body)) STORED,
	"fuzzy" text GENERATED ALWAYS AS (public.without_accents(title || ' ' || card)) STORED,
	CONSTRAINT "write_up_texts_pkey" PRIMARY KEY("write_up_id","audience","language"),
	CONSTRAINT "write_up_texts_audience" CHECK ("audience" in ('city', 'cohort', 'public'))
);
--> statement-breakpoint
CREATE TABLE "write_ups" (
	"id" text PRIMARY KEY,
	"cohort_id" text NOT NULL,
	"workspace_id" text NOT NULL,
	"kind" text NOT NULL,
	"audience" text DEFAULT 'draft' NOT NULL,
	"language" text NOT NULL,
	"crisis_id" text,
	"requested" text,
	"requested_by" text,
	"requested_at" timestamp with time zone,
	"returned_note" text,
	"released_revision_id" text,
	"released_at" timestamp with time zone,
	"reviewed_on" date,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"form_key" text UNIQUE,
	CONSTRAINT "write_ups_kind" CHECK ("kind" in ('practice', 'case')),
	CONSTRAINT "write_ups_audience" CHECK ("audience" in ('draft', 'city', 'cohort', 'public')),
	CONSTRAINT "write_ups_requested" CHECK ("requested" in ('cohort', 'public')),
	CONSTRAINT "write_ups_released" CHECK (("audience" in ('cohort', 'public')) <= ("released_revision_id" is not null)),
	CONSTRAINT "write_ups_crisis" CHECK (("kind" = 'case') = ("crisis_id" is not null))
);
--> statement-breakpoint
CREATE INDEX "invitations_open" ON "invitations" ("cohort_id","workspace_id") WHERE "accepted_at" is null and "revoked_at" is null;--> statement-breakpoint
CREATE INDEX "memberships_person" ON "memberships" ("person_id","until_at");--> statement-breakpoint
CREATE INDEX "memberships_workspace" ON "memberships" ("workspace_id");--> statement-breakpoint
CREATE INDEX "comments_of_write_up" ON "comments" ("write_up_id","created_at","id") WHERE "parent_id" is null;--> statement-breakpoint
CREATE INDEX "comments_of_session" ON "comments" ("session_id","created_at","id") WHERE "parent_id" is null;--> statement-breakpoint
CREATE INDEX "comments_replies" ON "comments" ("parent_id","created_at") WHERE "parent_id" is not null;--> statement-breakpoint
CREATE INDEX "comments_newest" ON "comments" ("cohort_id","created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "comments_author" ON "comments" ("author_id","created_at");--> statement-breakpoint
CREATE INDEX "audit_log_cohort" ON "audit_log" ("cohort_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_log_workspace" ON "audit_log" ("workspace_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "mail_notifications_mail" ON "mail_notifications" ("mail_id");--> statement-breakpoint
CREATE INDEX "mails_waiting" ON "mails" ("created_at") WHERE "sent_at" is null and "dropped_reason" is null;--> statement-breakpoint
CREATE INDEX "notifications_new" ON "notifications" ("person_id") WHERE "seen_at" is null;--> statement-breakpoint
CREATE INDEX "notifications_person" ON "notifications" ("person_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "notifications_unmailed" ON "notifications" ("person_id") WHERE "mailed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" ("email");--> statement-breakpoint
CREATE INDEX "answers_person" ON "answers" ("person_id");--> statement-breakpoint
CREATE INDEX "session_readings_write_up" ON "session_readings" ("write_up_id");--> statement-breakpoint
CREATE INDEX "sessions_by_time" ON "sessions" ("cohort_id","starts_at");--> statement-breakpoint
CREATE INDEX "rate_limits_old" ON "rate_limits" ("window_start");--> statement-breakpoint
CREATE INDEX "sign_in_requests_email" ON "sign_in_requests" ("email","created_at");--> statement-breakpoint
CREATE INDEX "sign_ins_person" ON "sign_ins" ("person_id");--> statement-breakpoint
CREATE INDEX "write_up_authors_person" ON "write_up_authors" ("person_id");--> statement-breakpoint
CREATE INDEX "write_up_texts_search" ON "write_up_texts" USING gin ("search");--> statement-breakpoint
CREATE INDEX "write_up_texts_fuzzy" ON "write_up_texts" USING gin ("fuzzy" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "write_ups_workspace" ON "write_ups" ("workspace_id");--> statement-breakpoint
CREATE INDEX "write_ups_newest" ON "write_ups" ("cohort_id","released_at" DESC NULLS LAST,"id");--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_cohort_id_cohorts_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id");--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_people_id_fkey" FOREIGN KEY ("invited_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_accepted_by_people_id_fkey" FOREIGN KEY ("accepted_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_revoked_by_people_id_fkey" FOREIGN KEY ("revoked_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_workspace_id_cohort_id_workspaces_id_cohort_id_fkey" FOREIGN KEY ("workspace_id","cohort_id") REFERENCES "workspaces"("id","cohort_id");--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_cohort_id_cohorts_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id");--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_ended_by_people_id_fkey" FOREIGN KEY ("ended_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_workspace_id_cohort_id_workspaces_id_cohort_id_fkey" FOREIGN KEY ("workspace_id","cohort_id") REFERENCES "workspaces"("id","cohort_id");--> statement-breakpoint
ALTER TABLE "workspaces" ADD CONSTRAINT "workspaces_cohort_id_cohorts_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_cohort_id_cohorts_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_write_up_id_write_ups_id_fkey" FOREIGN KEY ("write_up_id") REFERENCES "write_ups"("id");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_session_id_sessions_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_parent_id_comments_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "comments"("id");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_people_id_fkey" FOREIGN KEY ("author_id") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_workspace_id_workspaces_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_deleted_by_people_id_fkey" FOREIGN KEY ("deleted_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_parent_id_write_up_id_comments_id_write_up_id_fkey" FOREIGN KEY ("parent_id","write_up_id") REFERENCES "comments"("id","write_up_id");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_parent_id_session_id_comments_id_session_id_fkey" FOREIGN KEY ("parent_id","session_id") REFERENCES "comments"("id","session_id");--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_actor_id_people_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_cohort_id_cohorts_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id");--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_workspace_id_workspaces_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id");--> statement-breakpoint
ALTER TABLE "mail_notifications" ADD CONSTRAINT "mail_notifications_notification_id_notifications_id_fkey" FOREIGN KEY ("notification_id") REFERENCES "notifications"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "mail_notifications" ADD CONSTRAINT "mail_notifications_mail_id_mails_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "mails"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_sign_in_request_id_sign_in_requests_id_fkey" FOREIGN KEY ("sign_in_request_id") REFERENCES "sign_in_requests"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_invitation_id_invitations_id_fkey" FOREIGN KEY ("invitation_id") REFERENCES "invitations"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_write_up_id_write_ups_id_fkey" FOREIGN KEY ("write_up_id") REFERENCES "write_ups"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_session_id_sessions_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_comment_id_comments_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comments"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_actor_id_people_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_session_id_sessions_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_session_id_sessions_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "session_cities" ADD CONSTRAINT "session_cities_session_id_cohort_id_sessions_id_cohort_id_fkey" FOREIGN KEY ("session_id","cohort_id") REFERENCES "sessions"("id","cohort_id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "session_cities" ADD CONSTRAINT "session_cities_JmtNDY0zNJOp_fkey" FOREIGN KEY ("workspace_id","cohort_id") REFERENCES "workspaces"("id","cohort_id");--> statement-breakpoint
ALTER TABLE "session_readings" ADD CONSTRAINT "session_readings_session_id_sessions_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "session_readings" ADD CONSTRAINT "session_readings_write_up_id_write_ups_id_fkey" FOREIGN KEY ("write_up_id") REFERENCES "write_ups"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_cohort_id_cohorts_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_created_by_people_id_fkey" FOREIGN KEY ("created_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_host_id_cohort_id_workspaces_id_cohort_id_fkey" FOREIGN KEY ("host_id","cohort_id") REFERENCES "workspaces"("id","cohort_id");--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_write_up_id_write_ups_id_fkey" FOREIGN KEY ("write_up_id") REFERENCES "write_ups"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_created_by_people_id_fkey" FOREIGN KEY ("created_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "write_up_authors" ADD CONSTRAINT "write_up_authors_write_up_id_write_ups_id_fkey" FOREIGN KEY ("write_up_id") REFERENCES "write_ups"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "write_up_authors" ADD CONSTRAINT "write_up_authors_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "write_up_texts" ADD CONSTRAINT "write_up_texts_write_up_id_write_ups_id_fkey" FOREIGN KEY ("write_up_id") REFERENCES "write_ups"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "write_up_texts" ADD CONSTRAINT "write_up_texts_translated_by_people_id_fkey" FOREIGN KEY ("translated_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "write_ups" ADD CONSTRAINT "write_ups_crisis_id_crises_id_fkey" FOREIGN KEY ("crisis_id") REFERENCES "crises"("id");--> statement-breakpoint
ALTER TABLE "write_ups" ADD CONSTRAINT "write_ups_requested_by_people_id_fkey" FOREIGN KEY ("requested_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "write_ups" ADD CONSTRAINT "write_ups_created_by_people_id_fkey" FOREIGN KEY ("created_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "write_ups" ADD CONSTRAINT "write_ups_workspace_id_cohort_id_workspaces_id_cohort_id_fkey" FOREIGN KEY ("workspace_id","cohort_id") REFERENCES "workspaces"("id","cohort_id");