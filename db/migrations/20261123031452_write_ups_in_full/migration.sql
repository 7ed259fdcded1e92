CREATE TABLE "files" (
	"id" text PRIMARY KEY,
	"workspace_id" text NOT NULL,
	"write_up_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"sizes" jsonb DEFAULT '[]' NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	"form_key" text UNIQUE,
	CONSTRAINT "files_kind" CHECK ("kind" in ('picture', 'document')),
	CONSTRAINT "files_bytes" CHECK ("bytes" >= 0)
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" text PRIMARY KEY,
	"person_id" text NOT NULL,
	"query" text NOT NULL,
	"mail" boolean DEFAULT true NOT NULL,
	"checked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_searches_once" UNIQUE("person_id","query")
);
--> statement-breakpoint
CREATE TABLE "editors" (
	"write_up_id" text,
	"person_id" text,
	"task" text NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "editors_pkey" PRIMARY KEY("write_up_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "working_copies" (
	"write_up_id" text,
	"person_id" text,
	"language" text,
	"task" text,
	"fields" jsonb NOT NULL,
	"version" integer NOT NULL,
	"seen" text NOT NULL,
	"serial" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "working_copies_pkey" PRIMARY KEY("write_up_id","person_id","language","task")
);
--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "work" jsonb DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "restored_from" integer;--> statement-breakpoint
ALTER TABLE "write_up_texts" ADD COLUMN "follows" jsonb;--> statement-breakpoint
ALTER TABLE "write_up_texts" ADD COLUMN "machine" text;--> statement-breakpoint
ALTER TABLE "write_ups" ADD COLUMN "quick_note" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "write_ups" ADD COLUMN "withdrawn_from" text;--> statement-breakpoint
ALTER TABLE "write_ups" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "write_ups" ADD COLUMN "withdrawn_reason" text;--> statement-breakpoint
CREATE INDEX "files_write_up" ON "files" ("write_up_id");--> statement-breakpoint
CREATE INDEX "files_workspace" ON "files" ("workspace_id") WHERE "removed_at" is null;--> statement-breakpoint
CREATE INDEX "notifications_comment" ON "notifications" ("comment_id") WHERE "comment_id" is not null;--> statement-breakpoint
CREATE INDEX "saved_searches_checked" ON "saved_searches" ("checked_at");--> statement-breakpoint
CREATE INDEX "editors_person" ON "editors" ("person_id");--> statement-breakpoint
CREATE INDEX "working_copies_person" ON "working_copies" ("person_id");--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_workspace_id_workspaces_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id");--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_write_up_id_write_ups_id_fkey" FOREIGN KEY ("write_up_id") REFERENCES "write_ups"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_created_by_people_id_fkey" FOREIGN KEY ("created_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "editors" ADD CONSTRAINT "editors_write_up_id_write_ups_id_fkey" FOREIGN KEY ("write_up_id") REFERENCES "write_ups"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "editors" ADD CONSTRAINT "editors_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "working_copies" ADD CONSTRAINT "working_copies_write_up_id_write_ups_id_fkey" FOREIGN KEY ("write_up_id") REFERENCES "write_ups"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "working_copies" ADD CONSTRAINT "working_copies_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "write_ups" ADD CONSTRAINT "write_ups_withdrawn_from" CHECK ("withdrawn_from" in ('cohort', 'public'));--> statement-breakpoint
ALTER TABLE "write_ups" ADD CONSTRAINT "write_ups_withdrawn" CHECK (("withdrawn_from" is null) = ("withdrawn_at" is null));--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind", ADD CONSTRAINT "notifications_kind" CHECK ("kind" in ('comment', 'reply', 'session-scheduled', 'session-cancelled', 'approval-asked', 'returned', 'released', 'found'));--> statement-breakpoint
-- What was written before has no money, pictures or contact yet: the keys are there, and empty.
UPDATE "write_up_texts" SET "document" = '{"funding": [], "media": [], "contact": null, "participation": null, "nobodyRecognisable": false}' || "document";--> statement-breakpoint
UPDATE "revisions" SET "documents" = coalesce((
	select jsonb_object_agg(d.key, '{"funding": [], "media": [], "contact": null, "participation": null, "nobodyRecognisable": false}' || d.value)
	from jsonb_each("documents") d), '{}');
