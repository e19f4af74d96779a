CREATE TABLE "document_parts" (
	"document_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "document_parts_document_id_position_pk" PRIMARY KEY("document_id","position")
);
--> statement-breakpoint
CREATE TABLE "document_thresholds" (
	"workspace" text PRIMARY KEY NOT NULL,
	"thresholds" jsonb NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"name" text NOT NULL,
	"version" integer NOT NULL,
	"content_hash" text NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"status" text DEFAULT 'received' NOT NULL,
	"format" text,
	"title" text,
	"language" text,
	"text" text,
	"characters" integer,
	"pages" integer,
	"metadata" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"map" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"blocks" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"ocr" jsonb,
	"losses" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"quality" jsonb,
	"score" real,
	"gate" jsonb,
	"rejection" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"converted_at" timestamp with time zone,
	"released_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "chunks" ALTER COLUMN "pull_request_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "chunks" ADD COLUMN "document_id" uuid;--> statement-breakpoint
ALTER TABLE "document_parts" ADD CONSTRAINT "document_parts_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "documents_content" ON "documents" USING btree ("workspace","content_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "documents_version" ON "documents" USING btree ("workspace","name","version");--> statement-breakpoint
CREATE INDEX "documents_listed" ON "documents" USING btree ("workspace","id");--> statement-breakpoint
ALTER TABLE "chunks" ADD CONSTRAINT "chunks_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "chunks_of_document" ON "chunks" USING btree ("document_id","embedder","position");--> statement-breakpoint
ALTER TABLE "chunks" ADD CONSTRAINT "chunks_of_one_source" CHECK (num_nonnulls(pull_request_id, document_id) = 1);