CREATE TABLE "duties" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_attempts" (
	"job_id" uuid NOT NULL,
	"lease" integer NOT NULL,
	"attempt" smallint NOT NULL,
	"worker" text,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"error" jsonb,
	CONSTRAINT "job_attempts_job_id_lease_pk" PRIMARY KEY("job_id","lease")
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"kind" text NOT NULL,
	"queue" text NOT NULL,
	"payload" jsonb NOT NULL,
	"priority" smallint NOT NULL,
	"boost" smallint DEFAULT 0 NOT NULL,
	"state" text NOT NULL,
	"attempt" smallint DEFAULT 0 NOT NULL,
	"max_attempts" smallint NOT NULL,
	"crashes" smallint DEFAULT 0 NOT NULL,
	"epoch" integer DEFAULT 0 NOT NULL,
	"lease" integer DEFAULT 0 NOT NULL,
	"lease_expires_at" timestamp with time zone,
	"worker" text,
	"run_at" timestamp with time zone DEFAULT now() NOT NULL,
	"enqueued_at" timestamp with time zone,
	"parent_id" uuid,
	"root_id" uuid NOT NULL,
	"idempotency_key" text,
	"request_hash" text,
	"traceparent" text,
	"progress" jsonb,
	"result" jsonb,
	"error" jsonb,
	"fingerprint" text,
	"cancel_requested_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "queues" (
	"name" text PRIMARY KEY NOT NULL,
	"paused_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "schedules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"priority" smallint NOT NULL,
	"cron" text NOT NULL,
	"timezone" text DEFAULT 'UTC' NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"next_run_at" timestamp with time zone NOT NULL,
	"last_job_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "spans" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"trace_id" text NOT NULL,
	"span_id" text NOT NULL,
	"parent_span_id" text,
	"service" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"started_at_ns" bigint NOT NULL,
	"duration_ns" bigint NOT NULL,
	"status" text NOT NULL,
	"status_message" text,
	"attributes" jsonb NOT NULL,
	"events" jsonb NOT NULL,
	"links" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chunks" (
	"pull_request_id" uuid NOT NULL,
	"embedder" text NOT NULL,
	"position" integer NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"text" text NOT NULL,
	"embedding" real[] NOT NULL,
	CONSTRAINT "chunks_pull_request_id_embedder_position_pk" PRIMARY KEY("pull_request_id","embedder","position")
);
--> statement-breakpoint
CREATE TABLE "pull_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"repository_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"sha" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"author_name" text NOT NULL,
	"author_email_hash" text NOT NULL,
	"merged_at" timestamp with time zone NOT NULL,
	"additions" integer NOT NULL,
	"deletions" integer NOT NULL,
	"changed_files" integer NOT NULL,
	"files" jsonb NOT NULL,
	"how" text NOT NULL,
	"flags" text[] DEFAULT '{}' NOT NULL,
	"collected_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "repositories" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"name" text NOT NULL,
	"origin" text NOT NULL,
	"default_branch" text NOT NULL,
	"head" text,
	"cursor" text,
	"completeness" text DEFAULT 'collecting' NOT NULL,
	"collected_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scores" (
	"pull_request_id" uuid PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"method" text NOT NULL,
	"kind" text NOT NULL,
	"kind_evidence" text NOT NULL,
	"score" real NOT NULL,
	"breakdown" jsonb NOT NULL,
	"scored_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"name" text NOT NULL,
	"secret_hash" text NOT NULL,
	"scopes" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "job_attempts" ADD CONSTRAINT "job_attempts_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chunks" ADD CONSTRAINT "chunks_pull_request_id_pull_requests_id_fk" FOREIGN KEY ("pull_request_id") REFERENCES "public"."pull_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pull_requests" ADD CONSTRAINT "pull_requests_repository_id_repositories_id_fk" FOREIGN KEY ("repository_id") REFERENCES "public"."repositories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_pull_request_id_pull_requests_id_fk" FOREIGN KEY ("pull_request_id") REFERENCES "public"."pull_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_workspace_workspaces_id_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_idempotency" ON "jobs" USING btree ("workspace","idempotency_key") WHERE idempotency_key IS NOT NULL;--> statement-breakpoint
CREATE INDEX "jobs_list" ON "jobs" USING btree ("workspace","id");--> statement-breakpoint
CREATE INDEX "jobs_list_by_kind" ON "jobs" USING btree ("workspace","kind","id");--> statement-breakpoint
CREATE INDEX "jobs_tree" ON "jobs" USING btree ("root_id");--> statement-breakpoint
CREATE INDEX "jobs_children" ON "jobs" USING btree ("parent_id") WHERE parent_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "jobs_list_by_state" ON "jobs" USING btree ("workspace","state","id");--> statement-breakpoint
CREATE INDEX "jobs_dead" ON "jobs" USING btree ("workspace","fingerprint","id") WHERE state = 'failed';--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("run_at") WHERE state IN ('scheduled', 'retrying');--> statement-breakpoint
CREATE INDEX "jobs_backlog" ON "jobs" USING btree ("queue","priority","workspace","id") WHERE state = 'queued' AND enqueued_at IS NULL;--> statement-breakpoint
CREATE INDEX "jobs_enqueued" ON "jobs" USING btree ("queue","enqueued_at") WHERE state = 'queued' AND enqueued_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX "jobs_running" ON "jobs" USING btree ("queue") WHERE state = 'running';--> statement-breakpoint
CREATE UNIQUE INDEX "schedules_name" ON "schedules" USING btree ("workspace","name");--> statement-breakpoint
CREATE INDEX "schedules_due" ON "schedules" USING btree ("next_run_at") WHERE enabled;--> statement-breakpoint
CREATE INDEX "spans_trace" ON "spans" USING btree ("trace_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pull_requests_number" ON "pull_requests" USING btree ("repository_id","number");--> statement-breakpoint
CREATE INDEX "pull_requests_merged" ON "pull_requests" USING btree ("workspace","merged_at","id");--> statement-breakpoint
CREATE INDEX "pull_requests_size" ON "pull_requests" USING btree ("workspace",(additions + deletions),"id");--> statement-breakpoint
CREATE INDEX "pull_requests_author" ON "pull_requests" USING btree ("workspace","author_name");--> statement-breakpoint
CREATE UNIQUE INDEX "repositories_origin" ON "repositories" USING btree ("workspace","origin");--> statement-breakpoint
CREATE INDEX "scores_value" ON "scores" USING btree ("workspace","score","pull_request_id");--> statement-breakpoint
CREATE INDEX "scores_kind" ON "scores" USING btree ("workspace","kind");