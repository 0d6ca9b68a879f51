-- CreateTable
CREATE TABLE "QuestionBatch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL DEFAULT '',
    "changes" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "byId" TEXT,
    "at" DATETIME NOT NULL,
    "undoneAt" DATETIME
);

-- CreateIndex
CREATE INDEX "QuestionBatch_byId_at_idx" ON "QuestionBatch"("byId", "at");

-- CreateIndex
CREATE INDEX "Question_updatedAt_code_categoryId_archivedAt_idx" ON "Question"("updatedAt", "code", "categoryId", "archivedAt");

-- Words of the bank's search keys. SQLite's own row numbers may change when a file is packed, so each question has one that
-- stays. Written by hand: the index follows "Question" by triggers, and a migration that makes that table anew must make
-- them anew too (tests/walkthroughs/bank-search.test.ts fails otherwise).
CREATE TABLE "QuestionNumber" (
    "number" INTEGER NOT NULL PRIMARY KEY,
    "questionId" TEXT NOT NULL
);
CREATE UNIQUE INDEX "QuestionNumber_questionId_key" ON "QuestionNumber"("questionId");
CREATE VIRTUAL TABLE "QuestionWords" USING fts5("words", content='', contentless_delete=1, detail=none, prefix='2 3');

INSERT INTO "QuestionNumber" ("questionId") SELECT "id" FROM "Question";
INSERT INTO "QuestionWords" (rowid, "words")
  SELECT n."number", q."searchKey" FROM "Question" q JOIN "QuestionNumber" n ON n."questionId" = q."id";

CREATE TRIGGER "Question_words_of_new" AFTER INSERT ON "Question" BEGIN
  INSERT INTO "QuestionNumber" ("questionId") VALUES (new."id");
  INSERT INTO "QuestionWords" (rowid, "words")
    SELECT "number", new."searchKey" FROM "QuestionNumber" WHERE "questionId" = new."id";
END;
CREATE TRIGGER "Question_words_of_changed" AFTER UPDATE OF "searchKey" ON "Question"
WHEN old."searchKey" <> new."searchKey" BEGIN
  DELETE FROM "QuestionWords" WHERE rowid = (SELECT "number" FROM "QuestionNumber" WHERE "questionId" = old."id");
  INSERT INTO "QuestionWords" (rowid, "words")
    SELECT "number", new."searchKey" FROM "QuestionNumber" WHERE "questionId" = new."id";
END;
CREATE TRIGGER "Question_words_of_gone" AFTER DELETE ON "Question" BEGIN
  DELETE FROM "QuestionWords" WHERE rowid = (SELECT "number" FROM "QuestionNumber" WHERE "questionId" = old."id");
  DELETE FROM "QuestionNumber" WHERE "questionId" = old."id";
END;
