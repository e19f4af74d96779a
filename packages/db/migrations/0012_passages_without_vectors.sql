DROP INDEX "chunks_of_pull_request";--> statement-breakpoint
DROP INDEX "chunks_of_document";--> statement-breakpoint
-- Of passages that several embedders made of the same place, the newest stays.
DELETE FROM "chunks" WHERE "id" IN (
  SELECT "id" FROM (
    SELECT "id", row_number() OVER (PARTITION BY "pull_request_id", "document_id", "position" ORDER BY "id" DESC) AS "place"
      FROM "chunks") AS "ranked"
   WHERE "place" > 1);--> statement-breakpoint
CREATE UNIQUE INDEX "chunks_of_pull_request" ON "chunks" USING btree ("pull_request_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "chunks_of_document" ON "chunks" USING btree ("document_id","position");--> statement-breakpoint
ALTER TABLE "chunks" DROP COLUMN "embedder";--> statement-breakpoint
ALTER TABLE "chunks" DROP COLUMN "embedding";