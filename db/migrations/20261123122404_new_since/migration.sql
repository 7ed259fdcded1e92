CREATE INDEX "comments_in_write_up" ON "comments" ("write_up_id","created_at") WHERE "write_up_id" is not null;--> statement-breakpoint
CREATE INDEX "comments_in_session" ON "comments" ("session_id","created_at") WHERE "session_id" is not null;--> statement-breakpoint
CREATE INDEX "comments_in_ask" ON "comments" ("ask_id","created_at") WHERE "ask_id" is not null;