DROP INDEX "chunks_of_pull_request";--> statement-breakpoint
DROP INDEX "chunks_of_document";--> statement-breakpoint
CREATE UNIQUE INDEX "chunks_of_pull_request" ON "chunks" USING btree ("pull_request_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "chunks_of_document" ON "chunks" USING btree ("document_id","position");--> statement-breakpoint
ALTER TABLE "chunks" DROP COLUMN "embedder";--> statement-breakpoint
ALTER TABLE "chunks" DROP COLUMN "embedding";