ALTER TABLE "chunks" DROP CONSTRAINT "chunks_pull_request_id_embedder_position_pk";--> statement-breakpoint
ALTER TABLE "chunks" ADD COLUMN "id" bigint PRIMARY KEY NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "chunks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "chunks" ADD COLUMN "workspace" text;--> statement-breakpoint
UPDATE "chunks" SET "workspace" = "pull_requests"."workspace" FROM "pull_requests" WHERE "pull_requests"."id" = "chunks"."pull_request_id";--> statement-breakpoint
ALTER TABLE "chunks" ALTER COLUMN "workspace" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "chunks" ADD COLUMN "headings" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "chunks_of_pull_request" ON "chunks" USING btree ("pull_request_id","embedder","position");--> statement-breakpoint
CREATE INDEX "chunks_workspace" ON "chunks" USING btree ("workspace","id");