CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"title" text NOT NULL,
	"repository_ids" uuid[] NOT NULL,
	"people" text[] NOT NULL,
	"document" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "value_contexts" (
	"workspace" text NOT NULL,
	"version" integer NOT NULL,
	"context" jsonb NOT NULL,
	"declared_by" text NOT NULL,
	"declared_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "value_contexts_workspace_version_pk" PRIMARY KEY("workspace","version")
);
--> statement-breakpoint
ALTER TABLE "scores" ADD COLUMN "links" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "scores" ADD COLUMN "shape" text;--> statement-breakpoint
CREATE INDEX "reports_created" ON "reports" USING btree ("workspace","created_at","id");--> statement-breakpoint
CREATE INDEX "scores_shape" ON "scores" USING btree ("workspace","shape");