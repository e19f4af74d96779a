CREATE TABLE "chunk_vectors" (
	"model_id" uuid NOT NULL,
	"chunk_id" bigint NOT NULL,
	"embedding" real[] NOT NULL,
	CONSTRAINT "chunk_vectors_model_id_chunk_id_pk" PRIMARY KEY("model_id","chunk_id")
);
--> statement-breakpoint
CREATE TABLE "word_postings" (
	"segment_id" bigint NOT NULL,
	"term" text NOT NULL,
	"frequency" integer NOT NULL,
	"postings" "bytea" NOT NULL,
	CONSTRAINT "word_postings_segment_id_term_pk" PRIMARY KEY("segment_id","term")
);
--> statement-breakpoint
CREATE TABLE "word_segments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "word_segments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace" text NOT NULL,
	"passages" integer NOT NULL,
	"last_chunk_id" bigint NOT NULL,
	"chunk_ids" "bytea" NOT NULL,
	"lengths" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "models" ADD COLUMN "normalisation" text DEFAULT 'unit' NOT NULL;--> statement-breakpoint
ALTER TABLE "models" ADD COLUMN "tokens" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "models" ADD COLUMN "cost_usd" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "chunk_vectors" ADD CONSTRAINT "chunk_vectors_model_id_models_id_fk" FOREIGN KEY ("model_id") REFERENCES "public"."models"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chunk_vectors" ADD CONSTRAINT "chunk_vectors_chunk_id_chunks_id_fk" FOREIGN KEY ("chunk_id") REFERENCES "public"."chunks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "word_postings" ADD CONSTRAINT "word_postings_segment_id_word_segments_id_fk" FOREIGN KEY ("segment_id") REFERENCES "public"."word_segments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "chunk_vectors_chunk" ON "chunk_vectors" USING btree ("chunk_id");--> statement-breakpoint
CREATE INDEX "word_segments_workspace" ON "word_segments" USING btree ("workspace","last_chunk_id");