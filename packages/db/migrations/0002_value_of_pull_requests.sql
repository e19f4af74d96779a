ALTER TABLE "scores" ADD COLUMN "kind_probability" real DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "scores" ADD COLUMN "low" real DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "scores" ADD COLUMN "high" real DEFAULT 100 NOT NULL;--> statement-breakpoint
ALTER TABLE "scores" ADD COLUMN "effort" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "scores" ADD COLUMN "claims" jsonb DEFAULT '[]'::jsonb NOT NULL;