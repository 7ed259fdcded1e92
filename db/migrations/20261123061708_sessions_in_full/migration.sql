CREATE TABLE "calendar_answers" (
	"session_id" text,
	"person_id" text,
	"sequence" integer NOT NULL,
	"stamped_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calendar_answers_pkey" PRIMARY KEY("session_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"id" text PRIMARY KEY,
	"person_id" text NOT NULL,
	"token_hash" text NOT NULL UNIQUE,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "inbound_mails" (
	"id" text PRIMARY KEY,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"from_email" text NOT NULL,
	"person_id" text,
	"session_id" text,
	"outcome" text NOT NULL,
	CONSTRAINT "inbound_mails_outcome" CHECK ("outcome" in ('answered', 'unchanged', 'stranger', 'unknown', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"session_id" text,
	"person_id" text,
	"kind" text,
	"starts_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reminders_pkey" PRIMARY KEY("session_id","person_id","kind","starts_at"),
	CONSTRAINT "reminders_kind" CHECK ("kind" in ('day', 'hour'))
);
--> statement-breakpoint
CREATE TABLE "signed_links" (
	"id" text PRIMARY KEY,
	"purpose" text NOT NULL,
	"person_id" text NOT NULL,
	"session_id" text,
	"write_up_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "signed_links_about_one" CHECK (num_nonnulls("session_id", "write_up_id") = 1),
	CONSTRAINT "signed_links_purpose" CHECK ("purpose" in ('vote', 'answer'))
);
--> statement-breakpoint
CREATE TABLE "commitment_asks" (
	"commitment_id" text,
	"ask" text,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "commitment_asks_pkey" PRIMARY KEY("commitment_id","ask"),
	CONSTRAINT "commitment_asks_ask" CHECK ("ask" in ('due', 'after-30', 'after-90'))
);
--> statement-breakpoint
CREATE TABLE "commitment_news" (
	"id" text PRIMARY KEY,
	"commitment_id" text NOT NULL,
	"person_id" text NOT NULL,
	"status" text NOT NULL,
	"language" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"form_key" text UNIQUE,
	CONSTRAINT "commitment_news_status" CHECK ("status" in ('open', 'under-way', 'done', 'dropped'))
);
--> statement-breakpoint
CREATE TABLE "commitments" (
	"id" text PRIMARY KEY,
	"cohort_id" text NOT NULL,
	"workspace_id" text NOT NULL,
	"person_id" text,
	"session_id" text,
	"note_id" text UNIQUE,
	"write_up_id" text,
	"language" text NOT NULL,
	"what" text NOT NULL,
	"due_on" date NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"evidence" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" text,
	"form_key" text UNIQUE,
	CONSTRAINT "commitments_status" CHECK ("status" in ('open', 'under-way', 'done', 'dropped')),
	CONSTRAINT "commitments_closed" CHECK (("status" in ('done', 'dropped')) = ("closed_at" is not null)),
	CONSTRAINT "commitments_closed_by" CHECK (("closed_at" is null) = ("closed_by" is null))
);
--> statement-breakpoint
CREATE TABLE "formats" (
	"id" text PRIMARY KEY,
	"cohort_id" text NOT NULL,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"minutes" integer NOT NULL,
	"steps" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	"form_key" text UNIQUE,
	CONSTRAINT "formats_minutes" CHECK ("minutes" between 5 and 600),
	CONSTRAINT "formats_steps" CHECK (jsonb_array_length("steps") between 1 and 40)
);
--> statement-breakpoint
CREATE TABLE "holidays" (
	"workspace_id" text,
	"on_date" date,
	"name" text NOT NULL,
	"works" boolean DEFAULT false NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "holidays_pkey" PRIMARY KEY("workspace_id","on_date"),
	CONSTRAINT "holidays_name" CHECK (length("name") between 1 and 120)
);
--> statement-breakpoint
CREATE TABLE "amendments" (
	"id" text PRIMARY KEY,
	"session_id" text NOT NULL,
	"author_id" text NOT NULL,
	"language" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"form_key" text UNIQUE
);
--> statement-breakpoint
CREATE TABLE "minutes" (
	"session_id" text PRIMARY KEY,
	"language" text NOT NULL,
	"markdown" text DEFAULT '' NOT NULL,
	"html" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text NOT NULL,
	"locked_at" timestamp with time zone,
	"locked_by" text,
	CONSTRAINT "minutes_locked" CHECK (("locked_at" is null) = ("locked_by" is null))
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"id" text PRIMARY KEY,
	"session_id" text NOT NULL,
	"agenda_item_id" text,
	"kind" text DEFAULT 'note' NOT NULL,
	"author_id" text NOT NULL,
	"workspace_id" text,
	"language" text NOT NULL,
	"body" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "notes_kind" CHECK ("kind" in ('note', 'idea', 'question', 'takeaway', 'commitment', 'failure')),
	CONSTRAINT "notes_version" CHECK ("version" >= 1)
);
--> statement-breakpoint
CREATE TABLE "question_votes" (
	"question_id" text,
	"person_id" text,
	"voted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "question_votes_pkey" PRIMARY KEY("question_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" text PRIMARY KEY,
	"session_id" text NOT NULL,
	"author_id" text NOT NULL,
	"workspace_id" text,
	"language" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	"form_key" text UNIQUE
);
--> statement-breakpoint
CREATE TABLE "poll_options" (
	"id" text PRIMARY KEY,
	"poll_id" text NOT NULL,
	"wall_start" text NOT NULL,
	"zone" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"suggested_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "poll_options_start" UNIQUE("poll_id","starts_at"),
	CONSTRAINT "poll_options_of_poll" UNIQUE("id","poll_id"),
	CONSTRAINT "poll_options_wall" CHECK ("wall_start" ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$')
);
--> statement-breakpoint
CREATE TABLE "polls" (
	"id" text PRIMARY KEY,
	"session_id" text NOT NULL UNIQUE,
	"closes_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finalised_at" timestamp with time zone,
	"finalised_by" text,
	"chosen_id" text,
	CONSTRAINT "polls_finalised" CHECK (num_nonnulls("finalised_at", "finalised_by", "chosen_id") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "votes" (
	"poll_id" text NOT NULL,
	"option_id" text,
	"person_id" text,
	"vote" text NOT NULL,
	"voted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "votes_pkey" PRIMARY KEY("option_id","person_id"),
	CONSTRAINT "votes_vote" CHECK ("vote" in ('yes', 'if-need-be', 'no'))
);
--> statement-breakpoint
CREATE TABLE "series" (
	"id" text PRIMARY KEY,
	"cohort_id" text NOT NULL,
	"rhythm" text NOT NULL,
	"wall_start" text NOT NULL,
	"zone" text NOT NULL,
	"minutes" integer NOT NULL,
	"until_on" date,
	"rotates" boolean DEFAULT false NOT NULL,
	"spread" text DEFAULT 'balanced' NOT NULL,
	"skips_holidays" boolean DEFAULT true NOT NULL,
	"template" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"form_key" text UNIQUE,
	CONSTRAINT "series_rhythm" CHECK ("rhythm" in ('weekly', 'fortnightly', 'monthly')),
	CONSTRAINT "series_spread" CHECK ("spread" in ('least', 'balanced', 'fairest')),
	CONSTRAINT "series_minutes" CHECK ("minutes" between 5 and 600),
	CONSTRAINT "series_wall" CHECK ("wall_start" ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$')
);
--> statement-breakpoint
CREATE TABLE "attendance" (
	"id" text PRIMARY KEY,
	"session_id" text NOT NULL,
	"person_id" text,
	"name" text,
	"workspace_id" text,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "attendance_person" UNIQUE("session_id","person_id"),
	CONSTRAINT "attendance_name" UNIQUE("session_id","workspace_id","name"),
	CONSTRAINT "attendance_who" CHECK (num_nonnulls("person_id", "name") = 1)
);
--> statement-breakpoint
CREATE TABLE "reading_marks" (
	"session_id" text,
	"write_up_id" text,
	"person_id" text,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reading_marks_pkey" PRIMARY KEY("session_id","write_up_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "region" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "work_week" jsonb DEFAULT '[[540,1020],[540,1020],[540,1020],[540,1020],[540,1020],null,null]' NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "session_id" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "sequence" integer;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "commitment_id" text;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "write_up_id" text;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "started_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "session_cities" ADD COLUMN "burden" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "location" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "seats_taken" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "seats_held_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "note_taker_id" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "runner_id" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "series_id" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "series_start" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "step_id" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "went_live_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "held_at" timestamp with time zone;--> statement-breakpoint
-- Written by hand: the hours that a city had become those of its five working days.
UPDATE "workspaces" SET "work_week" = (select jsonb_agg(case when day <= 5 then jsonb_build_array("work_start", "work_end") else 'null'::jsonb end order by day) from generate_series(1, 7) day);--> statement-breakpoint
ALTER TABLE "workspaces" DROP COLUMN "work_start";--> statement-breakpoint
ALTER TABLE "workspaces" DROP COLUMN "work_end";--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_of_series" UNIQUE("series_id","series_start");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_one" ON "calendar_feeds" ("person_id") WHERE "revoked_at" is null;--> statement-breakpoint
CREATE INDEX "inbound_mails_received" ON "inbound_mails" ("received_at");--> statement-breakpoint
CREATE INDEX "signed_links_person" ON "signed_links" ("person_id","purpose");--> statement-breakpoint
CREATE INDEX "commitment_news_commitment" ON "commitment_news" ("commitment_id","created_at");--> statement-breakpoint
CREATE INDEX "commitments_open" ON "commitments" ("cohort_id","due_on") WHERE "closed_at" is null;--> statement-breakpoint
CREATE INDEX "commitments_workspace" ON "commitments" ("workspace_id","due_on");--> statement-breakpoint
CREATE INDEX "commitments_person" ON "commitments" ("person_id") WHERE "closed_at" is null;--> statement-breakpoint
CREATE INDEX "commitments_session" ON "commitments" ("session_id");--> statement-breakpoint
CREATE INDEX "formats_cohort" ON "formats" ("cohort_id","name");--> statement-breakpoint
CREATE INDEX "amendments_session" ON "amendments" ("session_id","created_at");--> statement-breakpoint
CREATE INDEX "notes_session" ON "notes" ("session_id","created_at","id");--> statement-breakpoint
CREATE INDEX "questions_session" ON "questions" ("session_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "mails_calendar" ON "mails" ("session_id","person_id","sequence","kind") WHERE "sequence" is not null;--> statement-breakpoint
CREATE INDEX "votes_poll" ON "votes" ("poll_id","person_id");--> statement-breakpoint
CREATE INDEX "answers_waiting" ON "answers" ("session_id","answered_at") WHERE "answer" = 'waiting';--> statement-breakpoint
CREATE INDEX "session_cities_workspace" ON "session_cities" ("workspace_id");--> statement-breakpoint
ALTER TABLE "calendar_answers" ADD CONSTRAINT "calendar_answers_session_id_sessions_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "calendar_answers" ADD CONSTRAINT "calendar_answers_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE SET NULL;--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_session_id_sessions_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE SET NULL;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_session_id_sessions_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "signed_links" ADD CONSTRAINT "signed_links_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "signed_links" ADD CONSTRAINT "signed_links_session_id_sessions_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "signed_links" ADD CONSTRAINT "signed_links_write_up_id_write_ups_id_fkey" FOREIGN KEY ("write_up_id") REFERENCES "write_ups"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "commitment_asks" ADD CONSTRAINT "commitment_asks_commitment_id_commitments_id_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitments"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "commitment_news" ADD CONSTRAINT "commitment_news_commitment_id_commitments_id_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitments"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "commitment_news" ADD CONSTRAINT "commitment_news_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_cohort_id_cohorts_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id");--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_session_id_sessions_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id");--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_note_id_notes_id_fkey" FOREIGN KEY ("note_id") REFERENCES "notes"("id");--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_write_up_id_write_ups_id_fkey" FOREIGN KEY ("write_up_id") REFERENCES "write_ups"("id") ON DELETE SET NULL;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_created_by_people_id_fkey" FOREIGN KEY ("created_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_closed_by_people_id_fkey" FOREIGN KEY ("closed_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_workspace_id_cohort_id_workspaces_id_cohort_id_fkey" FOREIGN KEY ("workspace_id","cohort_id") REFERENCES "workspaces"("id","cohort_id");--> statement-breakpoint
ALTER TABLE "formats" ADD CONSTRAINT "formats_cohort_id_cohorts_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id");--> statement-breakpoint
ALTER TABLE "formats" ADD CONSTRAINT "formats_created_by_people_id_fkey" FOREIGN KEY ("created_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "holidays" ADD CONSTRAINT "holidays_workspace_id_workspaces_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "holidays" ADD CONSTRAINT "holidays_added_by_people_id_fkey" FOREIGN KEY ("added_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "amendments" ADD CONSTRAINT "amendments_session_id_minutes_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "minutes"("session_id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "amendments" ADD CONSTRAINT "amendments_author_id_people_id_fkey" FOREIGN KEY ("author_id") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_session_id_sessions_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_updated_by_people_id_fkey" FOREIGN KEY ("updated_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_locked_by_people_id_fkey" FOREIGN KEY ("locked_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_session_id_sessions_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_agenda_item_id_agenda_items_id_fkey" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_items"("id") ON DELETE SET NULL;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_author_id_people_id_fkey" FOREIGN KEY ("author_id") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_workspace_id_workspaces_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id");--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_updated_by_people_id_fkey" FOREIGN KEY ("updated_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "question_votes" ADD CONSTRAINT "question_votes_question_id_questions_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "question_votes" ADD CONSTRAINT "question_votes_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_session_id_sessions_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_author_id_people_id_fkey" FOREIGN KEY ("author_id") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_workspace_id_workspaces_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id");--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_session_id_sessions_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_commitment_id_commitments_id_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitments"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "poll_options" ADD CONSTRAINT "poll_options_poll_id_polls_id_fkey" FOREIGN KEY ("poll_id") REFERENCES "polls"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "poll_options" ADD CONSTRAINT "poll_options_suggested_by_people_id_fkey" FOREIGN KEY ("suggested_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_session_id_sessions_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_created_by_people_id_fkey" FOREIGN KEY ("created_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_finalised_by_people_id_fkey" FOREIGN KEY ("finalised_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "votes" ADD CONSTRAINT "votes_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "votes" ADD CONSTRAINT "votes_option_id_poll_id_poll_options_id_poll_id_fkey" FOREIGN KEY ("option_id","poll_id") REFERENCES "poll_options"("id","poll_id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_cohort_id_cohorts_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id");--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_created_by_people_id_fkey" FOREIGN KEY ("created_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_write_up_id_write_ups_id_fkey" FOREIGN KEY ("write_up_id") REFERENCES "write_ups"("id") ON DELETE SET NULL;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_session_id_sessions_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_workspace_id_workspaces_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id");--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_recorded_by_people_id_fkey" FOREIGN KEY ("recorded_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "reading_marks" ADD CONSTRAINT "reading_marks_session_id_sessions_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "reading_marks" ADD CONSTRAINT "reading_marks_write_up_id_write_ups_id_fkey" FOREIGN KEY ("write_up_id") REFERENCES "write_ups"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "reading_marks" ADD CONSTRAINT "reading_marks_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_note_taker_id_people_id_fkey" FOREIGN KEY ("note_taker_id") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_runner_id_people_id_fkey" FOREIGN KEY ("runner_id") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_series_id_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_step_id_agenda_items_id_fkey" FOREIGN KEY ("step_id") REFERENCES "agenda_items"("id") ON DELETE SET NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ADD CONSTRAINT "workspaces_work_week" CHECK (jsonb_array_length("work_week") = 7);--> statement-breakpoint
ALTER TABLE "session_cities" ADD CONSTRAINT "session_cities_burden" CHECK ("burden" >= 0);--> statement-breakpoint
-- Written by hand: who is going has a seat.
UPDATE "sessions" SET "seats_taken" = (select count(*) from "answers" where "answers"."session_id" = "sessions"."id" and "answers"."answer" = 'going');--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_seats" CHECK ("seats_taken" >= 0 and ("capacity" is null or "seats_taken" <= "capacity"));--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_series" CHECK (("series_id" is null) = ("series_start" is null));--> statement-breakpoint
ALTER TABLE "mails" DROP CONSTRAINT "mails_kind", ADD CONSTRAINT "mails_kind" CHECK ("kind" in ('sign-in', 'invitation', 'news', 'calendar-request', 'calendar-cancel', 'poll', 'reminder', 'minutes'));--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_about_one", ADD CONSTRAINT "notifications_about_one" CHECK (num_nonnulls("write_up_id", "session_id", "commitment_id") = 1);--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind", ADD CONSTRAINT "notifications_kind" CHECK ("kind" in ('comment', 'reply', 'session-scheduled', 'session-moved', 'session-cancelled', 'session-reminder', 'seat-free', 'poll-opened', 'poll-reminder', 'minutes', 'commitment-made', 'commitment-due', 'approval-asked', 'returned', 'released', 'found'));--> statement-breakpoint
ALTER TABLE "answers" DROP CONSTRAINT "answers_answer", ADD CONSTRAINT "answers_answer" CHECK ("answer" in ('going', 'tentative', 'not', 'waiting'));