-- AlterTable
ALTER TABLE "Quiz" ADD COLUMN "blueprint" TEXT;

-- AlterTable
ALTER TABLE "QuizSlot" ADD COLUMN "tag" TEXT;

-- CreateTable
CREATE TABLE "MediaFile" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "mimeType" TEXT NOT NULL,
    "byteSize" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "uploadedById" TEXT,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "PersonGroup" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "unitId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    CONSTRAINT "PersonGroup_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PersonGroupMember" (
    "groupId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "addedAt" DATETIME NOT NULL,

    PRIMARY KEY ("groupId", "personId"),
    CONSTRAINT "PersonGroupMember_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "PersonGroup" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PersonGroupMember_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "QuizOverride" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "quizId" TEXT NOT NULL,
    "personId" TEXT,
    "unitId" TEXT,
    "groupId" TEXT,
    "openAt" DATETIME,
    "hasNoOpen" BOOLEAN NOT NULL DEFAULT false,
    "closeAt" DATETIME,
    "hasNoClose" BOOLEAN NOT NULL DEFAULT false,
    "timeLimitSeconds" INTEGER,
    "attemptsAllowed" INTEGER,
    "reason" TEXT NOT NULL,
    "createdById" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "QuizOverride_quizId_fkey" FOREIGN KEY ("quizId") REFERENCES "Quiz" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "QuizOverride_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "QuizOverride_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "QuizOverride_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "PersonGroup" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExamSession" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "quizId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "room" TEXT NOT NULL,
    "examinerId" TEXT NOT NULL,
    "lobbyAt" DATETIME NOT NULL,
    "plannedAt" DATETIME NOT NULL,
    "releasedAt" DATETIME,
    "pausedAt" DATETIME,
    "extraSeconds" INTEGER NOT NULL DEFAULT 0,
    "closedAt" DATETIME,
    "lateMinutes" INTEGER,
    "preparation" TEXT NOT NULL DEFAULT 'none',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdById" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "ExamSession_quizId_fkey" FOREIGN KEY ("quizId") REFERENCES "Quiz" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ExamSession_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ExamSession_examinerId_fkey" FOREIGN KEY ("examinerId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExamSeat" (
    "sessionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "extraSeconds" INTEGER NOT NULL DEFAULT 0,
    "arrivedAt" DATETIME,
    "lastSeenAt" DATETIME,
    "attemptId" TEXT,
    "note" TEXT NOT NULL DEFAULT '',

    PRIMARY KEY ("sessionId", "personId"),
    CONSTRAINT "ExamSeat_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "ExamSession" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ExamSeat_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExamGap" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sessionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "fromAt" DATETIME NOT NULL,
    "untilAt" DATETIME NOT NULL,
    "givenBack" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "ExamGap_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "ExamSession" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MarkingTask" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "quizId" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "slot" INTEGER NOT NULL,
    "questionVersionId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "markersWanted" INTEGER NOT NULL DEFAULT 1,
    "finalFraction" REAL,
    "createdAt" DATETIME NOT NULL,
    "doneAt" DATETIME,
    CONSTRAINT "MarkingTask_quizId_fkey" FOREIGN KEY ("quizId") REFERENCES "Quiz" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "MarkingTask_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MarkingMark" (
    "taskId" TEXT NOT NULL,
    "markerId" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "fraction" REAL NOT NULL,
    "rubric" TEXT NOT NULL DEFAULT '{}',
    "comment" TEXT NOT NULL DEFAULT '',
    "markedAt" DATETIME NOT NULL,

    PRIMARY KEY ("taskId", "markerId"),
    CONSTRAINT "MarkingMark_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "MarkingTask" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AttemptFile" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attemptId" TEXT NOT NULL,
    "slot" INTEGER NOT NULL,
    "mediaId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "addedAt" DATETIME NOT NULL,
    "removedAt" DATETIME,
    CONSTRAINT "AttemptFile_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AttemptFile_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "MediaFile" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "KeyChange" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "questionId" TEXT NOT NULL,
    "fromVersionId" TEXT NOT NULL,
    "toVersionId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "requestedById" TEXT NOT NULL,
    "requestedAt" DATETIME NOT NULL,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "decisionNote" TEXT NOT NULL DEFAULT '',
    "dryRun" TEXT NOT NULL,
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "cursor" TEXT,
    "stoppedAt" DATETIME,
    "finishedAt" DATETIME
);

-- CreateTable
CREATE TABLE "RegradeResult" (
    "keyChangeId" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "oldMark" REAL,
    "newMark" REAL,
    "oldGrade" REAL,
    "newGrade" REAL,
    "oldPassed" BOOLEAN,
    "newPassed" BOOLEAN,
    "oldClassification" TEXT,
    "newClassification" TEXT,
    "regradedAt" DATETIME NOT NULL,

    PRIMARY KEY ("keyChangeId", "attemptId"),
    CONSTRAINT "RegradeResult_keyChangeId_fkey" FOREIGN KEY ("keyChangeId") REFERENCES "KeyChange" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RegradeResult_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Attempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "quizId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "preview" BOOLEAN NOT NULL DEFAULT false,
    "seed" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "deadlineAt" DATETIME,
    "submittedAt" DATETIME,
    "submittedBy" TEXT,
    "gradedAt" DATETIME,
    "settings" TEXT NOT NULL,
    "paper" TEXT NOT NULL,
    "markSum" REAL,
    "maxMark" REAL,
    "grade" REAL,
    "passed" BOOLEAN,
    "classification" TEXT,
    "itemMarks" TEXT,
    "sessionId" TEXT,
    "extraSeconds" INTEGER NOT NULL DEFAULT 0,
    "pausedAt" DATETIME,
    "abandonedAt" DATETIME,
    CONSTRAINT "Attempt_quizId_fkey" FOREIGN KEY ("quizId") REFERENCES "Quiz" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Attempt_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Attempt_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "ExamSession" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Attempt" ("classification", "deadlineAt", "grade", "gradedAt", "id", "markSum", "maxMark", "number", "paper", "passed", "personId", "preview", "quizId", "seed", "settings", "startedAt", "state", "submittedAt", "submittedBy") SELECT "classification", "deadlineAt", "grade", "gradedAt", "id", "markSum", "maxMark", "number", "paper", "passed", "personId", "preview", "quizId", "seed", "settings", "startedAt", "state", "submittedAt", "submittedBy" FROM "Attempt";
DROP TABLE "Attempt";
ALTER TABLE "new_Attempt" RENAME TO "Attempt";
CREATE INDEX "Attempt_quizId_state_idx" ON "Attempt"("quizId", "state");
CREATE INDEX "Attempt_sessionId_idx" ON "Attempt"("sessionId");
CREATE INDEX "Attempt_personId_startedAt_idx" ON "Attempt"("personId", "startedAt");
CREATE INDEX "Attempt_state_deadlineAt_idx" ON "Attempt"("state", "deadlineAt");
CREATE UNIQUE INDEX "Attempt_quizId_personId_number_key" ON "Attempt"("quizId", "personId", "number");
CREATE TABLE "new_AttemptAnswer" (
    "attemptId" TEXT NOT NULL,
    "slot" INTEGER NOT NULL,
    "questionId" TEXT NOT NULL,
    "questionVersionId" TEXT NOT NULL,
    "response" TEXT,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "flagged" BOOLEAN NOT NULL DEFAULT false,
    "savedAt" DATETIME,
    "receipt" TEXT,
    "checks" INTEGER NOT NULL DEFAULT 0,
    "certainty" INTEGER,
    "tries" TEXT NOT NULL DEFAULT '[]',
    "gradedVersionId" TEXT,
    "fraction" REAL,
    "mark" REAL,

    PRIMARY KEY ("attemptId", "slot"),
    CONSTRAINT "AttemptAnswer_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_AttemptAnswer" ("attemptId", "checks", "flagged", "fraction", "mark", "questionId", "questionVersionId", "receipt", "response", "savedAt", "sequence", "slot") SELECT "attemptId", "checks", "flagged", "fraction", "mark", "questionId", "questionVersionId", "receipt", "response", "savedAt", "sequence", "slot" FROM "AttemptAnswer";
DROP TABLE "AttemptAnswer";
ALTER TABLE "new_AttemptAnswer" RENAME TO "AttemptAnswer";
CREATE INDEX "AttemptAnswer_questionVersionId_idx" ON "AttemptAnswer"("questionVersionId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

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
