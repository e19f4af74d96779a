CREATE TABLE "claim_observations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"pull_request_id" uuid NOT NULL,
	"claim_hash" text NOT NULL,
	"value" double precision NOT NULL,
	"unit" text,
	"link" text,
	"quote" text,
	"measured_at" timestamp with time zone NOT NULL,
	"observed_by" text NOT NULL,
	"observed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "author_verdicts" (
	"workspace" text NOT NULL,
	"name" text NOT NULL,
	"other" text NOT NULL,
	"verdict" text NOT NULL,
	"said_by" text NOT NULL,
	"said_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "author_verdicts_workspace_name_other_pk" PRIMARY KEY("workspace","name","other")
);
--> statement-breakpoint
ALTER TABLE "pull_requests" ADD COLUMN "patch_id" text;--> statement-breakpoint
ALTER TABLE "claim_observations" ADD CONSTRAINT "claim_observations_pull_request_id_pull_requests_id_fk" FOREIGN KEY ("pull_request_id") REFERENCES "public"."pull_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claim_observations_pull_request" ON "claim_observations" USING btree ("pull_request_id");