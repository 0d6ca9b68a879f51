-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "firstIssue" INTEGER;

-- AlterTable
ALTER TABLE "RoleGrant" ADD COLUMN     "endedAt" TIMESTAMP(3),
ADD COLUMN     "endedById" TEXT,
ADD COLUMN     "standsForId" TEXT;

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "certification" TEXT,
ADD COLUMN     "plan" TEXT;

-- AlterTable
ALTER TABLE "Unit" ADD COLUMN     "mergedIntoId" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "subtreeStrength" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "bornOn" TEXT,
ADD COLUMN     "erasedAt" TIMESTAMP(3),
ADD COLUMN     "leftReason" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "UnitMembership" ADD COLUMN     "membership" TEXT NOT NULL DEFAULT 'none',
ADD COLUMN     "personnelClass" TEXT NOT NULL DEFAULT 'enlisted',
ADD COLUMN     "position" TEXT,
ADD COLUMN     "rank" TEXT;

-- AlterTable
ALTER TABLE "PersonGroup" ADD COLUMN     "purpose" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "requirements" TEXT NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "Enrolment" ADD COLUMN     "countsFromAt" TIMESTAMP(3),
ADD COLUMN     "extendReason" TEXT,
ADD COLUMN     "extendedById" TEXT,
ADD COLUMN     "extendedDueAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "ProgressCounter" ADD COLUMN     "total" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "AssignmentGroup" (
    "assignmentId" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,

    CONSTRAINT "AssignmentGroup_pkey" PRIMARY KEY ("assignmentId","groupId")
);

-- CreateTable
CREATE TABLE "UnitSpan" (
    "id" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "parentId" TEXT,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "fromAt" TIMESTAMP(3) NOT NULL,
    "untilAt" TIMESTAMP(3),

    CONSTRAINT "UnitSpan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StrengthDay" (
    "unitId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "own" INTEGER NOT NULL,
    "subtree" INTEGER NOT NULL,

    CONSTRAINT "StrengthDay_pkey" PRIMARY KEY ("unitId","day")
);

-- CreateTable
CREATE TABLE "UnitSetting" (
    "unitId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "updatedById" TEXT,

    CONSTRAINT "UnitSetting_pkey" PRIMARY KEY ("unitId","key")
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "fromAt" TIMESTAMP(3) NOT NULL,
    "untilAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),
    "enteredById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Absence" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "fromDay" TEXT NOT NULL,
    "untilDay" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "enteredById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PresenceDay" (
    "unitId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "strength" INTEGER NOT NULL,
    "present" INTEGER NOT NULL,
    "absent" TEXT NOT NULL DEFAULT '{}',
    "enteredById" TEXT,
    "enteredAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PresenceDay_pkey" PRIMARY KEY ("unitId","day")
);

-- CreateTable
CREATE TABLE "RosterImport" (
    "id" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "policy" TEXT NOT NULL DEFAULT 'ask',
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "outcome" TEXT NOT NULL DEFAULT '{}',
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "appliedAt" TIMESTAMP(3),
    "undoneAt" TIMESTAMP(3),

    CONSTRAINT "RosterImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RosterImportRow" (
    "importId" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" TEXT,
    "said" TEXT NOT NULL,
    "before" TEXT,
    "problems" TEXT NOT NULL DEFAULT '[]',

    CONSTRAINT "RosterImportRow_pkey" PRIMARY KEY ("importId","line")
);

-- CreateTable
CREATE TABLE "EnrolmentChange" (
    "assignmentId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "unitId" TEXT,
    "status" TEXT NOT NULL,
    "classification" TEXT,

    CONSTRAINT "EnrolmentChange_pkey" PRIMARY KEY ("assignmentId","personId","at")
);

-- CreateTable
CREATE TABLE "ProgressDay" (
    "assignmentId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,

    CONSTRAINT "ProgressDay_pkey" PRIMARY KEY ("assignmentId","unitId","day","dimension","key")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "assignmentId" TEXT,
    "grade" DOUBLE PRECISION,
    "classification" TEXT,
    "issuedAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3),
    "windowAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),
    "revokeReason" TEXT,

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LateNotice" (
    "id" TEXT NOT NULL,
    "assignmentId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "level" INTEGER NOT NULL DEFAULT 0,
    "late" INTEGER NOT NULL,
    "raisedAt" TIMESTAMP(3) NOT NULL,
    "acknowledgedAt" TIMESTAMP(3),
    "acknowledgedById" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "settledAt" TIMESTAMP(3),

    CONSTRAINT "LateNotice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "number" TEXT NOT NULL DEFAULT '',
    "datedOn" TEXT NOT NULL,
    "asOfAt" TIMESTAMP(3) NOT NULL,
    "parameters" TEXT NOT NULL,
    "figures" TEXT NOT NULL,
    "checksum" TEXT NOT NULL,
    "scheduleId" TEXT,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "withdrawnAt" TIMESTAMP(3),

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportSchedule" (
    "id" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parameters" TEXT NOT NULL,
    "every" TEXT NOT NULL,
    "nextAt" TIMESTAMP(3) NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "ReportSchedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FigureSignOff" (
    "id" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "assignmentId" TEXT NOT NULL,
    "asOfDay" TEXT NOT NULL,
    "figures" TEXT NOT NULL,
    "checksum" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "signedById" TEXT NOT NULL,
    "signedAt" TIMESTAMP(3) NOT NULL,
    "withdrawnAt" TIMESTAMP(3),

    CONSTRAINT "FigureSignOff_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AssignmentGroup_groupId_idx" ON "AssignmentGroup"("groupId");

-- CreateIndex
CREATE INDEX "UnitSpan_unitId_fromAt_idx" ON "UnitSpan"("unitId", "fromAt");

-- CreateIndex
CREATE INDEX "UnitSpan_parentId_fromAt_idx" ON "UnitSpan"("parentId", "fromAt");

-- CreateIndex
CREATE INDEX "UnitSpan_path_idx" ON "UnitSpan"("path");

-- CreateIndex
CREATE INDEX "Attachment_personId_fromAt_idx" ON "Attachment"("personId", "fromAt");

-- CreateIndex
CREATE INDEX "Attachment_unitId_fromAt_idx" ON "Attachment"("unitId", "fromAt");

-- CreateIndex
CREATE INDEX "Absence_personId_fromDay_idx" ON "Absence"("personId", "fromDay");

-- CreateIndex
CREATE INDEX "Absence_untilDay_fromDay_idx" ON "Absence"("untilDay", "fromDay");

-- CreateIndex
CREATE INDEX "PresenceDay_day_idx" ON "PresenceDay"("day");

-- CreateIndex
CREATE INDEX "RosterImport_unitId_createdAt_idx" ON "RosterImport"("unitId", "createdAt");

-- CreateIndex
CREATE INDEX "RosterImportRow_importId_kind_idx" ON "RosterImportRow"("importId", "kind");

-- CreateIndex
CREATE INDEX "EnrolmentChange_assignmentId_unitId_at_idx" ON "EnrolmentChange"("assignmentId", "unitId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_number_key" ON "Certificate"("number");

-- CreateIndex
CREATE INDEX "Certificate_personId_courseId_idx" ON "Certificate"("personId", "courseId");

-- CreateIndex
CREATE INDEX "Certificate_assignmentId_windowAt_idx" ON "Certificate"("assignmentId", "windowAt");

-- CreateIndex
CREATE INDEX "LateNotice_unitId_settledAt_idx" ON "LateNotice"("unitId", "settledAt");

-- CreateIndex
CREATE INDEX "LateNotice_assignmentId_settledAt_idx" ON "LateNotice"("assignmentId", "settledAt");

-- CreateIndex
CREATE INDEX "Report_unitId_createdAt_idx" ON "Report"("unitId", "createdAt");

-- CreateIndex
CREATE INDEX "ReportSchedule_nextAt_idx" ON "ReportSchedule"("nextAt");

-- CreateIndex
CREATE INDEX "FigureSignOff_unitId_assignmentId_asOfDay_idx" ON "FigureSignOff"("unitId", "assignmentId", "asOfDay");

-- CreateIndex
CREATE INDEX "FigureSignOff_assignmentId_asOfDay_idx" ON "FigureSignOff"("assignmentId", "asOfDay");

-- CreateIndex
CREATE INDEX "Enrolment_assignmentId_extendedDueAt_idx" ON "Enrolment"("assignmentId", "extendedDueAt");

-- AddForeignKey
ALTER TABLE "AssignmentGroup" ADD CONSTRAINT "AssignmentGroup_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignmentGroup" ADD CONSTRAINT "AssignmentGroup_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "PersonGroup"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitSpan" ADD CONSTRAINT "UnitSpan_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StrengthDay" ADD CONSTRAINT "StrengthDay_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitSetting" ADD CONSTRAINT "UnitSetting_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PresenceDay" ADD CONSTRAINT "PresenceDay_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RosterImportRow" ADD CONSTRAINT "RosterImportRow_importId_fkey" FOREIGN KEY ("importId") REFERENCES "RosterImport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LateNotice" ADD CONSTRAINT "LateNotice_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_scheduleId_fkey" FOREIGN KEY ("scheduleId") REFERENCES "ReportSchedule"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportSchedule" ADD CONSTRAINT "ReportSchedule_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FigureSignOff" ADD CONSTRAINT "FigureSignOff_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the new columns and tables say of what is there already.
UPDATE "UnitMembership" SET
  "rank" = (SELECT p."rank" FROM "Person" p WHERE p."id" = "UnitMembership"."personId"),
  "position" = (SELECT p."position" FROM "Person" p WHERE p."id" = "UnitMembership"."personId"),
  "personnelClass" = (SELECT p."personnelClass" FROM "Person" p WHERE p."id" = "UnitMembership"."personId"),
  "membership" = (SELECT p."membership" FROM "Person" p WHERE p."id" = "UnitMembership"."personId");

INSERT INTO "UnitSpan" ("id", "unitId", "parentId", "kind", "name", "shortName", "path", "position", "fromAt", "untilAt")
SELECT "id" || '-1', "id", "parentId", "kind", "name", "shortName", "path", "position", "createdAt", "closedAt" FROM "Unit";

UPDATE "Unit" SET "subtreeStrength" = (
  SELECT SUM(s."strength") FROM "Unit" s
   WHERE s."path" >= "Unit"."path" AND s."path" < substr("Unit"."path", 1, length("Unit"."path") - 1) || '0');

INSERT INTO "ProgressCounter" ("assignmentId", "unitId", "dimension", "key", "count", "total")
SELECT c."assignmentId", a."id", c."dimension", c."key", 0, SUM(c."count")
  FROM "ProgressCounter" c
  JOIN "Unit" u ON u."id" = c."unitId"
  JOIN "Unit" a ON u."path" >= a."path" AND u."path" < substr(a."path", 1, length(a."path") - 1) || '0'
 WHERE true
 GROUP BY c."assignmentId", a."id", c."dimension", c."key"
    ON CONFLICT ("assignmentId", "unitId", "dimension", "key") DO UPDATE SET "total" = excluded."total";
