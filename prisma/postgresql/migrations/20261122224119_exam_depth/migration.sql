-- AlterTable
ALTER TABLE "Quiz" ADD COLUMN     "blueprint" TEXT;

-- AlterTable
ALTER TABLE "QuizSlot" ADD COLUMN     "tag" TEXT;

-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "abandonedAt" TIMESTAMP(3),
ADD COLUMN     "extraSeconds" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "itemMarks" TEXT,
ADD COLUMN     "pausedAt" TIMESTAMP(3),
ADD COLUMN     "sessionId" TEXT;

-- AlterTable
ALTER TABLE "AttemptAnswer" ADD COLUMN     "certainty" INTEGER,
ADD COLUMN     "gradedVersionId" TEXT,
ADD COLUMN     "tries" TEXT NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "MediaFile" (
    "id" TEXT NOT NULL,
    "mimeType" TEXT NOT NULL,
    "byteSize" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "uploadedById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MediaFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonGroup" (
    "id" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "closedAt" TIMESTAMP(3),

    CONSTRAINT "PersonGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonGroupMember" (
    "groupId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "addedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PersonGroupMember_pkey" PRIMARY KEY ("groupId","personId")
);

-- CreateTable
CREATE TABLE "QuizOverride" (
    "id" TEXT NOT NULL,
    "quizId" TEXT NOT NULL,
    "personId" TEXT,
    "unitId" TEXT,
    "groupId" TEXT,
    "openAt" TIMESTAMP(3),
    "hasNoOpen" BOOLEAN NOT NULL DEFAULT false,
    "closeAt" TIMESTAMP(3),
    "hasNoClose" BOOLEAN NOT NULL DEFAULT false,
    "timeLimitSeconds" INTEGER,
    "attemptsAllowed" INTEGER,
    "reason" TEXT NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "QuizOverride_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExamSession" (
    "id" TEXT NOT NULL,
    "quizId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "room" TEXT NOT NULL,
    "examinerId" TEXT NOT NULL,
    "lobbyAt" TIMESTAMP(3) NOT NULL,
    "plannedAt" TIMESTAMP(3) NOT NULL,
    "releasedAt" TIMESTAMP(3),
    "pausedAt" TIMESTAMP(3),
    "extraSeconds" INTEGER NOT NULL DEFAULT 0,
    "closedAt" TIMESTAMP(3),
    "lateMinutes" INTEGER,
    "preparation" TEXT NOT NULL DEFAULT 'none',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ExamSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExamSeat" (
    "sessionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "extraSeconds" INTEGER NOT NULL DEFAULT 0,
    "arrivedAt" TIMESTAMP(3),
    "lastSeenAt" TIMESTAMP(3),
    "attemptId" TEXT,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ExamSeat_pkey" PRIMARY KEY ("sessionId","personId")
);

-- CreateTable
CREATE TABLE "ExamGap" (
    "id" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "fromAt" TIMESTAMP(3) NOT NULL,
    "untilAt" TIMESTAMP(3) NOT NULL,
    "givenBack" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ExamGap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MarkingTask" (
    "id" TEXT NOT NULL,
    "quizId" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "slot" INTEGER NOT NULL,
    "questionVersionId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "markersWanted" INTEGER NOT NULL DEFAULT 1,
    "finalFraction" DOUBLE PRECISION,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "doneAt" TIMESTAMP(3),

    CONSTRAINT "MarkingTask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MarkingMark" (
    "taskId" TEXT NOT NULL,
    "markerId" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "fraction" DOUBLE PRECISION NOT NULL,
    "rubric" TEXT NOT NULL DEFAULT '{}',
    "comment" TEXT NOT NULL DEFAULT '',
    "markedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MarkingMark_pkey" PRIMARY KEY ("taskId","markerId")
);

-- CreateTable
CREATE TABLE "AttemptFile" (
    "id" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "slot" INTEGER NOT NULL,
    "mediaId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "addedAt" TIMESTAMP(3) NOT NULL,
    "removedAt" TIMESTAMP(3),

    CONSTRAINT "AttemptFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KeyChange" (
    "id" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "fromVersionId" TEXT NOT NULL,
    "toVersionId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "requestedById" TEXT NOT NULL,
    "requestedAt" TIMESTAMP(3) NOT NULL,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),
    "decisionNote" TEXT NOT NULL DEFAULT '',
    "dryRun" TEXT NOT NULL,
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "cursor" TEXT,
    "stoppedAt" TIMESTAMP(3),
    "finishedAt" TIMESTAMP(3),

    CONSTRAINT "KeyChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegradeResult" (
    "keyChangeId" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "oldMark" DOUBLE PRECISION,
    "newMark" DOUBLE PRECISION,
    "oldGrade" DOUBLE PRECISION,
    "newGrade" DOUBLE PRECISION,
    "oldPassed" BOOLEAN,
    "newPassed" BOOLEAN,
    "oldClassification" TEXT,
    "newClassification" TEXT,
    "regradedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RegradeResult_pkey" PRIMARY KEY ("keyChangeId","attemptId")
);

-- CreateIndex
CREATE INDEX "PersonGroup_unitId_idx" ON "PersonGroup"("unitId");

-- CreateIndex
CREATE INDEX "PersonGroupMember_personId_idx" ON "PersonGroupMember"("personId");

-- CreateIndex
CREATE INDEX "QuizOverride_quizId_idx" ON "QuizOverride"("quizId");

-- CreateIndex
CREATE INDEX "QuizOverride_personId_idx" ON "QuizOverride"("personId");

-- CreateIndex
CREATE INDEX "ExamSession_quizId_idx" ON "ExamSession"("quizId");

-- CreateIndex
CREATE INDEX "ExamSession_unitId_idx" ON "ExamSession"("unitId");

-- CreateIndex
CREATE INDEX "ExamSession_closedAt_lobbyAt_idx" ON "ExamSession"("closedAt", "lobbyAt");

-- CreateIndex
CREATE INDEX "ExamSeat_personId_idx" ON "ExamSeat"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "ExamSeat_sessionId_number_key" ON "ExamSeat"("sessionId", "number");

-- CreateIndex
CREATE INDEX "ExamGap_sessionId_fromAt_idx" ON "ExamGap"("sessionId", "fromAt");

-- CreateIndex
CREATE INDEX "MarkingTask_quizId_state_idx" ON "MarkingTask"("quizId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "MarkingTask_attemptId_slot_key" ON "MarkingTask"("attemptId", "slot");

-- CreateIndex
CREATE UNIQUE INDEX "MarkingMark_taskId_round_key" ON "MarkingMark"("taskId", "round");

-- CreateIndex
CREATE INDEX "AttemptFile_attemptId_slot_idx" ON "AttemptFile"("attemptId", "slot");

-- CreateIndex
CREATE INDEX "KeyChange_state_idx" ON "KeyChange"("state");

-- CreateIndex
CREATE INDEX "KeyChange_questionId_idx" ON "KeyChange"("questionId");

-- CreateIndex
CREATE INDEX "KeyChange_fromVersionId_idx" ON "KeyChange"("fromVersionId");

-- CreateIndex
CREATE INDEX "RegradeResult_attemptId_idx" ON "RegradeResult"("attemptId");

-- CreateIndex
CREATE INDEX "Attempt_quizId_state_idx" ON "Attempt"("quizId", "state");

-- CreateIndex
CREATE INDEX "Attempt_sessionId_idx" ON "Attempt"("sessionId");

-- AddForeignKey
ALTER TABLE "PersonGroup" ADD CONSTRAINT "PersonGroup_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonGroupMember" ADD CONSTRAINT "PersonGroupMember_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "PersonGroup"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonGroupMember" ADD CONSTRAINT "PersonGroupMember_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "ExamSession"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizOverride" ADD CONSTRAINT "QuizOverride_quizId_fkey" FOREIGN KEY ("quizId") REFERENCES "Quiz"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizOverride" ADD CONSTRAINT "QuizOverride_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizOverride" ADD CONSTRAINT "QuizOverride_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizOverride" ADD CONSTRAINT "QuizOverride_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "PersonGroup"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExamSession" ADD CONSTRAINT "ExamSession_quizId_fkey" FOREIGN KEY ("quizId") REFERENCES "Quiz"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExamSession" ADD CONSTRAINT "ExamSession_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExamSession" ADD CONSTRAINT "ExamSession_examinerId_fkey" FOREIGN KEY ("examinerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExamSeat" ADD CONSTRAINT "ExamSeat_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "ExamSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExamSeat" ADD CONSTRAINT "ExamSeat_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExamGap" ADD CONSTRAINT "ExamGap_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "ExamSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MarkingTask" ADD CONSTRAINT "MarkingTask_quizId_fkey" FOREIGN KEY ("quizId") REFERENCES "Quiz"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MarkingTask" ADD CONSTRAINT "MarkingTask_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MarkingMark" ADD CONSTRAINT "MarkingMark_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "MarkingTask"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttemptFile" ADD CONSTRAINT "AttemptFile_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttemptFile" ADD CONSTRAINT "AttemptFile_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "MediaFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegradeResult" ADD CONSTRAINT "RegradeResult_keyChangeId_fkey" FOREIGN KEY ("keyChangeId") REFERENCES "KeyChange"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegradeResult" ADD CONSTRAINT "RegradeResult_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;
