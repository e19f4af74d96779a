CREATE TABLE "job_logs" (
	"job_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"level" text NOT NULL,
	"message" text NOT NULL,
	"fields" jsonb NOT NULL,
	CONSTRAINT "job_logs_job_id_line_pk" PRIMARY KEY("job_id","line")
);
--> statement-breakpoint
CREATE TABLE "workers" (
	"id" text PRIMARY KEY NOT NULL,
	"service" text NOT NULL,
	"version" text NOT NULL,
	"host" text NOT NULL,
	"pid" integer NOT NULL,
	"queues" text[] NOT NULL,
	"concurrency" integer NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_heartbeat_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "replay_of" uuid;--> statement-breakpoint
ALTER TABLE "job_logs" ADD CONSTRAINT "job_logs_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "jobs_list_by_error" ON "jobs" USING btree ("workspace",(error ->> 'code'),"id") WHERE error IS NOT NULL;--> statement-breakpoint
CREATE INDEX "jobs_ended" ON "jobs" USING btree ("workspace","finished_at","state") WHERE state IN ('succeeded', 'failed');--> statement-breakpoint
CREATE INDEX "spans_workspace" ON "spans" USING btree ((attributes ->> 'assay.workspace'),"trace_id") WHERE attributes ? 'assay.workspace';