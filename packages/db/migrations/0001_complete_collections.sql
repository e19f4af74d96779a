CREATE TABLE "collection_gaps" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "collection_gaps_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"repository_id" uuid NOT NULL,
	"connection" text NOT NULL,
	"number" integer,
	"sha" text,
	"expected" integer,
	"found" integer NOT NULL,
	"reason" text NOT NULL,
	"message" text NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "collections" (
	"job_id" uuid PRIMARY KEY NOT NULL,
	"repository_id" uuid NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"whole" boolean NOT NULL,
	"rewritten" boolean DEFAULT false NOT NULL,
	"expected" integer,
	"found" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"head" text,
	"completeness" text DEFAULT 'collecting' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "forgotten_authors" (
	"workspace" text NOT NULL,
	"identity_hash" text NOT NULL,
	"forgotten_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "forgotten_authors_workspace_identity_hash_pk" PRIMARY KEY("workspace","identity_hash")
);
--> statement-breakpoint
CREATE TABLE "identity_keys" (
	"workspace" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"event" text NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "pull_requests" ALTER COLUMN "number" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "pull_requests" ALTER COLUMN "author_email_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "pull_requests" ADD COLUMN "author_login" text;--> statement-breakpoint
ALTER TABLE "pull_requests" ADD COLUMN "co_authors" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "pull_requests" ADD COLUMN "commit_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "pull_requests" ADD COLUMN "commits" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "pull_requests" ADD COLUMN "labels" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "pull_requests" ADD COLUMN "review_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "pull_requests" ADD COLUMN "reviews" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "pull_requests" ADD COLUMN "linked_issues" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "pull_requests" ADD COLUMN "vanished_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "repositories" ADD COLUMN "source_kind" text DEFAULT 'git' NOT NULL;--> statement-breakpoint
ALTER TABLE "repositories" ADD COLUMN "visibility" text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE "repositories" ADD COLUMN "license" text;--> statement-breakpoint
ALTER TABLE "repositories" ADD COLUMN "expected_pull_requests" integer;--> statement-breakpoint
ALTER TABLE "collection_gaps" ADD CONSTRAINT "collection_gaps_repository_id_repositories_id_fk" FOREIGN KEY ("repository_id") REFERENCES "public"."repositories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_repository_id_repositories_id_fk" FOREIGN KEY ("repository_id") REFERENCES "public"."repositories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "collection_gaps_repository" ON "collection_gaps" USING btree ("repository_id","number");--> statement-breakpoint
CREATE INDEX "collections_repository" ON "collections" USING btree ("repository_id","started_at");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_received" ON "webhook_deliveries" USING btree ("received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "pull_requests_change_unit" ON "pull_requests" USING btree ("repository_id","sha") WHERE number IS NULL;--> statement-breakpoint
UPDATE "pull_requests" SET "author_email_hash" = NULL;--> statement-breakpoint
UPDATE "repositories" SET "cursor" = NULL;
