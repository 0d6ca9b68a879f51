-- AlterTable
ALTER TABLE "MediaFile" ADD COLUMN "seconds" REAL;

-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN "enteredById" TEXT;

-- CreateTable
CREATE TABLE "CourseRevision" (
    "courseId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "outline" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "publishedAt" DATETIME NOT NULL,
    "publishedById" TEXT,

    PRIMARY KEY ("courseId", "number"),
    CONSTRAINT "CourseRevision_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CourseStart" (
    "personId" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "movedAt" DATETIME,
    "movedById" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',

    PRIMARY KEY ("personId", "courseId"),
    CONSTRAINT "CourseStart_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CourseStart_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CourseDraft" (
    "courseId" TEXT NOT NULL PRIMARY KEY,
    "outline" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" DATETIME NOT NULL,
    "updatedById" TEXT,
    CONSTRAINT "CourseDraft_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LessonVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "lessonId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "asOf" TEXT NOT NULL,
    "sources" TEXT NOT NULL DEFAULT '[]',
    "contentHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdById" TEXT,
    CONSTRAINT "LessonVersion_lessonId_fkey" FOREIGN KEY ("lessonId") REFERENCES "Lesson" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LessonDraft" (
    "lessonId" TEXT NOT NULL PRIMARY KEY,
    "courseId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "asOf" TEXT NOT NULL,
    "sources" TEXT NOT NULL DEFAULT '[]',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "baseNumber" INTEGER,
    "updatedAt" DATETIME NOT NULL,
    "updatedById" TEXT
);

-- CreateTable
CREATE TABLE "LibraryItem" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "unitId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "topic" TEXT NOT NULL,
    "tags" TEXT NOT NULL DEFAULT '[]',
    "source" TEXT NOT NULL,
    "symbol" TEXT NOT NULL DEFAULT '',
    "link" TEXT NOT NULL DEFAULT '',
    "issuedOn" TEXT,
    "asOf" TEXT NOT NULL,
    "mediaId" TEXT,
    "searchKey" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "retiredAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "createdById" TEXT,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "LibraryItem_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MediaCaption" (
    "mediaId" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("mediaId", "lang"),
    CONSTRAINT "MediaCaption_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "MediaFile" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "QuestionReview" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "questionId" TEXT NOT NULL,
    "versionNumber" INTEGER NOT NULL,
    "fromStanding" TEXT NOT NULL,
    "toStanding" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "byId" TEXT,
    "at" DATETIME NOT NULL,
    CONSTRAINT "QuestionReview_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "QuestionComment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "questionId" TEXT NOT NULL,
    "versionNumber" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "authorId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "settledAt" DATETIME,
    "settledById" TEXT,
    CONSTRAINT "QuestionComment_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "QuestionImport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "unitId" TEXT NOT NULL,
    "categoryId" TEXT,
    "name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'staged',
    "source" TEXT NOT NULL,
    "decisions" TEXT NOT NULL DEFAULT '{}',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "takenAt" DATETIME,
    "undoneAt" DATETIME,
    CONSTRAINT "QuestionImport_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "QuestionImport_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "QuestionCategory" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "QuestionImportItem" (
    "importId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "formerVersionId" TEXT,
    "line" INTEGER NOT NULL,

    PRIMARY KEY ("importId", "questionId"),
    CONSTRAINT "QuestionImportItem_importId_fkey" FOREIGN KEY ("importId") REFERENCES "QuestionImport" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "QuestionImportItem_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PaperSet" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "quizId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "settings" TEXT NOT NULL,
    "heldOn" TEXT NOT NULL,
    "createdById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    CONSTRAINT "PaperSet_quizId_fkey" FOREIGN KEY ("quizId") REFERENCES "Quiz" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PaperSet_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PaperVariant" (
    "setId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "paper" TEXT NOT NULL,

    PRIMARY KEY ("setId", "code"),
    CONSTRAINT "PaperVariant_setId_fkey" FOREIGN KEY ("setId") REFERENCES "PaperSet" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PaperSheet" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "setId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "variantCode" TEXT NOT NULL,
    "first" TEXT NOT NULL,
    "second" TEXT,
    "state" TEXT NOT NULL,
    "enteredById" TEXT,
    "enteredAt" DATETIME NOT NULL,
    "checkedById" TEXT,
    "checkedAt" DATETIME,
    "attemptId" TEXT,
    CONSTRAINT "PaperSheet_setId_fkey" FOREIGN KEY ("setId") REFERENCES "PaperSet" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PaperSheet_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PaperSheet_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_QuestionCategory" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "parentId" TEXT,
    "review" TEXT NOT NULL DEFAULT 'none',
    CONSTRAINT "QuestionCategory_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "QuestionCategory_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "QuestionCategory" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_QuestionCategory" ("code", "id", "name", "position", "unitId") SELECT "code", "id", "name", "position", "unitId" FROM "QuestionCategory";
DROP TABLE "QuestionCategory";
ALTER TABLE "new_QuestionCategory" RENAME TO "QuestionCategory";
CREATE UNIQUE INDEX "QuestionCategory_code_key" ON "QuestionCategory"("code");
CREATE INDEX "QuestionCategory_parentId_idx" ON "QuestionCategory"("parentId");
CREATE TABLE "new_Question" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "categoryId" TEXT NOT NULL,
    "difficulty" TEXT NOT NULL,
    "tags" TEXT NOT NULL DEFAULT '[]',
    "searchKey" TEXT NOT NULL DEFAULT '',
    "currentVersionId" TEXT,
    "latestNumber" INTEGER NOT NULL DEFAULT 0,
    "archivedAt" DATETIME,
    "standing" TEXT NOT NULL DEFAULT 'approved',
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Question_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "QuestionCategory" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Question" ("archivedAt", "categoryId", "code", "createdAt", "currentVersionId", "difficulty", "id", "latestNumber", "searchKey", "tags", "updatedAt") SELECT "archivedAt", "categoryId", "code", "createdAt", "currentVersionId", "difficulty", "id", "latestNumber", "searchKey", "tags", "updatedAt" FROM "Question";
DROP TABLE "Question";
ALTER TABLE "new_Question" RENAME TO "Question";
CREATE UNIQUE INDEX "Question_code_key" ON "Question"("code");
CREATE INDEX "Question_categoryId_difficulty_idx" ON "Question"("categoryId", "difficulty");
CREATE INDEX "Question_standing_idx" ON "Question"("standing");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "CourseStart_courseId_revision_idx" ON "CourseStart"("courseId", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "LessonVersion_lessonId_number_key" ON "LessonVersion"("lessonId", "number");

-- CreateIndex
CREATE INDEX "LessonDraft_courseId_idx" ON "LessonDraft"("courseId");

-- CreateIndex
CREATE INDEX "LibraryItem_unitId_topic_idx" ON "LibraryItem"("unitId", "topic");

-- CreateIndex
CREATE INDEX "QuestionReview_questionId_at_idx" ON "QuestionReview"("questionId", "at");

-- CreateIndex
CREATE INDEX "QuestionComment_questionId_createdAt_idx" ON "QuestionComment"("questionId", "createdAt");

-- CreateIndex
CREATE INDEX "QuestionImport_unitId_createdAt_idx" ON "QuestionImport"("unitId", "createdAt");

-- CreateIndex
CREATE INDEX "QuestionImportItem_questionId_idx" ON "QuestionImportItem"("questionId");

-- CreateIndex
CREATE INDEX "PaperSet_quizId_idx" ON "PaperSet"("quizId");

-- CreateIndex
CREATE INDEX "PaperSet_unitId_idx" ON "PaperSet"("unitId");

-- CreateIndex
CREATE UNIQUE INDEX "PaperSheet_attemptId_key" ON "PaperSheet"("attemptId");

-- CreateIndex
CREATE UNIQUE INDEX "PaperSheet_setId_personId_key" ON "PaperSheet"("setId", "personId");
