CREATE TABLE "models" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"name" text NOT NULL,
	"dimensions" integer NOT NULL,
	"passages" integer NOT NULL,
	"terms" integer NOT NULL,
	"hash" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"measured" jsonb,
	"quality" jsonb NOT NULL,
	"bytes" "bytea" NOT NULL,
	"trained_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "models_trained" ON "models" USING btree ("workspace","trained_at");--> statement-breakpoint
CREATE UNIQUE INDEX "models_serving" ON "models" USING btree ("workspace") WHERE state = 'serving';