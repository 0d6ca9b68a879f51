-- AlterTable
ALTER TABLE "MediaFile" ADD COLUMN     "seconds" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "QuestionCategory" ADD COLUMN     "parentId" TEXT,
ADD COLUMN     "review" TEXT NOT NULL DEFAULT 'none';

-- AlterTable
ALTER TABLE "Question" ADD COLUMN     "standing" TEXT NOT NULL DEFAULT 'approved';

-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "enteredById" TEXT;

-- CreateTable
CREATE TABLE "CourseRevision" (
    "courseId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "outline" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "publishedById" TEXT,

    CONSTRAINT "CourseRevision_pkey" PRIMARY KEY ("courseId","number")
);

-- CreateTable
CREATE TABLE "CourseStart" (
    "personId" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "movedAt" TIMESTAMP(3),
    "movedById" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "CourseStart_pkey" PRIMARY KEY ("personId","courseId")
);

-- CreateTable
CREATE TABLE "CourseDraft" (
    "courseId" TEXT NOT NULL,
    "outline" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "updatedById" TEXT,

    CONSTRAINT "CourseDraft_pkey" PRIMARY KEY ("courseId")
);

-- CreateTable
CREATE TABLE "LessonVersion" (
    "id" TEXT NOT NULL,
    "lessonId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "asOf" TEXT NOT NULL,
    "sources" TEXT NOT NULL DEFAULT '[]',
    "contentHash" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "createdById" TEXT,

    CONSTRAINT "LessonVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LessonDraft" (
    "lessonId" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "asOf" TEXT NOT NULL,
    "sources" TEXT NOT NULL DEFAULT '[]',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "baseNumber" INTEGER,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "updatedById" TEXT,

    CONSTRAINT "LessonDraft_pkey" PRIMARY KEY ("lessonId")
);

-- CreateTable
CREATE TABLE "LibraryItem" (
    "id" TEXT NOT NULL,
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
    "retiredAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,
    "createdById" TEXT,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LibraryItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MediaCaption" (
    "mediaId" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MediaCaption_pkey" PRIMARY KEY ("mediaId","lang")
);

-- CreateTable
CREATE TABLE "QuestionReview" (
    "id" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "versionNumber" INTEGER NOT NULL,
    "fromStanding" TEXT NOT NULL,
    "toStanding" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "byId" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "QuestionReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionComment" (
    "id" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "versionNumber" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "authorId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "settledAt" TIMESTAMP(3),
    "settledById" TEXT,

    CONSTRAINT "QuestionComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionImport" (
    "id" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "categoryId" TEXT,
    "name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'staged',
    "source" TEXT NOT NULL,
    "decisions" TEXT NOT NULL DEFAULT '{}',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "takenAt" TIMESTAMP(3),
    "undoneAt" TIMESTAMP(3),

    CONSTRAINT "QuestionImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionImportItem" (
    "importId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "formerVersionId" TEXT,
    "line" INTEGER NOT NULL,

    CONSTRAINT "QuestionImportItem_pkey" PRIMARY KEY ("importId","questionId")
);

-- CreateTable
CREATE TABLE "PaperSet" (
    "id" TEXT NOT NULL,
    "quizId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "settings" TEXT NOT NULL,
    "heldOn" TEXT NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "closedAt" TIMESTAMP(3),

    CONSTRAINT "PaperSet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaperVariant" (
    "setId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "paper" TEXT NOT NULL,

    CONSTRAINT "PaperVariant_pkey" PRIMARY KEY ("setId","code")
);

-- CreateTable
CREATE TABLE "PaperSheet" (
    "id" TEXT NOT NULL,
    "setId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "variantCode" TEXT NOT NULL,
    "first" TEXT NOT NULL,
    "second" TEXT,
    "state" TEXT NOT NULL,
    "enteredById" TEXT,
    "enteredAt" TIMESTAMP(3) NOT NULL,
    "checkedById" TEXT,
    "checkedAt" TIMESTAMP(3),
    "attemptId" TEXT,

    CONSTRAINT "PaperSheet_pkey" PRIMARY KEY ("id")
);

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

-- CreateIndex
CREATE INDEX "QuestionCategory_parentId_idx" ON "QuestionCategory"("parentId");

-- CreateIndex
CREATE INDEX "Question_standing_idx" ON "Question"("standing");

-- AddForeignKey
ALTER TABLE "CourseRevision" ADD CONSTRAINT "CourseRevision_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseStart" ADD CONSTRAINT "CourseStart_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseStart" ADD CONSTRAINT "CourseStart_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseDraft" ADD CONSTRAINT "CourseDraft_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LessonVersion" ADD CONSTRAINT "LessonVersion_lessonId_fkey" FOREIGN KEY ("lessonId") REFERENCES "Lesson"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LibraryItem" ADD CONSTRAINT "LibraryItem_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MediaCaption" ADD CONSTRAINT "MediaCaption_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "MediaFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionCategory" ADD CONSTRAINT "QuestionCategory_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "QuestionCategory"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionReview" ADD CONSTRAINT "QuestionReview_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionComment" ADD CONSTRAINT "QuestionComment_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionImport" ADD CONSTRAINT "QuestionImport_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionImport" ADD CONSTRAINT "QuestionImport_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "QuestionCategory"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionImportItem" ADD CONSTRAINT "QuestionImportItem_importId_fkey" FOREIGN KEY ("importId") REFERENCES "QuestionImport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionImportItem" ADD CONSTRAINT "QuestionImportItem_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperSet" ADD CONSTRAINT "PaperSet_quizId_fkey" FOREIGN KEY ("quizId") REFERENCES "Quiz"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperSet" ADD CONSTRAINT "PaperSet_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperVariant" ADD CONSTRAINT "PaperVariant_setId_fkey" FOREIGN KEY ("setId") REFERENCES "PaperSet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperSheet" ADD CONSTRAINT "PaperSheet_setId_fkey" FOREIGN KEY ("setId") REFERENCES "PaperSet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperSheet" ADD CONSTRAINT "PaperSheet_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperSheet" ADD CONSTRAINT "PaperSheet_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE SET NULL ON UPDATE CASCADE;
