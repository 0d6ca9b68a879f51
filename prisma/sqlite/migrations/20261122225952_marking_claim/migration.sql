-- AlterTable
ALTER TABLE "MarkingTask" ADD COLUMN "claimedAt" DATETIME;
ALTER TABLE "MarkingTask" ADD COLUMN "claimedById" TEXT;
