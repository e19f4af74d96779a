CREATE TABLE "achievement_evidence" (
	"achievement_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"position" integer NOT NULL,
	"pull_request_id" uuid,
	"document_id" uuid,
	"quote" jsonb,
	"note" text NOT NULL,
	CONSTRAINT "achievement_evidence_achievement_id_version_position_pk" PRIMARY KEY("achievement_id","version","position"),
	CONSTRAINT "achievement_evidence_target" CHECK (num_nonnulls(pull_request_id, document_id) = 1)
);
--> statement-breakpoint
CREATE TABLE "achievement_versions" (
	"achievement_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"story" text NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "achievement_versions_achievement_id_version_pk" PRIMARY KEY("achievement_id","version")
);
--> statement-breakpoint
CREATE TABLE "achievements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"position" integer NOT NULL,
	"version" integer NOT NULL,
	"published_version" integer,
	"published_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portfolios" (
	"workspace" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"profile" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_version" integer,
	"published_profile" jsonb,
	"published_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "achievement_evidence" ADD CONSTRAINT "achievement_evidence_pull_request_id_pull_requests_id_fk" FOREIGN KEY ("pull_request_id") REFERENCES "public"."pull_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "achievement_evidence" ADD CONSTRAINT "achievement_evidence_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "achievement_evidence" ADD CONSTRAINT "achievement_evidence_version" FOREIGN KEY ("achievement_id","version") REFERENCES "public"."achievement_versions"("achievement_id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "achievement_versions" ADD CONSTRAINT "achievement_versions_achievement_id_achievements_id_fk" FOREIGN KEY ("achievement_id") REFERENCES "public"."achievements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "achievement_evidence_pull_request" ON "achievement_evidence" USING btree ("pull_request_id");--> statement-breakpoint
CREATE INDEX "achievement_evidence_document" ON "achievement_evidence" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "achievements_order" ON "achievements" USING btree ("workspace","position");--> statement-breakpoint
CREATE UNIQUE INDEX "portfolios_address" ON "portfolios" USING btree (coalesce(published_profile ->> 'slug', '')) WHERE published_version IS NOT NULL;