-- AlterTable
ALTER TABLE "Account" ADD COLUMN "firstIssue" INTEGER;

-- AlterTable
ALTER TABLE "RoleGrant" ADD COLUMN "endedAt" DATETIME;
ALTER TABLE "RoleGrant" ADD COLUMN "endedById" TEXT;
ALTER TABLE "RoleGrant" ADD COLUMN "standsForId" TEXT;

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN "certification" TEXT;
ALTER TABLE "Assignment" ADD COLUMN "plan" TEXT;

-- AlterTable
ALTER TABLE "Enrolment" ADD COLUMN "countsFromAt" DATETIME;
ALTER TABLE "Enrolment" ADD COLUMN "extendReason" TEXT;
ALTER TABLE "Enrolment" ADD COLUMN "extendedById" TEXT;
ALTER TABLE "Enrolment" ADD COLUMN "extendedDueAt" DATETIME;

-- CreateTable
CREATE TABLE "AssignmentGroup" (
    "assignmentId" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,

    PRIMARY KEY ("assignmentId", "groupId"),
    CONSTRAINT "AssignmentGroup_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AssignmentGroup_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "PersonGroup" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "UnitSpan" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "unitId" TEXT NOT NULL,
    "parentId" TEXT,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "fromAt" DATETIME NOT NULL,
    "untilAt" DATETIME,
    CONSTRAINT "UnitSpan_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StrengthDay" (
    "unitId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "own" INTEGER NOT NULL,
    "subtree" INTEGER NOT NULL,

    PRIMARY KEY ("unitId", "day"),
    CONSTRAINT "StrengthDay_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "UnitSetting" (
    "unitId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "updatedById" TEXT,

    PRIMARY KEY ("unitId", "key"),
    CONSTRAINT "UnitSetting_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "fromAt" DATETIME NOT NULL,
    "untilAt" DATETIME,
    "endedAt" DATETIME,
    "enteredById" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Attachment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Attachment_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Absence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "fromDay" TEXT NOT NULL,
    "untilDay" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "enteredById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Absence_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PresenceDay" (
    "unitId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "strength" INTEGER NOT NULL,
    "present" INTEGER NOT NULL,
    "absent" TEXT NOT NULL DEFAULT '{}',
    "enteredById" TEXT,
    "enteredAt" DATETIME NOT NULL,

    PRIMARY KEY ("unitId", "day"),
    CONSTRAINT "PresenceDay_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RosterImport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "unitId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "policy" TEXT NOT NULL DEFAULT 'ask',
    "progress" REAL NOT NULL DEFAULT 0,
    "outcome" TEXT NOT NULL DEFAULT '{}',
    "createdById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "appliedAt" DATETIME,
    "undoneAt" DATETIME
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

    PRIMARY KEY ("importId", "line"),
    CONSTRAINT "RosterImportRow_importId_fkey" FOREIGN KEY ("importId") REFERENCES "RosterImport" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EnrolmentChange" (
    "assignmentId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "unitId" TEXT,
    "status" TEXT NOT NULL,
    "classification" TEXT,

    PRIMARY KEY ("assignmentId", "personId", "at")
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

    PRIMARY KEY ("assignmentId", "unitId", "day", "dimension", "key")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "assignmentId" TEXT,
    "grade" REAL,
    "classification" TEXT,
    "issuedAt" DATETIME NOT NULL,
    "expiresAt" DATETIME,
    "windowAt" DATETIME,
    "revokedAt" DATETIME,
    "revokeReason" TEXT,
    CONSTRAINT "Certificate_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Certificate_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Certificate_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LateNotice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assignmentId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "level" INTEGER NOT NULL DEFAULT 0,
    "late" INTEGER NOT NULL,
    "raisedAt" DATETIME NOT NULL,
    "acknowledgedAt" DATETIME,
    "acknowledgedById" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "settledAt" DATETIME,
    CONSTRAINT "LateNotice_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Report" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "unitId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "number" TEXT NOT NULL DEFAULT '',
    "datedOn" TEXT NOT NULL,
    "asOfAt" DATETIME NOT NULL,
    "parameters" TEXT NOT NULL,
    "figures" TEXT NOT NULL,
    "checksum" TEXT NOT NULL,
    "scheduleId" TEXT,
    "createdById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "withdrawnAt" DATETIME,
    CONSTRAINT "Report_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Report_scheduleId_fkey" FOREIGN KEY ("scheduleId") REFERENCES "ReportSchedule" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReportSchedule" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "unitId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parameters" TEXT NOT NULL,
    "every" TEXT NOT NULL,
    "nextAt" DATETIME NOT NULL,
    "createdById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "ReportSchedule_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FigureSignOff" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "unitId" TEXT NOT NULL,
    "assignmentId" TEXT NOT NULL,
    "asOfDay" TEXT NOT NULL,
    "figures" TEXT NOT NULL,
    "checksum" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "signedById" TEXT NOT NULL,
    "signedAt" DATETIME NOT NULL,
    "withdrawnAt" DATETIME,
    CONSTRAINT "FigureSignOff_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Unit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "parentId" TEXT,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "strength" INTEGER NOT NULL DEFAULT 0,
    "subtreeStrength" INTEGER NOT NULL DEFAULT 0,
    "mergedIntoId" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    CONSTRAINT "Unit_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Unit" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Unit" ("closedAt", "createdAt", "id", "kind", "name", "parentId", "path", "position", "shortName", "strength") SELECT "closedAt", "createdAt", "id", "kind", "name", "parentId", "path", "position", "shortName", "strength" FROM "Unit";
DROP TABLE "Unit";
ALTER TABLE "new_Unit" RENAME TO "Unit";
CREATE UNIQUE INDEX "Unit_path_key" ON "Unit"("path");
CREATE INDEX "Unit_parentId_idx" ON "Unit"("parentId");
CREATE TABLE "new_Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "fullName" TEXT NOT NULL,
    "sortKey" TEXT NOT NULL,
    "searchKey" TEXT NOT NULL,
    "rank" TEXT,
    "position" TEXT,
    "personnelClass" TEXT NOT NULL,
    "membership" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "bornOn" TEXT,
    "createdAt" DATETIME NOT NULL,
    "leftAt" DATETIME,
    "leftReason" TEXT,
    "erasedAt" DATETIME,
    "revision" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Person_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Person" ("createdAt", "fullName", "id", "leftAt", "membership", "number", "personnelClass", "position", "rank", "searchKey", "sortKey", "unitId") SELECT "createdAt", "fullName", "id", "leftAt", "membership", "number", "personnelClass", "position", "rank", "searchKey", "sortKey", "unitId" FROM "Person";
DROP TABLE "Person";
ALTER TABLE "new_Person" RENAME TO "Person";
CREATE UNIQUE INDEX "Person_number_key" ON "Person"("number");
CREATE INDEX "Person_unitId_sortKey_idx" ON "Person"("unitId", "sortKey");
CREATE TABLE "new_UnitMembership" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "rank" TEXT,
    "position" TEXT,
    "personnelClass" TEXT NOT NULL DEFAULT 'enlisted',
    "membership" TEXT NOT NULL DEFAULT 'none',
    "fromAt" DATETIME NOT NULL,
    "untilAt" DATETIME,
    CONSTRAINT "UnitMembership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "UnitMembership_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_UnitMembership" ("fromAt", "id", "personId", "unitId", "untilAt") SELECT "fromAt", "id", "personId", "unitId", "untilAt" FROM "UnitMembership";
DROP TABLE "UnitMembership";
ALTER TABLE "new_UnitMembership" RENAME TO "UnitMembership";
CREATE INDEX "UnitMembership_personId_fromAt_idx" ON "UnitMembership"("personId", "fromAt");
CREATE INDEX "UnitMembership_unitId_fromAt_idx" ON "UnitMembership"("unitId", "fromAt");
CREATE TABLE "new_PersonGroup" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "unitId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "requirements" TEXT NOT NULL DEFAULT '{}',
    "createdAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    CONSTRAINT "PersonGroup_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_PersonGroup" ("closedAt", "createdAt", "id", "name", "unitId") SELECT "closedAt", "createdAt", "id", "name", "unitId" FROM "PersonGroup";
DROP TABLE "PersonGroup";
ALTER TABLE "new_PersonGroup" RENAME TO "PersonGroup";
CREATE INDEX "PersonGroup_unitId_idx" ON "PersonGroup"("unitId");
CREATE TABLE "new_ProgressCounter" (
    "assignmentId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "total" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("assignmentId", "unitId", "dimension", "key"),
    CONSTRAINT "ProgressCounter_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ProgressCounter_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_ProgressCounter" ("assignmentId", "count", "dimension", "key", "unitId") SELECT "assignmentId", "count", "dimension", "key", "unitId" FROM "ProgressCounter";
DROP TABLE "ProgressCounter";
ALTER TABLE "new_ProgressCounter" RENAME TO "ProgressCounter";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

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
