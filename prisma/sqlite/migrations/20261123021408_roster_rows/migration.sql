-- CreateTable
CREATE TABLE "FormerDueDate" (
    "assignmentId" TEXT NOT NULL,
    "untilAt" DATETIME NOT NULL,
    "dueAt" DATETIME,

    PRIMARY KEY ("assignmentId", "untilAt"),
    CONSTRAINT "FormerDueDate_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DueExtension" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assignmentId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'extension',
    "dueAt" DATETIME NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "decidedById" TEXT,
    "decidedAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "endedById" TEXT,
    CONSTRAINT "DueExtension_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "DueExtension_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_RosterImport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "unitId" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT 'people',
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "byteSize" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL,
    "policy" TEXT NOT NULL DEFAULT 'ask',
    "makesUnits" BOOLEAN NOT NULL DEFAULT false,
    "columns" TEXT NOT NULL DEFAULT '{}',
    "progress" REAL NOT NULL DEFAULT 0,
    "outcome" TEXT NOT NULL DEFAULT '{}',
    "units" TEXT NOT NULL DEFAULT '[]',
    "run" INTEGER NOT NULL DEFAULT 0,
    "touchedAt" DATETIME,
    "failure" TEXT,
    "createdById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "appliedAt" DATETIME,
    "appliedById" TEXT,
    "undoneAt" DATETIME
);
INSERT INTO "new_RosterImport" ("appliedAt", "createdAt", "createdById", "fileHash", "fileName", "id", "outcome", "policy", "progress", "state", "undoneAt", "unitId") SELECT "appliedAt", "createdAt", "createdById", "fileHash", "fileName", "id", "outcome", "policy", "progress", "state", "undoneAt", "unitId" FROM "RosterImport";
DROP TABLE "RosterImport";
ALTER TABLE "new_RosterImport" RENAME TO "RosterImport";
CREATE INDEX "RosterImport_unitId_createdAt_idx" ON "RosterImport"("unitId", "createdAt");
CREATE INDEX "RosterImport_fileHash_idx" ON "RosterImport"("fileHash");
CREATE TABLE "new_RosterImportRow" (
    "importId" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "decision" TEXT NOT NULL DEFAULT 'none',
    "undo" TEXT,
    "personId" TEXT,
    "number" TEXT,
    "fullName" TEXT,
    "sortKey" TEXT,
    "searchKey" TEXT,
    "rank" TEXT,
    "position" TEXT,
    "personnelClass" TEXT,
    "membership" TEXT,
    "unitId" TEXT,
    "bornOn" TEXT,
    "wasFullName" TEXT,
    "wasRank" TEXT,
    "wasPosition" TEXT,
    "wasPersonnelClass" TEXT,
    "wasMembership" TEXT,
    "wasUnitId" TEXT,
    "wasBornOn" TEXT,
    "wasLeftAt" DATETIME,
    "wasLeftReason" TEXT,
    "said" TEXT NOT NULL DEFAULT '{}',
    "problems" TEXT NOT NULL DEFAULT '[]',

    PRIMARY KEY ("importId", "line"),
    CONSTRAINT "RosterImportRow_importId_fkey" FOREIGN KEY ("importId") REFERENCES "RosterImport" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_RosterImportRow" ("importId", "kind", "line", "personId", "problems", "said") SELECT "importId", "kind", "line", "personId", "problems", "said" FROM "RosterImportRow";
DROP TABLE "RosterImportRow";
ALTER TABLE "new_RosterImportRow" RENAME TO "RosterImportRow";
CREATE INDEX "RosterImportRow_importId_kind_idx" ON "RosterImportRow"("importId", "kind");
CREATE INDEX "RosterImportRow_importId_number_idx" ON "RosterImportRow"("importId", "number");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "DueExtension_assignmentId_dueAt_idx" ON "DueExtension"("assignmentId", "dueAt");

-- CreateIndex
CREATE INDEX "DueExtension_personId_assignmentId_idx" ON "DueExtension"("personId", "assignmentId");
