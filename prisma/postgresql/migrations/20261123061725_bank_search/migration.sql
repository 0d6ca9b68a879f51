-- CreateTable
CREATE TABLE "QuestionBatch" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL DEFAULT '',
    "changes" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "byId" TEXT,
    "at" TIMESTAMP(3) NOT NULL,
    "undoneAt" TIMESTAMP(3),

    CONSTRAINT "QuestionBatch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "QuestionBatch_byId_at_idx" ON "QuestionBatch"("byId", "at");

-- CreateIndex
CREATE INDEX "Question_updatedAt_code_categoryId_archivedAt_idx" ON "Question"("updatedAt", "code", "categoryId", "archivedAt");

-- Words of the bank's search keys, without an extension: what is no letter or digit parts words, so that the parser makes
-- nothing else of them. Written by hand, and app/features/questions/data/question-words.server.ts asks by the same expression.
CREATE INDEX "Question_words_idx" ON "Question"
  USING GIN (to_tsvector('simple', regexp_replace("searchKey", '[^a-z0-9]+', ' ', 'g')));
