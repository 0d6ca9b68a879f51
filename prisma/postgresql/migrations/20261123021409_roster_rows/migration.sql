-- AlterTable
ALTER TABLE "RosterImport" ADD COLUMN     "appliedById" TEXT,
ADD COLUMN     "byteSize" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "columns" TEXT NOT NULL DEFAULT '{}',
ADD COLUMN     "failure" TEXT,
ADD COLUMN     "makesUnits" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "run" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "subject" TEXT NOT NULL DEFAULT 'people',
ADD COLUMN     "touchedAt" TIMESTAMP(3),
ADD COLUMN     "units" TEXT NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "RosterImportRow" DROP COLUMN "before",
ADD COLUMN     "bornOn" TEXT,
ADD COLUMN     "decision" TEXT NOT NULL DEFAULT 'none',
ADD COLUMN     "fullName" TEXT,
ADD COLUMN     "membership" TEXT,
ADD COLUMN     "number" TEXT,
ADD COLUMN     "personnelClass" TEXT,
ADD COLUMN     "position" TEXT,
ADD COLUMN     "rank" TEXT,
ADD COLUMN     "searchKey" TEXT,
ADD COLUMN     "sortKey" TEXT,
ADD COLUMN     "undo" TEXT,
ADD COLUMN     "unitId" TEXT,
ADD COLUMN     "wasBornOn" TEXT,
ADD COLUMN     "wasFullName" TEXT,
ADD COLUMN     "wasLeftAt" TIMESTAMP(3),
ADD COLUMN     "wasLeftReason" TEXT,
ADD COLUMN     "wasMembership" TEXT,
ADD COLUMN     "wasPersonnelClass" TEXT,
ADD COLUMN     "wasPosition" TEXT,
ADD COLUMN     "wasRank" TEXT,
ADD COLUMN     "wasUnitId" TEXT,
ALTER COLUMN "said" SET DEFAULT '{}';

-- CreateTable
CREATE TABLE "FormerDueDate" (
    "assignmentId" TEXT NOT NULL,
    "untilAt" TIMESTAMP(3) NOT NULL,
    "dueAt" TIMESTAMP(3),

    CONSTRAINT "FormerDueDate_pkey" PRIMARY KEY ("assignmentId","untilAt")
);

-- CreateTable
CREATE TABLE "DueExtension" (
    "id" TEXT NOT NULL,
    "assignmentId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'extension',
    "dueAt" TIMESTAMP(3) NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),
    "endedById" TEXT,

    CONSTRAINT "DueExtension_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DueExtension_assignmentId_dueAt_idx" ON "DueExtension"("assignmentId", "dueAt");

-- CreateIndex
CREATE INDEX "DueExtension_personId_assignmentId_idx" ON "DueExtension"("personId", "assignmentId");

-- CreateIndex
CREATE INDEX "RosterImport_fileHash_idx" ON "RosterImport"("fileHash");

-- CreateIndex
CREATE INDEX "RosterImportRow_importId_number_idx" ON "RosterImportRow"("importId", "number");

-- AddForeignKey
ALTER TABLE "FormerDueDate" ADD CONSTRAINT "FormerDueDate_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DueExtension" ADD CONSTRAINT "DueExtension_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DueExtension" ADD CONSTRAINT "DueExtension_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
