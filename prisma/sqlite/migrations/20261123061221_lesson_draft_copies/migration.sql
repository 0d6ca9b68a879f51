-- CreateTable
CREATE TABLE "LessonDraftCopy" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "lessonId" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "asOf" TEXT NOT NULL,
    "sources" TEXT NOT NULL DEFAULT '[]',
    "reason" TEXT NOT NULL,
    "savedAt" DATETIME NOT NULL,
    "savedById" TEXT
);

-- CreateIndex
CREATE INDEX "LessonDraftCopy_lessonId_savedAt_idx" ON "LessonDraftCopy"("lessonId", "savedAt");
