ALTER TABLE "asks" ADD COLUMN "hidden_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "asks" ADD COLUMN "hidden_by" text;--> statement-breakpoint
ALTER TABLE "asks" ADD COLUMN "hidden_reason" text;--> statement-breakpoint
ALTER TABLE "appeals" ADD COLUMN "ask_id" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "ask_id" text;--> statement-breakpoint
ALTER TABLE "appeals" ALTER COLUMN "comment_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ALTER COLUMN "comment_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_ask_once" UNIQUE("ask_id","reporter_id");--> statement-breakpoint
CREATE UNIQUE INDEX "appeals_ask_open" ON "appeals" ("ask_id") WHERE "decided_at" is null;--> statement-breakpoint
CREATE INDEX "appeals_ask" ON "appeals" ("ask_id");--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_hidden_by_people_id_fkey" FOREIGN KEY ("hidden_by") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_ask_id_asks_id_fkey" FOREIGN KEY ("ask_id") REFERENCES "asks"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_ask_id_asks_id_fkey" FOREIGN KEY ("ask_id") REFERENCES "asks"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_hidden" CHECK (num_nonnulls("hidden_at", "hidden_by", "hidden_reason") in (0, 3));--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_about_one" CHECK (num_nonnulls("comment_id", "ask_id") = 1);--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_about_one" CHECK (num_nonnulls("comment_id", "ask_id") = 1);